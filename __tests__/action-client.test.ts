import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

test('a server that never answers is left after a while, as often as patience lasts', async () => {
  let asked = 0
  const server = createServer(() => {
    asked += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  process.env.GITHUB_API_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  // The toolkit reads the address while it is loaded.
  const { connect, refusalOf } = await import('../src/hosts/github/client.ts')
  try {
    const call = connect('ghs_rig', 300).rest.pulls.listFiles({
      owner: 'octo',
      repo: 'incidents',
      pull_number: 7,
    })
    const refused = await call.then(() => 'answered', refusalOf)
    expect(refused).toBe('no answer in time')
    expect(asked).toBe(3)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('a write that is not answered is sent once', async () => {
  let sent = 0
  const server = createServer(() => {
    sent += 1
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const { connect, refusalOf, isRefused, once: request } = await import('../src/hosts/github/client.ts')
  const run = { owner: 'octo', repo: 'incidents', name: 'a', head_sha: 'b' }
  try {
    const call = connect('ghs_rig', 300).rest.checks.create({ ...run, baseUrl, request })
    const error: unknown = await call.catch((error: unknown) => error)
    expect(refusalOf(error)).toBe('no answer in time')
    expect(isRefused(error)).toBe(false)
    expect(sent).toBe(1)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})

test('an error that is not of GitHub goes on as it is', async () => {
  const { refusalOf } = await import('../src/hosts/github/client.ts')
  const fault = new TypeError('a fault of ours')
  expect(() => refusalOf(fault)).toThrow(fault)
})
