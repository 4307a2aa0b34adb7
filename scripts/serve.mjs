import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'

/** The Content-Security-Policy of a page whose inline scripts are `html`'s. */
export function policyFor(html) {
  const hashes = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(
    ([, body]) => `'sha256-${createHash('sha256').update(body).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `script-src 'self' ${[...new Set(hashes)].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'", // Monaco sets style elements and attributes
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self' https:",
    "worker-src 'self'",
    "frame-src 'self'", // the frame of the sandbox
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/**
 * Serves the built site on the loopback address. Resolves with the address and a way to stop.
 * @throws Error with code EADDRINUSE when the port is taken. Port 0 takes any free one.
 */
export async function serve(site, port) {
  const { default: sirv } = await import('sirv')
  const files = sirv(site, {
    dev: true, // looks at the folder for each request: a build beside a running server is served
    etag: true,
    extensions: ['html'],
    setHeaders(response, pathname) {
      response.setHeader('X-Content-Type-Options', 'nosniff')
      response.setHeader('Referrer-Policy', 'no-referrer')
      if (pathname.startsWith('/_next/static/')) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
      } else response.setHeader('Cache-Control', 'no-cache')
      // The policy itself is in each page; only a header can forbid framing. The sandbox is for
      // the frame of our own page, and has no origin wherever else it is opened.
      const framing = pathname.startsWith('/sandbox/')
        ? "frame-ancestors 'self'; sandbox allow-scripts; default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; worker-src blob:"
        : "frame-ancestors 'none'"
      response.setHeader('Content-Security-Policy', framing)
    },
  })
  const notFound = readFileSync(join(site, '404.html'))
  const server = createServer((request, response) => {
    files(request, response, () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' })
      response.end(notFound)
    })
  })
  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${address.port}`,
    stop: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}
