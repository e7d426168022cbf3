import type { Profile } from '../lint/config.ts'

const required = ['summary', 'timeline', 'cause', 'resolution', 'actions'] as const
const titles = {
  summary: 'Issue Summary',
  timeline: 'Timeline',
  cause: 'Root cause and resolution',
  resolution: 'Root cause and resolution',
  actions: 'Corrective and preventative measures',
} as const

/**
 * The course's own README also names the parts Discovery, Investigation and Resolution; and a cause without a resolution of
 * its own mostly tells both.
 */
const instead = { cause: ['investigation'], resolution: ['cause', 'investigation'] } as const

/** The course format: four sections, 400 to 600 words, in English. */
export const alx: Profile = {
  name: 'alx',
  source:
    'Postmortem task of the ALX software engineering course; its model is the [incident report](https://developers.googleblog.com/en/google-api-infrastructure-outage-incident-report/) of the Google API infrastructure outage of 2013',
  sections: {
    required,
    optional: ['impact', 'detection', 'investigation', 'lessons'],
    titles,
  },
  rules: {
    'actions-list': 'error',
    'document-title': 'warning',
    'empty-section': 'error',
    'english-only': 'error',
    'has-visual': 'warning',
    'image-alt': 'warning',
    'no-placeholder': 'error',
    'not-a-postmortem': 'error',
    'required-sections': ['error', { sections: required, titles, instead }],
    'section-markup': 'warning',
    'section-order': ['warning', { order: ['summary', 'timeline', 'cause', 'actions'] }],
    'timeline-entry-time': 'error',
    'timeline-list': ['error', { style: 'list' }],
    'timeline-order': 'error',
    'timeline-timezone': 'warning',
    'word-count': ['error', { min: 400, max: 600 }],
  },
}
