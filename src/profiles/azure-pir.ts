import type { Profile } from '../lint/config.ts'
import { industry } from './industry.ts'

const required = ['summary', 'cause', 'investigation', 'actions'] as const
const titles = {
  summary: 'What happened?',
  cause: 'What went wrong and why?',
  investigation: 'How did we respond?',
  actions: 'How are we making incidents like this less likely or less impactful?',
} as const

/** Four questions, answered to the public: no owners, no tickets, no addresses of machines; the cause is the second answer. */
export const azurePir: Profile = {
  name: 'azure-pir',
  source:
    '[Azure status history](https://azure.status.microsoft/en-us/status/history/), post-incident reviews of Microsoft Azure',
  sections: { required, optional: ['impact', 'timeline', 'detection', 'resolution', 'lessons'], titles },
  rules: {
    ...industry,
    'required-sections': ['error', { sections: required, titles }],
    'action-owner': 'off',
    'action-ticket': 'off',
    'key-takeaways': 'off',
    'metadata-fields': ['warning', { required: ['date'] }],
    'private-address': ['warning', { audience: 'public' }],
    'summary-cause': 'off',
  },
}
