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
    const call = connect('ghs_rig', 50).rest.pulls.listFiles({
      owner: 'octo',
      repo: 'incidents',
      pull_number: 7,
    })
    const refused = await call.then(() => 'answered', refusalOf)
    expect(refused).toMatch(/^no connection /)
    expect(asked).toBe(3)
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
