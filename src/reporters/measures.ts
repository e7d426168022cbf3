import type { Metrics } from '../postmortem/postmortem.ts'

/** A time between two milestones: docs/measures.md says where each definition comes from. */
export interface Measure {
  readonly key: keyof Metrics
  readonly name: string
  readonly definition: string
}

export const measures: readonly Measure[] = [
  {
    key: 'timeToDetect',
    name: 'Time to detect',
    definition: 'from the start of the impact until somebody or something noticed it',
  },
  {
    key: 'timeToAcknowledge',
    name: 'Time to acknowledge',
    definition: 'from when it was noticed until somebody worked on it',
  },
  {
    key: 'timeToMitigate',
    name: 'Time to mitigate',
    definition: 'from the start of the impact until users were spared the most of it',
  },
  {
    key: 'timeToResolve',
    name: 'Time to resolve',
    definition: 'from the start of the impact until all was as usual',
  },
]
