import { object } from 'valibot'
import { quoted, rule } from '../lint/rule.ts'

export const duplicateSection = rule({
  id: 'duplicate-section',
  summary: 'No section stands twice.',
  why: `Two sections of one title are most often left over from a merge, or a report that was pasted twice: readers, and whatever
reads the document for metrics, stop at the first. Sections of several incidents in one file, labels, and titles in other
words ("Root cause" beside "Root cause and resolution") are left alone. One finding tells of all.`,
  severity: 'warning',
  options: object({}),
  examples: [
    {
      text: `# Pages were slow, 3 May 2024

## Timeline

- 10:00 UTC: the cache is emptied.

## Impact

All pages were slow.

## Timeline

- 10:40 UTC: the cache is warm.
`,
      says: ['11: `Timeline` is the title of a section in line 3 too'],
    },
    {
      text: `# Two incidents in May 2024

## 3 May

### Timeline

- 10:00 UTC: the cache is emptied.

### Root cause

**Root cause:** the nightly job.

### Root cause and resolution

The job was moved back.

## 5 May

### Timeline

- 10:00 UTC: the cache is emptied again.
`,
      says: [],
    },
  ],

  *check({ repeats: [repeat, ...others] = [] }) {
    if (!repeat) return
    const lines = others.map(({ at }) => at.start.line)
    yield {
      at: repeat.at,
      message: `${quoted(repeat.value)} is the title of a section in line ${repeat.first.start.line} too`,
      note:
        lines.length > 0
          ? `So are others, in line ${lines.join(', ')}: consider one report.`
          : 'Consider one section, or titles that tell them apart.',
    }
  },
})
