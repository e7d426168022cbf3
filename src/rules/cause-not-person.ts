import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const causeNotPerson = rule({
  id: 'cause-not-person',
  summary: 'The cause is not a person.',
  why: `GitLab's [template](https://gitlab.com/gitlab-org/gitlab/-/raw/master/.gitlab/issue_templates/rca.md) says that a root cause
can never be a person, and PagerDuty's [advice](https://response.pagerduty.com/after/effective_post_mortems/) is to avoid
the concept of human error: a mistake is where the questions begin. What made it possible, likely, and so harmful? A cause
that ends at a person can only be mended by telling people to be careful. User errors that a system shows, errors that a
measure prevents, and hypotheses are left alone.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Orders were lost, 3 May 2024

- 10:30: The root cause was identified as human error.

## Root cause

A developer failed to test the migration.
`,
      says: ['3: `human error` is told as the cause', '7: `developer failed to test` is told as the cause'],
    },
    {
      about: 'In the cause, a belief is no hypothesis any more.',
      text: `# Orders were lost, 3 May 2024

## Investigation

The engineers assumed that the disk was full.

## Root cause

The developers assumed that the disk would be cleaned.
`,
      says: ['9: `developers assumed that the` is told as the cause'],
    },
    {
      about: 'What is prevented, seen by users, supposed at first, or one of many kinds of cause.',
      text: `# Orders were lost, 3 May 2024

User errors rose to 5 %. We first suspected human error. Systems fail for many reasons: traffic, bugs, human error.

## Root cause

The restart was left to a person at night; the firewall was changed by the same script.

## Measures

- Automate the restart to prevent human error.
`,
      says: [],
    },
    {
      about: 'We own up.',
      text: '# Orders were lost, 3 May 2024\n\n## Root cause\n\nWe failed to test the migration, and the team forgot the index.\n',
      says: [],
    },
  ],

  *check({ blame = [] }) {
    for (const { form, cause, value, at } of blame)
      if (form === 'error' || (form === 'role' && cause))
        yield {
          at,
          message: `${quoted(value)} is told as the cause`,
          note: 'Consider what made it possible: "the command accepted production without confirmation".',
        }
  },
})
