import { number, object, pipe, regex, safeParse, string } from 'valibot'

/** Where the documents of an event are: at the head commit of a pull request, or in the checkout. */
export type Event =
  | { readonly kind: 'pull request'; readonly number: number; readonly head: string }
  | { readonly kind: 'checkout' }

const payloadOfPull = object({
  pull_request: object({
    number: number(),
    head: object({ sha: pipe(string(), regex(/^[0-9a-f]{40,64}$/)) }),
  }),
})
const checkoutEvents = ['push', 'merge_group', 'schedule', 'workflow_dispatch']

/** Reads the event that started the workflow. Throws for one that has neither a pull request nor a checkout to review. */
export function readEvent(name: string, payload: unknown): Event {
  const pull = safeParse(payloadOfPull, payload)
  if (pull.success) {
    const { number, head } = pull.output.pull_request
    return { kind: 'pull request', number, head: head.sha }
  }
  if (checkoutEvents.includes(name)) return { kind: 'checkout' }
  throw new Error(
    `The event \`${name}\` carries no pull request: run on pull_request or pull_request_target, or with a checkout on ${checkoutEvents.join(', ')}`,
  )
}
