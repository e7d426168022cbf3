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
    'required-sections': ['error', { sections: required, titles }],
    'metadata-fields': ['warning', { required: ['date', 'severity'] }],
  },
}
