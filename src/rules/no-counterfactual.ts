import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const noCounterfactual = rule({
  id: 'no-counterfactual',
  summary: 'What happened is told, not what should have happened.',
  why: `"Should have been tested", "would have caught it": PagerDuty's
[advice](https://response.pagerduty.com/after/effective_post_mortems/) calls it alternate reality, and Johan Bergström the
first of [three traps](https://www.adaptivecapacitylabs.com/2021/01/11/understanding-incidents-three-analytical-traps/):
such sentences tell what a system did not do, and leave out why what it did made sense. What to do about it belongs to the
measures, and what was learnt to the lessons, where the rule is off. Possibilities ("may have occurred elsewhere"), risks
("an attacker could have read it"), reasons for a decision ("a restart would have taken longer") and expected behaviour of
programs are left alone.`,
  severity: 'info',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

The change should have been tested. An alert would have caught it, and it could have been found earlier.

Had we read the notes, nothing was lost. If we had a test, it had not passed.
`,
      says: [
        '3: `should have been tested` tells of what did not happen',
        '3: `would have caught` tells of what did not happen',
        '5: `Had we read` tells of what did not happen',
      ],
    },
    {
      about: 'Possibilities, risks, decisions, programs, questions.',
      text: `# Orders were lost, 3 May 2024

The error may have occurred on other servers, and an attacker could have read a key. A restart would have extended the
outage. The fee, which should have been added, was zero. We should have priority support. What could have been detected?
`,
      says: [],
    },
    {
      about: 'Measures and lessons look ahead.',
      text: `# Orders were lost, 3 May 2024

## Lessons learned

A test would have caught it.

## Action items

- Add the test that should have been there: it would have prevented the outage.
`,
      says: [],
    },
  ],

  *check({ counterfactuals = [] }) {
    for (const { value, at } of counterfactuals)
      yield {
        at,
        message: `${quoted(value)} tells of what did not happen`,
        note: 'Consider what was so, "no test covered the change", and leave the rest to the measures.',
      }
  },
})
