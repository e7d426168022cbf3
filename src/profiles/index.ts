import type { Profile } from '../lint/config.ts'
import { alx } from './alx.ts'
import { atlassian } from './atlassian.ts'
import { awsCoe } from './aws-coe.ts'
import { azurePir } from './azure-pir.ts'
import { googleSre } from './google-sre.ts'
import { incidentIo } from './incident-io.ts'
import { minimal } from './minimal.ts'
import { pagerduty } from './pagerduty.ts'

/** Every built-in house style by its name. */
export const profiles: Readonly<Record<string, Profile>> = {
  alx,
  'google-sre': googleSre,
  pagerduty,
  atlassian,
  'aws-coe': awsCoe,
  'azure-pir': azurePir,
  'incident-io': incidentIo,
  minimal,
}
