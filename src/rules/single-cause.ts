import { object } from 'valibot'
import { rule } from '../lint/rule.ts'

export const singleCause = rule({
  id: 'single-cause',
  summary: 'More than one contributing factor is told.',
  why: `Incidents of complex systems have no single root cause: several conditions were needed, and none was enough (Richard Cook,
[How Complex Systems Fail](https://how.complexsystems.fail/)). PagerDuty's
[template](https://response.pagerduty.com/after/post_mortem_template/) asks for contributing factors. The course asks for
"the root cause", so the rule is off there.`,
  severity: 'off',
  options: object({}),
  examples: [
    {
      text: '# Pages were slow, 3 May 2024\n\n## Root cause\n\nThe cache was emptied by a nightly job.\n',
      says: ['3: Only one cause is told'],
    },
    {
      text: `# Pages were slow, 3 May 2024

## Contributing factors

- The cache was emptied by a nightly job.
- The database was sized for a tenth of the load.
`,
      says: [],
    },
  ],

  *check({ causes }) {
    if (causes?.value === 1)
      yield {
        at: causes.at,
        message: 'Only one cause is told',
        note: 'Consider a list of contributing factors: what else had to be so.',
      }
  },
})
