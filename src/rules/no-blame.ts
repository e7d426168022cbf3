import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const noBlame = rule({
  id: 'no-blame',
  summary: 'No sentence puts a person at fault or judges one.',
  why: `Where people are blamed, the next incident is told with less in it: so say PagerDuty's guide to
[blameless postmortems](https://postmortems.pagerduty.com/culture/blameless/) and Etsy's
[Debriefing Facilitation Guide](https://codeascraft.com/2016/11/17/debriefing-facilitation-guide/). A person who forgot,
missed or mistyped something did what the system made easy or possible; that is what can be changed, and what the sentence
can tell. It is a hint about a sentence, not a verdict on its author. "We" and "the team" own up and are left alone, and so
are software that fails, actions that are planned, what could happen, and what is quoted.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

The on-call engineer forgot to restart the queue, and a developer had accidentally deleted its backup. It was a careless
change.
`,
      says: [
        '3: `engineer forgot to restart` puts a person at fault',
        '3: `careless` judges a person; the sentence can say what the system allowed',
      ],
    },
    {
      about: 'What a person is said to have done wrong, in the active and in the passive.',
      text: `# Orders were lost, 3 May 2024

- The reviewer overlooked the missing index.
- The table was dropped by mistake by one of the engineers.
- An operator mistakenly typed the name of another host.
- The engineer responsible for the outage has been reprimanded.
`,
      says: [
        '3: `reviewer overlooked the missing` puts a person at fault',
        '4: `by mistake by one of the engineers` puts a person at fault',
        '5: `operator mistakenly typed the` puts a person at fault',
        '6: `engineer responsible for the` puts a person at fault',
      ],
    },
    {
      about: 'A team that owns up, software that fails, and engineers who find a fault.',
      text: `# Orders were lost, 3 May 2024

We forgot to restart the queue. The team overlooked an index. The job mistakenly targeted production. The script failed to
stop. Engineers found that a table had been accidentally deleted, and an engineer noticed the missing alert. The developer
fixed the wrong value.
`,
      says: [],
    },
    {
      about: 'What could happen, what did not, what is quoted, and words that only look like blame.',
      text: `# Orders were lost, 3 May 2024

The tool lets an engineer delete a table without asking, and an engineer could accidentally do so again. No engineer was at
fault. Run \`git blame\` to see the change; a page fault followed. The script is lazy-loaded. One message said "the
developer forgot it".

> The developer forgot it.
`,
      says: [],
    },
  ],

  *check({ blame = [] }) {
    for (const { form, cause, value, at } of blame)
      if (form === 'judgement')
        yield {
          at,
          message: `${quoted(value, 16)} judges a person; the sentence can say what the system allowed`,
        }
      else if (form === 'role' && !cause)
        yield {
          at,
          message: `${quoted(value)} puts a person at fault`,
          note: 'Consider what the system allowed or lacked: "the checklist had no step for it", "the tool gave no warning".',
        }
  },
})
