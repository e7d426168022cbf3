import { getInput, getMultilineInput } from '@actions/core'
import { ruleWish, type Wishes } from '../../lint/config.ts'
import { type Given, unknownName } from '../../lint/mistake.ts'

/** What the workflow asks of the Action, with every mistake in how it asks. */
export interface Inputs {
  readonly wishes: Wishes
  /** The path of the configuration file, if it is not a usual one. */
  readonly config?: Given
  /** How findings are annotated. */
  readonly annotations: (typeof annotationSettings)[number]
  /** Which findings are commented on in a review. */
  readonly review: (typeof reviewSettings)[number]
  readonly summary: boolean
  readonly token: string
  readonly mistakes: readonly string[]
}

/** The first of each is the default. */
const annotationSettings = ['auto', 'check-run', 'workflow', 'off'] as const
const reviewSettings = ['suggestions', 'all', 'off'] as const

/** Reads the inputs that the runner put into the environment; action.yml has their defaults. */
export function readInputs(): Inputs {
  const annotations = choice('annotations', annotationSettings)
  const review = choice('review', reviewSettings)
  const summary = choice('summary', ['true', 'false'])
  const inlineDisable = choice('inline-disable', ['true', 'false'])
  const [config, profile, template] = [given('config'), given('profile'), given('template')]
  const [failOn, scope] = [given('fail-on'), given('scope')]
  const token = getInput('token')
  return {
    wishes: {
      files: lines('files'),
      rules: lines('rules').map((line) => ruleWish(line, from('rules'))),
      ...(profile && { profile }),
      ...(template && { template }),
      ...(failOn && { failOn }),
      ...(scope && { scope }),
      ...(inlineDisable.value === 'false' && { inlineDisable: false }),
    },
    ...(config && { config }),
    annotations: annotations.value,
    review: review.value,
    summary: summary.value === 'true',
    token,
    mistakes: [
      ...annotations.mistakes,
      ...review.mistakes,
      ...summary.mistakes,
      ...inlineDisable.mistakes,
      ...(token ? [] : [`${from('token')} is empty.`]),
    ],
  }
}

function from(name: string): string {
  return `input ${name}`
}

function lines(name: string): readonly string[] {
  return getMultilineInput(name).filter((line) => line !== '')
}

/** Absent where the input is empty. */
function given(name: string): Given | undefined {
  const value = getInput(name)
  return value === '' ? undefined : { value, from: from(name) }
}

/** What an input chooses; where it is empty, the first of its settings. */
function choice<Name extends string>(
  name: string,
  known: readonly [Name, ...Name[]],
): { readonly value: Name; readonly mistakes: readonly string[] } {
  const written = given(name)
  const value = written ? known.find((one) => one === written.value) : known[0]
  return written && value === undefined
    ? { value: known[0], mistakes: [unknownName(written, 'setting', known)] }
    : { value: value ?? known[0], mistakes: [] }
}
