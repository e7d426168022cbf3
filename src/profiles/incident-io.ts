import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = ['summary', 'timeline', 'cause', 'resolution', 'lessons', 'actions'] as const
const titles = {
  summary: 'Summary',
  timeline: 'Timeline',
  cause: 'Contributors',
  resolution: 'Mitigators',
  lessons: 'Learnings and risks',
  actions: 'Follow-ups',
} as const

/** What contributed, what mitigated and what remains a risk stand side by side. */
export const incidentIo: Profile = {
  name: 'incident-io',
  source:
    '[Post-mortem templates](https://docs.incident.io/post-incident/postmortem-templates), incident.io documentation',
  sections: { required, optional: ['impact', 'detection', 'investigation'], titles },
  rules: {
    ...industry,
    'required-sections': ['error', { sections: required, titles }],
    'metadata-fields': ['warning', { required: ['date', 'severity'] }],
  },
}
