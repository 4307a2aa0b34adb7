import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'

// What the tests of hostile programs count, and how they undo the first of the two locks.

/** Counts whatever reaches a server outside of the site, which also has the frame without a policy. */
export async function listen(site: string) {
  const hits: string[] = []
  const frame = (await (await fetch(`${site}/sandbox/frame.html`)).text()).replace(
    /<meta http-eq[^>]*>/,
    '',
  )
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path !== '/frame.html') hits.push(path)
    response.setHeader('Access-Control-Allow-Origin', '*')
    response.setHeader('Content-Type', path === '/frame.html' ? 'text/html' : 'text/javascript')
    response.end(path === '/frame.html' ? frame : 'export {}')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, hits, close: () => server.close() }
}

/** Undoes the first lock: the frame has no policy, neither in itself nor as a header. */
export async function dropPolicy(page: Page, outside: string): Promise<void> {
  // What a route answers itself has no address, and Chromium lets it reach no machine of one's own.
  await page.route('**/sandbox/frame.html', (route) =>
    route.continue({ url: `${outside}/frame.html` }),
  )
}
