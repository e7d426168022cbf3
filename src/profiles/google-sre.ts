import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = [
  'summary',
  'impact',
  'cause',
  'resolution',
  'detection',
  'actions',
  'lessons',
  'timeline',
] as const
/** What the kinds of section do not tell apart. */
const headings = [
  { title: 'Root Causes', kinds: ['cause'] },
  { title: 'Trigger', kinds: ['cause'] },
] as const
const titles = {
  summary: 'Summary',
  impact: 'Impact',
  cause: 'Root Causes',
  resolution: 'Resolution',
  detection: 'Detection',
  actions: 'Action Items',
  lessons: 'Lessons Learned',
  timeline: 'Timeline',
} as const

/** Date, authors and status at the top; tasks in a table with type, owner and bug; luck among the lessons. */
export const googleSre: Profile = {
  name: 'google-sre',
  source:
    '[Example postmortem](https://sre.google/sre-book/example-postmortem/), appendix D of Site Reliability Engineering, Google',
  sections: { required, optional: ['investigation'], titles },
  rules: {
    ...industry,
    'required-sections': [
      'error',
      { sections: required.filter((kind) => kind !== 'cause'), titles, headings },
    ],
    'action-type': 'warning',
    'metadata-fields': ['warning', { required: ['date', 'author', 'status'] }],
  },
}
