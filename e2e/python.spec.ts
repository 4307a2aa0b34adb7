import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
import { dropPolicy, listen } from './locks'
import { openProgram } from './pages/program'
import { expect, test } from './test'

// Programs of steps in Python: nothing is loaded before it is asked for, and a hostile one reaches
// nothing. The frame, its policy and its closing are those of sandbox.spec.ts.

test.setTimeout(180_000)

const open = (page: Page, info: TestInfo, program = '') =>
  openProgram(page, info, program, 'python')

async function runPython({ chip, step }: Awaited<ReturnType<typeof open>>): Promise<void> {
  await chip.click()
  await step.getByRole('button', { name: 'Run Python here (6 MB)' }).click()
  await expect(chip).toContainText(/Succeeded|Failed|Not run here$/, { timeout: 120_000 })
}

test('a program in Python runs once it is asked for, and from then on like any other', async ({
  page,
}, info) => {
  const loaded: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith('/sandbox/')) loaded.push(pathname)
  })
  const opened = await open(page, info)
  const { tryIt, chip, step } = opened
  await expect(chip).toContainText('Not run here yet')
  await chip.click()
  await expect(step).toContainText('Its program in Python is not run here yet.')
  await expect(step.getByRole('button', { name: 'Feed a recorded output' })).toBeVisible()
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
  expect(loaded).toEqual([])

  await runPython(opened)
  await expect(chip).toContainText('Succeeded · 2 files')
  await expect(tryIt.outcome).toContainText('Completed')
  await expect(step).toContainText('/kratix/input/object.yaml')
  await expect(tryIt.status).toContainText('Redis example-redis is configured')
  // What it says has changed; who pressed it is still there.
  await expect(step.getByRole('button', { name: 'Run again' })).toBeFocused()
  const once = loaded.filter((path) => path.startsWith('/sandbox/python/'))
  expect(once).toHaveLength(4)

  await tryIt.form.getByLabel('size').selectOption('large')
  const again = step.getByRole('button', { name: 'Run', exact: true })
  // On a slow machine it takes more than a second, and waits to be asked.
  await expect(async () => {
    if (await again.isVisible()) await again.click()
    await step.getByRole('button', { name: /configmap-/ }).click({ timeout: 5000 })
    const text = await page.getByRole('dialog').locator('.view-lines').innerText()
    await page.keyboard.press('Escape')
    expect(text).toContain('large')
  }).toPass({ timeout: 120_000 })
  expect(loaded.filter((path) => path.startsWith('/sandbox/python/'))).toEqual(once)
})

test('a program that fails says why, and what it told the API server', async ({ page }, info) => {
  const opened = await open(
    page,
    info,
    `import sys
from step import execute
def run(sdk, target):
    raise ValueError("there is no room left")
sys.exit(execute("resource/configure", run, lambda reason: {"stage": "failed", "message": reason}))
`,
  )
  await runPython(opened)
  await expect(opened.chip).toContainText('Failed')
  await expect(opened.step).toContainText('exit 1')
  await expect(opened.step).toContainText('a stand-in for the API server has taken it')
  await expect(opened.tryIt.status).toContainText('message: there is no room left')
})

test('a package that is not there is named', async ({ page }, info) => {
  const opened = await open(page, info, 'import numpy\n')
  await runPython(opened)
  await expect(opened.chip).toContainText('Not run here')
  await expect(opened.step).toContainText('It needs the package numpy')
})

const reachOut = readFileSync(join(import.meta.dirname, 'fixtures/hostile/reach-out.py'), 'utf8')

/** Undoes the second lock: what is to be taken from the global scope stays. */
async function keepGlobals(page: Page): Promise<void> {
  // The worker is packed, so it is changed where the page unpacks it.
  await page.addInitScript(() => {
    const decode = TextDecoder.prototype.decode
    TextDecoder.prototype.decode = function (...given) {
      const text = decode.apply(this, given)
      return text.includes('python.invalid') ? `Reflect.deleteProperty = () => true;${text}` : text
    }
  })
}

test.describe('a hostile program', () => {
  test.use({
    reaches: /\/(fetch|xhr|script\.js|module\.js|worker\.js)?$/,
    allowed:
      /Content Security Policy|refused by the policy|Failed to load|blob:null|Failed to fetch/,
  })

  for (const [locks, undo] of [
    ['both locks', []],
    ['the policy alone', [keepGlobals]],
    ['the closed scope alone', [dropPolicy]],
  ] as const) {
    test(`reaches neither network, storage nor page through ${locks}`, async ({
      page,
      baseURL,
    }, info) => {
      const outside = await listen(baseURL ?? '')
      try {
        for (const one of undo) await one(page, outside.url)
        const program = reachOut
          .replaceAll('SITE', baseURL ?? '')
          .replaceAll('OUTSIDE', outside.url)
        const requests: string[] = []
        page.on('requestfinished', (request) => requests.push(new URL(request.url()).pathname))
        const opened = await open(page, info, program)
        await runPython(opened)
        await expect(opened.chip).toContainText('Succeeded')
        const text = await opened.step.locator('pre').filter({ hasText: '"ways"' }).innerText()
        const { ways } = JSON.parse(text) as { ways: Record<string, string> }
        info.annotations.push({ type: 'said', description: text })
        expect(Object.keys(ways).length).toBeGreaterThan(12)
        expect(ways['the scope of the worker']).toContain('done')
        const there = locks === 'the policy alone' ? 'done: function' : 'done: undefined'
        expect(ways['what is there']).toBe(there)
        // Nothing but the policy is there to stop an import; Chromium may refuse it by itself.
        const imports = locks === 'the closed scope alone' ? ['/module.js'] : []
        expect(outside.hits.filter((path) => !imports.includes(path))).toEqual([])
        const within =
          imports.length > 0
            ? /^\/(fetch|xhr|script\.js|worker\.js)$/
            : /^\/(fetch|xhr|script\.js|module\.js|worker\.js)$/
        expect(requests.filter((path) => within.test(path))).toEqual([])
        const through = Object.entries(ways).filter(
          ([way, what]) =>
            /^(indexedDB|caches|parent|document)$/.test(way) && what.startsWith('done'),
        )
        expect(through).toEqual([])
        expect(page.url()).toContain(baseURL)
      } finally {
        outside.close()
      }
    })
  }

  test('would reach out if there were no lock: what is counted above counts', async ({
    page,
    baseURL,
  }, info) => {
    const outside = await listen(baseURL ?? '')
    try {
      await keepGlobals(page)
      await dropPolicy(page, outside.url)
      const program = reachOut.replaceAll('SITE', baseURL ?? '').replaceAll('OUTSIDE', outside.url)
      const opened = await open(page, info, program)
      await runPython(opened)
      await expect(opened.chip).toContainText('Succeeded')
      expect(outside.hits).toContain('/xhr')
    } finally {
      outside.close()
    }
  })

  test('that runs for ever is stopped, and the time to start is not counted', async ({
    page,
  }, info) => {
    const opened = await open(page, info, 'print("it goes on")\nwhile True: pass\n')
    await runPython(opened)
    await expect(opened.step).toContainText('did not end within 5 seconds')
    await expect(opened.step).toContainText('it goes on')
    await expect(page.locator('iframe')).toHaveCount(0)
  })
})
