import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A call that a program made to the API server. */
export interface Patch {
  readonly method: string
  readonly path: string
  readonly contentType: string | undefined
  readonly body: unknown
}

export interface FakeApiServer {
  /** `http://127.0.0.1:<port>` */
  readonly url: string
  readonly port: number
  /** Every call since the start or the last `patches.length = 0`. */
  readonly patches: Patch[]
  /** The answer to the next calls; 200 at the start. */
  answer: number
  close(): Promise<void>
}

/** An API server on the loopback that takes every patch and keeps it. */
export async function startFakeApiServer(): Promise<FakeApiServer> {
  const patches: Patch[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const text = Buffer.concat(chunks).toString('utf8')
    patches.push({
      method: request.method ?? '',
      path: request.url ?? '',
      contentType: request.headers['content-type'],
      body: text === '' ? undefined : JSON.parse(text),
    })
    response.writeHead(fake.answer, { 'content-type': 'application/json' })
    response.end(
      fake.answer < 300
        ? text
        : JSON.stringify({ kind: 'Status', status: 'Failure', message: 'refused by the test' }),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const fake: FakeApiServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    patches,
    answer: 200,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
  return fake
}
