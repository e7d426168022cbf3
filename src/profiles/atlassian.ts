import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = [
  'summary',
  'cause',
  'impact',
  'detection',
  'investigation',
  'resolution',
  'timeline',
  'lessons',
  'actions',
] as const
/** What the kinds of section do not tell apart. */
const headings = [
  { title: 'Root cause', kinds: ['cause'] },
  { title: 'Leadup', kinds: ['cause'] },
  { title: 'Fault', kinds: ['cause'] },
  { title: 'Backlog check', kinds: [] },
  { title: 'Recurrence', kinds: [] },
] as const
const titles = {
  summary: 'Incident summary',
  cause: 'Root cause',
  impact: 'Impact',
  detection: 'Detection',
  investigation: 'Response',
  resolution: 'Recovery',
  timeline: 'Timeline',
  lessons: 'Lessons learned',
  actions: 'Corrective actions',
} as const

/** All nine kinds of section; the cause is told in three of them: leadup, fault and five whys. */
export const atlassian: Profile = {
  name: 'atlassian',
  source:
    '[Incident postmortem template](https://www.atlassian.com/incident-management/postmortem/templates), Atlassian Incident Management Handbook',
  sections: { required, optional: [], titles },
  rules: {
    ...industry,
    'required-sections': [
      'error',
      { sections: required.filter((kind) => kind !== 'cause'), titles, headings },
    ],
    'metadata-fields': ['warning', { required: ['date', 'severity'] }],
  },
}
