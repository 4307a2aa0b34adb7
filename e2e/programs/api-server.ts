import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isRecord } from '@/lib/promise/path'

/** A request that a program made. */
export interface ApiRequest {
  readonly method: string
  readonly path: string
  readonly contentType: string
  /** The body as JSON. */
  readonly body: unknown
}

/** What a request wants the status to be. @throws Error when it is no patch of a status. */
export function statusOf(request: ApiRequest | undefined): Readonly<Record<string, unknown>> {
  if (!isRecord(request?.body) || !isRecord(request.body.status)) {
    throw new Error(`not a patch of a status: ${JSON.stringify(request)}`)
  }
  return request.body.status
}

export interface FakeApiServer {
  readonly url: string
  readonly requests: readonly ApiRequest[]
  /** From now on requests fail with this HTTP status. */
  refuse(status: number): void
  /** Writes `.kube/config` below a folder, for programs that run with it as HOME. */
  writeKubeconfig(home: string): void
  close(): Promise<void>
}

/** A Kubernetes API server on loopback that takes any patch and remembers it. */
export async function startApiServer(): Promise<FakeApiServer> {
  const requests: ApiRequest[] = []
  let refusal = 0
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      const { method = '', url = '', headers } = request
      const body: unknown = text === '' ? undefined : JSON.parse(text)
      requests.push({ method, path: url, contentType: headers['content-type'] ?? '', body })
      const answer = refusal
        ? { kind: 'Status', apiVersion: 'v1', status: 'Failure', message: 'refused', code: refusal }
        : { kind: 'Object', apiVersion: 'example.org/v1', metadata: { name: 'answer' } }
      response.writeHead(refusal || 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(answer))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    requests,
    refuse(status) {
      refusal = status
    },
    writeKubeconfig(home) {
      mkdirSync(join(home, '.kube'), { recursive: true })
      writeFileSync(join(home, '.kube/config'), kubeconfig(url))
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

function kubeconfig(server: string): string {
  return `apiVersion: v1
kind: Config
current-context: test
clusters:
  - name: test
    cluster:
      server: ${server}
contexts:
  - name: test
    context:
      cluster: test
      user: test
users:
  - name: test
    user: {}
`
}
