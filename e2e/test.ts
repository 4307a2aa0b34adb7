import { test as base, expect } from '@playwright/test'

export { expect }

/** What no page of ours may ever do, whatever a test is about (invariant 11). */
interface Guards {
  readonly guard: undefined
  /** Addresses that a test reaches on purpose: what the user asked for. They may fail, too. */
  readonly reaches: RegExp | undefined
  /** Faults that a test forces, and that it therefore must expect. */
  readonly allowed: RegExp | undefined
}

/**
 * Playwright's test with a guard: it fails on a violation of the Content-Security-Policy, on a
 * request to another origin, on an uncaught error and on an error in the console.
 */
export const test = base.extend<Guards>({
  reaches: [undefined, { option: true }],
  allowed: [undefined, { option: true }],
  guard: [
    async ({ page, baseURL, reaches, allowed }, use) => {
      const faults: string[] = []
      await page.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          console.error(`refused by the policy: ${event.violatedDirective} ${event.blockedURI}`)
        })
      })
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url())
        if (reaches?.test(request.url())) return
        if (/^https?:$/.test(protocol) && origin !== new URL(baseURL ?? '').origin) {
          faults.push(`request to ${request.url()}`)
        }
      })
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`))
      page.on('console', (message) => {
        const text = `${message.text()} ${message.location().url}`
        if (message.type() !== 'error' || reaches?.test(text)) return
        faults.push(`console: ${text}`)
      })
      await use(undefined)
      expect(faults.filter((fault) => !allowed?.test(fault))).toEqual([])
    },
    { auto: true },
  ],
})
