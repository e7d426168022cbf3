import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = ['summary', 'cause', 'resolution', 'impact', 'timeline', 'lessons', 'actions'] as const
/** What the kinds of section do not tell apart. */
const headings = [
  { title: 'Overview', kinds: ['summary'] },
  { title: 'What Happened', kinds: ['summary'] },
  { title: 'Responders', kinds: [] },
] as const
const titles = {
  summary: 'Overview',
  cause: 'Contributing Factors',
  resolution: 'Resolution',
  impact: 'Impact',
  timeline: 'Timeline',
  lessons: "How'd We Do?",
  actions: 'Action Items',
} as const

/** Factors rather than a root cause, exact numbers, a ticket for each task, and "outage" only of what was one. */
export const pagerduty: Profile = {
  name: 'pagerduty',
  source:
    '[Postmortem template](https://response.pagerduty.com/after/post_mortem_template/), PagerDuty Incident Response Documentation',
  sections: { required, optional: ['detection', 'investigation'], titles },
  rules: {
    ...industry,
    'required-sections': [
      'error',
      { sections: required.filter((kind) => kind !== 'summary'), titles, headings },
    ],
    'metadata-fields': ['warning', { required: ['owner', 'meeting', 'recording'] }],
    'outage-word': 'info',
    'severity-format': ['warning', { style: 'sev' }],
  },
}
