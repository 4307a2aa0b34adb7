import { test as base, expect } from '@playwright/test'

export { expect }

/** What no page of ours may ever do, whatever a test is about (invariant 11). */
interface Guards {
  readonly guard: undefined
}

/**
 * Playwright's test with a guard: it fails on a violation of the Content-Security-Policy, on a
 * request to another origin, on an uncaught error and on an error in the console.
 */
export const test = base.extend<Guards>({
  guard: [
    async ({ page, baseURL }, use) => {
      const faults: string[] = []
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (/^https?:$/.test(protocol) && origin !== new URL(baseURL ?? '').origin) {
          faults.push(`request to ${request.url()}`)
        }
      })
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(`console: ${message.text()}`)
      })
      await use(undefined)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})
