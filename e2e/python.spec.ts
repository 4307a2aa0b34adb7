import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page, TestInfo } from '@playwright/test'
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

test.describe('a hostile program', () => {
  test.use({
    reaches: /\/(fetch|xhr|script\.js|module\.js|worker\.js)?$/,
    allowed:
      /Content Security Policy|refused by the policy|Failed to load|blob:null|Failed to fetch/,
  })

  for (const [locks, keepGlobals] of [
    ['both locks', false],
    ['the policy alone', true],
  ] as const) {
    test(`reaches neither network, storage nor page through ${locks}`, async ({
      page,
      baseURL,
    }, info) => {
      const hits: string[] = []
      const server = createServer((request, response) => {
        hits.push(request.url ?? '')
        response.setHeader('Access-Control-Allow-Origin', '*')
        response.end('export {}')
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      try {
        if (keepGlobals) {
          // The worker is packed; the frame makes it from a text.
          await page.addInitScript(() => {
            const decode = TextDecoder.prototype.decode
            TextDecoder.prototype.decode = function (...given) {
              const text = decode.apply(this, given)
              return text.includes('python.invalid')
                ? `Reflect.deleteProperty = () => true;${text}`
                : text
            }
          })
        }
        const program = reachOut.replaceAll('SITE', baseURL ?? '').replaceAll('OUTSIDE', outside)
        const requests: string[] = []
        page.on('requestfinished', (request) => requests.push(new URL(request.url()).pathname))
        const opened = await open(page, info, program)
        await runPython(opened)
        await expect(opened.chip).toContainText('Succeeded')
        const text = await opened.step.locator('pre').filter({ hasText: '"ways"' }).innerText()
        const said = JSON.parse(text) as { ways: Record<string, string> }
        info.annotations.push({ type: 'said', description: text })
        expect(Object.keys(said.ways).length).toBeGreaterThan(12)
        expect(said.ways['the scope of the worker']).toContain('done')
        const there = keepGlobals ? 'done: function' : 'done: undefined'
        expect(said.ways['what is there']).toBe(there)
        expect(hits).toEqual([])
        expect(
          requests.filter((path) => /^\/(fetch|xhr|script\.js|worker\.js)$/.test(path)),
        ).toEqual([])
        const through = Object.entries(said.ways).filter(
          ([way, what]) =>
            /^(indexedDB|caches|parent|document)$/.test(way) && what.startsWith('done'),
        )
        expect(through).toEqual([])
        expect(page.url()).toContain(baseURL)
      } finally {
        server.close()
      }
    })
  }

  test('that runs for ever is stopped, and the time to start is not counted', async ({
    page,
  }, info) => {
    const opened = await open(page, info, 'while True: pass\n')
    await runPython(opened)
    await expect(opened.step).toContainText('did not end within 5 seconds')
    await expect(page.locator('iframe')).toHaveCount(0)
  })
})
