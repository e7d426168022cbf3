import type { Profile } from '../lint/config.ts'
import { alx } from './alx.ts'
import { minimal } from './minimal.ts'

/** Every built-in house style by its name. */
export const profiles: Readonly<Record<string, Profile>> = { alx, minimal }
