import type { Profile } from '../lint/config.ts'

const required = ['summary', 'timeline', 'cause', 'actions'] as const
const titles = { summary: 'Summary', timeline: 'Timeline', cause: 'Cause', actions: 'Actions' } as const

/** What every house style has in common, mostly as advice. */
export const minimal: Profile = {
  name: 'minimal',
  source:
    'What the templates of the [collection by dastergon](https://github.com/dastergon/postmortem-templates) have in common',
  sections: {
    required,
    optional: ['impact', 'detection', 'investigation', 'resolution', 'lessons'],
    titles,
  },
  rules: {
    'actions-list': 'warning',
    'document-title': 'info',
    'empty-section': 'warning',
    'english-only': 'off',
    'has-visual': 'off',
    'image-alt': 'info',
    'no-placeholder': 'warning',
    'not-a-postmortem': 'warning',
    'required-sections': ['error', { sections: required, titles }],
    'section-markup': 'info',
    'section-order': 'off',
    'timeline-entry-time': 'info',
    'timeline-list': 'info',
    'timeline-order': 'warning',
    'timeline-timezone': 'info',
    'word-count': 'off',
  },
}
