import { array, boolean, description, object, optional, picklist, pipe, string } from 'valibot'
import { rule } from '../lint/rule.ts'

export const privateAddress = rule({
  id: 'private-address',
  summary: 'No address of a machine tells how the network is built.',
  why: `Addresses of internal machines mean nothing to readers outside and are a map to whoever looks for one. Addresses that
belong to nobody are left alone: loopback, those for documentation (RFC 5737), networks, masks, public resolvers, versions,
names that are the same in every cluster. Off in the course, where the machines are exercises.`,
  severity: 'off',
  options: object({
    audience: pipe(
      optional(picklist(['internal', 'public']), 'internal'),
      description('Who can read the documents: for `public`, public addresses are told too.'),
    ),
    code: pipe(optional(boolean(), true), description('Read code blocks and code spans too.')),
    allow: pipe(optional(array(string()), []), description('Addresses that may stand.')),
  }),
  examples: [
    {
      text: `# Uploads failed, 3 May 2024

The node \`ip-10-0-32-54.eu-west-1.compute.internal\` (10.0.32.54) lost its disk.
`,
      says: [
        '3: `ip-1…` is an address of an internal network',
        '3: `10.0…` is an address of an internal network',
      ],
    },
    {
      text: `# Uploads failed, 3 May 2024

Version 10.4.1.2 listened on 127.0.0.1 and 0.0.0.0; the network 10.0.0.0/8 asks 1.1.1.1 and \`kube-dns.svc.cluster.local\`,
and 203.0.113.7 is an example.
`,
      says: [],
    },
    {
      options: { audience: 'public', code: false },
      text: '# Uploads failed, 3 May 2024\n\nThe proxy 65.21.4.9 sent all to `10.0.32.54`.\n',
      says: ['3: `65.2…` is the address of a machine'],
    },
  ],

  *check({ addresses = [] }, { audience, code, allow }) {
    for (const { form, value, inCode, at } of addresses) {
      if ((inCode && !code) || allow.includes(value) || (form === 'public' && audience === 'internal'))
        continue
      yield {
        at,
        message: `\`${value.slice(0, 4)}…\` is ${form === 'private' ? 'an address of an internal network' : 'the address of a machine'}`,
        note: 'Consider what the machine is: "a database host".',
      }
    }
  },
})
