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
    'action-due': 'off',
    'action-owner': 'off',
    'action-ticket': 'off',
    'action-type': 'off',
    'action-verb': 'warning',
    'action-weak': 'warning',
    'actions-list': 'error',
    'cause-detail': 'warning',
    'cause-not-person': 'warning',
    'deny-list': 'off',
    'discovery-how': 'warning',
    'document-title': 'warning',
    'duplicate-section': 'warning',
    'duration-consistent': 'warning',
    'email-address': 'info',
    'empty-section': 'error',
    'english-only': 'error',
    escalation: 'warning',
    'has-visual': 'warning',
    'hedged-cause': 'info',
    'image-alt': 'warning',
    'impact-quantified': 'warning',
    'investigation-actions': 'warning',
    'key-takeaways': 'info',
    'metadata-fields': 'off',
    'no-blame': 'warning',
    'no-counterfactual': 'info',
    'no-named-person': 'warning',
    'no-placeholder': 'error',
    'not-a-postmortem': 'error',
    'outage-word': 'off',
    'paragraph-length': 'info',
    'private-address': 'off',
    'red-herring': 'warning',
    'required-sections': ['error', { sections: required, titles, instead }],
    'resolution-steps': 'warning',
    'resolution-validated': 'warning',
    'secret-leak': 'error',
    'section-markup': 'warning',
    'section-order': ['warning', { order: ['summary', 'timeline', 'cause', 'actions'] }],
    'sentence-length': 'info',
    'severity-format': 'off',
    'single-cause': 'off',
    'summary-cause': 'warning',
    'summary-duration': 'error',
    'summary-impact': 'warning',
    'summary-length': 'info',
    'summary-timezone': 'error',
    'time-style': 'warning',
    'timeline-date-valid': 'error',
    'timeline-entry-length': 'warning',
    'timeline-entry-time': 'error',
    'timeline-gap': 'info',
    'timeline-list': ['error', { style: 'list' }],
    'timeline-milestones': 'warning',
    'timeline-min-entries': 'warning',
    'timeline-order': 'error',
    'timeline-timezone': 'warning',
    'vague-quantity': 'warning',
    'word-count': ['error', { min: 400, max: 600 }],
    'zone-abbreviation': 'warning',
  },
}
