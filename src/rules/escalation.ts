import { object } from 'valibot'
import { isEnglish, rule } from '../lint/rule.ts'
import { topOf } from '../postmortem/place.ts'

export const escalation = rule({
  id: 'escalation',
  summary: 'The document says who was called in, or that nobody was.',
  why: `The course task asks to which team or individuals the incident was escalated. A team or a role is enough ("handed to
the database team"), and so is a denial: "nobody else was called".`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Voice calls dropped, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on dropped calls.
- 09:40: a gateway is restarted.
`,
      says: ['1: Nothing says who was called in, or that nobody was'],
    },
    {
      text: `# Voice calls dropped, 3 May 2024

## Timeline (UTC)

- 09:10: an alert fires on dropped calls.
- 09:20: the incident is escalated to the network team.
- 09:40: a gateway is restarted.
`,
      says: [],
    },
  ],

  *check(doc) {
    if (!isEnglish(doc) || (doc.evidence.escalation ?? doc.account?.handover)) return
    yield {
      at: topOf(doc),
      whole: true,
      message: 'Nothing says who was called in, or that nobody was',
      note: 'A team or a role: "Escalated to the network team", or "Nobody else was called".',
    }
  },
})
