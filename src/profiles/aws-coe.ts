import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = [
  'summary',
  'impact',
  'timeline',
  'detection',
  'investigation',
  'resolution',
  'cause',
  'actions',
] as const
/** What the kinds of section do not tell apart. */
const headings = [
  { title: 'Metrics', kinds: [] },
  { title: 'Related items', kinds: [] },
] as const
const titles = {
  summary: 'Summary',
  impact: 'Impact',
  timeline: 'Timeline',
  detection: 'Detection',
  investigation: 'Diagnosis',
  resolution: 'Mitigation',
  cause: '5 whys',
  actions: 'Action items',
} as const

/** Questions on detection, diagnosis and mitigation, whys that may branch, and tasks with an owner and a date. */
export const awsCoe: Profile = {
  name: 'aws-coe',
  source:
    '[Creating a correction of errors document](https://aws.amazon.com/blogs/mt/creating-a-correction-of-errors-document/), AWS Cloud Operations Blog',
  sections: { required, optional: ['lessons'], titles },
  rules: {
    ...industry,
    'required-sections': ['error', { sections: required, titles, headings }],
    'action-due': 'warning',
    'action-ticket': 'info',
    'key-takeaways': ['info', { orActions: true }],
    'metadata-fields': ['warning', { required: ['date'] }],
  },
}
