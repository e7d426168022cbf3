import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { head, reviewPull, sound } from './rig/scenario.ts'

const path = 'postmortems/2025-03-uploads.md'
const misplaced = sound.replace('- 10:25', '- 08:25')

test("GitHub Enterprise Server is asked at its own address, and pages are its server's", async () => {
  const job = await reviewPull({
    files: { [path]: misplaced },
    may: ['checks', 'pulls'],
    address: (url) => `${url}/api/v3`,
    env: { GITHUB_SERVER_URL: 'https://github.octo.test' },
  })
  expect(job).toMatchObject({ code: 1, outputs: { errors: '1' } })
  expect(job.summary).toContain(`https://github.octo.test/octo/incidents/blob/${head}/${path}`)
  expect(job.checkRuns[0]?.summary).toContain('https://github.octo.test/octo/incidents/actions/runs/1')
  expect(job.summary + job.checkRuns[0]?.summary).not.toContain('https://github.com/octo/')
})

test('who asks for another account on GitHub Enterprise Server asks it too', async () => {
  const written = { checkRuns: [], comments: [], reviews: [] }
  const pull = {
    files: { [path]: sound },
    may: ['pulls'] as const,
    login: 'octo-reviews[bot]',
    address: (url: string) => `${url}/api/v3`,
    written,
    inputs: { rules: 'deny-list=warning,{"terms": ["storage"], "replacement": "disk"}' },
  }
  await reviewPull(pull)
  const posted = (written.comments as readonly unknown[]).length
  expect(posted).toBeGreaterThan(0)
  await reviewPull(pull)
  expect(written.comments).toHaveLength(posted)
})

/** A proxy that notes what it is asked for, and leads there where `port` tells; else it refuses. */
async function startProxy(port: () => string | undefined) {
  const asked: string[] = []
  const server = createServer()
  server.on('connect', (request, socket) => {
    asked.push(request.url ?? '')
    const target = port()
    if (target === undefined) {
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
      return
    }
    const upstream = connect(Number(target), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      upstream.pipe(socket)
      socket.pipe(upstream)
    })
    for (const end of [upstream, socket]) end.on('error', () => end.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = (): void => {
    server.closeAllConnections()
    server.close()
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, close }
}

test.each(['HTTP_PROXY', 'http_proxy'])('all goes by the proxy of %s', async (name) => {
  let port: string | undefined
  const proxy = await startProxy(() => port)
  try {
    const job = await reviewPull({
      files: { [path]: misplaced },
      may: ['checks'],
      address(url) {
        port = new URL(url).port
        return 'http://github.test'
      },
      env: { [name]: proxy.url },
    })
    expect(job).toMatchObject({ code: 1, checkRuns: [{ conclusion: 'failure' }] })
    expect(new Set(proxy.asked)).toEqual(new Set(['github.test:80']))
  } finally {
    proxy.close()
  }
})

test('a proxy that refuses is said as what it is, and the job is not green', async () => {
  const proxy = await startProxy(() => undefined)
  try {
    const job = await reviewPull({
      files: { [path]: sound },
      address: () => 'https://github.test',
      env: { HTTPS_PROXY: proxy.url },
    })
    expect(job.code).toBe(2)
    expect(job.annotations).toMatchObject([
      { message: expect.stringMatching(/could not be listed: no connection/) },
    ])
    expect(new Set(proxy.asked)).toEqual(new Set(['github.test:443']))
  } finally {
    proxy.close()
  }
})
