import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { dropPolicy, listen } from './locks'
import { openProgram } from './pages/program'
import { expect, test } from './test'

// Programs of steps that really run, and what a hostile one cannot do.

test('a program runs as it is, again with another request, and for a test case alone', async ({
  page,
}, info) => {
  const { tryIt, chip, step } = await openProgram(page, info)

  await expect(chip).toContainText('Succeeded · 2 files')
  await expect(tryIt.outcome).toContainText('Completed')
  await chip.click()
  await expect(step).toContainText('exit 0')
  await expect(step).toContainText('/kratix/input/object.yaml')
  await expect(
    step.getByRole('button', { name: /configmap-default-example-redis-own/ }),
  ).toBeVisible()
  await expect(tryIt.status).toContainText('Redis example-redis is configured')

  await tryIt.form.getByLabel('size').selectOption('large')
  await expect(async () => {
    await step.getByRole('button', { name: /configmap-/ }).click()
    const text = await page.getByRole('dialog').locator('.view-lines').innerText()
    await page.keyboard.press('Escape')
    expect(text).toContain('large')
  }).toPass()

  await page.getByRole('button', { name: 'More of this run' }).click()
  await page.getByRole('menuitem', { name: 'Save as a test case…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('workflows/resource/configure/announce/own/tests/')
  const found = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(found.violations).toEqual([])
})

test('a program that fails says why, with what it told the API server', async ({ page }, info) => {
  const { tryIt, chip, step } = await openProgram(
    page,
    info,
    `import { isMain, type Pipeline, runPipeline } from './kratix/index.js'
     export const pipeline: Pipeline = {
       type: 'resource', action: 'configure',
       async run() { throw new Error('there is no room left') },
       failure: (reason) => ({ stage: 'failed', message: reason }),
     }
     if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)`,
  )
  await expect(chip).toContainText('Failed')
  await expect(tryIt.outcome).toContainText('A pipeline fails')
  await expect(step).toContainText('exit 1')
  await expect(step).toContainText('there is no room left')
  await expect(step).toContainText('a stand-in for the API server has taken it')
  await expect(tryIt.status).toContainText('message: there is no room left')
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations).toEqual([])
})

test('a program that needs what is not here is not run, and can be fed', async ({ page }, info) => {
  const { chip, step } = await openProgram(page, info, "import pad from 'left-pad'\npad('x')\n")
  await expect(chip).toContainText('Not run here')
  await expect(step).toContainText('It needs the package left-pad, which is not there in the page.')
  await expect(step.getByRole('button', { name: 'Feed a recorded output' })).toBeVisible()
})

test('a program that takes long runs when it is asked to', async ({ page }, info) => {
  const { tryIt, chip, step } = await openProgram(
    page,
    info,
    `import { writeFileSync } from 'node:fs'
     setTimeout(() => writeFileSync('/kratix/output/late.yaml', 'a: 1\\n'), 1500)`,
  )
  await expect(chip).toContainText('Succeeded · 1 file')
  await tryIt.form.getByLabel('size').selectOption('large')
  await expect(tryIt.outcome).toContainText('it runs when you ask')
  await chip.click()
  await step.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(chip).toContainText('Running…')
  await expect(chip).toContainText('Succeeded · 1 file')
  await expect(step.getByRole('button', { name: 'Run again' })).toBeVisible()
})

test('a program has the events and the random values of Node', async ({ page }, info) => {
  const { chip, step } = await openProgram(
    page,
    info,
    `const stop = new AbortController()
     stop.signal.addEventListener('abort', () => console.log('aborted', crypto.randomUUID().length))
     stop.abort()
     console.log(typeof globalThis.addEventListener, typeof postMessage)`,
  )
  await expect(chip).toContainText('Succeeded')
  await chip.click()
  await expect(step).toContainText('aborted 36')
  await expect(step).toContainText('undefined undefined')
})

for (const [what, program, ended] of [
  ['texts', 'JSON.stringify = () => forged', 'Failed'],
  // Nothing is sent by what it changes here: it has simply ended.
  ['promises', 'Promise.prototype.then = (done) => done(forged)', 'Succeeded'],
] as const) {
  test(`what a program makes of its ${what} does not reach the page`, async ({ page }, info) => {
    const { tryIt, chip, step } = await openProgram(
      page,
      info,
      `const forged = { end: { kind: 'exit', code: 0 }, log: Object.assign(['forged'], { join: 1 }) }
       ${program}`,
    )
    await expect(chip).toContainText(ended)
    if (ended === 'Succeeded') await chip.click()
    await expect(step).toBeVisible()
    await expect(step).not.toContainText('forged')
    await tryIt.form.getByLabel('size').selectOption('large')
  })
}

test.describe('without a network', () => {
  test.use({ allowed: /ERR_FAILED|Failed to load/ })

  test('a program is told not to have been run, and runs when it is asked to later', async ({
    page,
  }, info) => {
    await page.route('**/sandbox/program.js', (route) => route.abort())
    const { tryIt, chip, step } = await openProgram(page, info)
    await expect(tryIt.outcome).toContainText('A program could not be run.')
    await expect(page.getByRole('main')).toContainText('reload the page when there is a network')
    await chip.click()
    await expect(step).toContainText('Not run yet')
    await page.unroute('**/sandbox/program.js')
    await step.getByRole('button', { name: 'Run again' }).click()
    await expect(chip).toContainText('Succeeded')
    await expect(page.getByRole('main')).not.toContainText('when there is a network')
  })
})

const reachOut = readFileSync(join(import.meta.dirname, 'fixtures/hostile/reach-out.ts'), 'utf8')

/** Undoes the second lock: what is to be taken from the global scope stays. */
async function keepGlobals(page: Page): Promise<void> {
  await page.route('**/sandbox/program.js', async (route) => {
    const response = await route.fetch()
    const body = `Reflect.deleteProperty = () => true;${await response.text()}`
    await route.fulfill({ response, body })
  })
}

test.describe('a hostile program', () => {
  test.use({
    reaches: /\/(fetch|xhr|events|beacon|script\.js|module\.js|worker\.js|nested|ws)?$/,
    allowed:
      /Content Security Policy|refused by the policy|Failed to load|blob:null|Failed to fetch/,
  })

  for (const [locks, open] of [
    ['both locks', async () => undefined],
    ['the policy alone', keepGlobals],
    ['the closed scope alone', dropPolicy],
  ] as const) {
    test(`reaches neither network, storage nor page through ${locks}`, async ({
      page,
      baseURL,
    }, info) => {
      const outside = await listen(baseURL ?? '')
      try {
        await open(page, outside.url)
        await page.addInitScript(() => {
          if (window !== top) return
          const heard: unknown[] = []
          Object.assign(window, { heard })
          addEventListener('message', (event) => heard.push(event.data))
          new BroadcastChannel('x').addEventListener('message', (event) => heard.push(event.data))
        })
        const site = baseURL ?? ''
        const program = reachOut.replaceAll('SITE', site).replaceAll('OUTSIDE', outside.url)
        const requests: string[] = []
        page.on('requestfinished', (request) => requests.push(new URL(request.url()).pathname))
        const { chip, step } = await openProgram(page, info, program)
        await expect(chip).toContainText('Succeeded')
        await chip.click()
        const text = await step.locator('pre').filter({ hasText: '"fetch site"' }).innerText()
        const said = Object.entries(JSON.parse(text) as Record<string, string>)
        expect(said.length).toBeGreaterThan(25)
        // Nothing but the policy is there to stop an import; Chromium may refuse it by itself.
        const imports = locks === 'the closed scope alone' ? ['/module.js'] : []
        expect(outside.hits.filter((path) => !imports.includes(path))).toEqual([])
        const within =
          imports.length > 0
            ? /^\/(fetch|xhr|events|beacon|script\.js|worker\.js)$/
            : /^\/(fetch|xhr|events|beacon|script\.js|module\.js|worker\.js)$/
        expect(requests.filter((path) => within.test(path))).toEqual([])
        const through = said.filter(([way, what]) => STORAGE.test(way) && what.startsWith('done'))
        expect(through).toEqual([])
        const heard: unknown = await page.evaluate(() => Reflect.get(window, 'heard'))
        expect(JSON.stringify(heard)).not.toMatch(/"x"|forged/)
        expect(page.url()).toContain(site)
        const stored = await page.evaluate(async () => ({
          local: localStorage.getItem('x'),
          databases: (await indexedDB.databases()).map(({ name }) => name),
          caches: await caches.keys(),
          polluted: Object.keys(Object.prototype),
        }))
        expect(stored).toMatchObject({ local: null, caches: [], polluted: [] })
        expect(stored.databases).not.toContain('x')
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
      const { chip } = await openProgram(page, info, program)
      await expect(chip).toContainText('Succeeded')
      expect(outside.hits).toContain('/fetch')
    } finally {
      outside.close()
    }
  })

  for (const [what, program, printed] of [
    ['runs for ever', 'for (;;) {}', ''],
    [
      'waits for ever in small steps',
      "console.log('it goes on')\nconst go = (): Promise<void> => Promise.resolve().then(go)\nawait go()",
      'it goes on',
    ],
    [
      'takes all memory',
      'const all: unknown[] = []\nfor (;;) all.push(new Uint8Array(1e7).fill(1))',
      '',
    ],
    [
      'prints for ever',
      "for (;;) console.log('x'.repeat(1000))",
      'it went on printing; the rest is not kept.',
    ],
  ] as const) {
    test(`that ${what} is stopped, while the page can be used`, async ({ page }, info) => {
      const { tryIt, chip, step } = await openProgram(page, info, program)
      await expect(chip).toContainText('Running…')
      // The page answers while the program runs.
      await tryIt.show('YAML')
      await expect(tryIt.yaml).toBeAttached()
      await tryIt.show('Form')
      await expect(chip).toContainText('Failed')
      await expect(step).toContainText(/did not end within 5 seconds|was ended by the browser/)
      // What it had printed until then is known.
      await expect(step).toContainText(printed)
      await expect(page.locator('iframe')).toHaveCount(0)
      await expect(step.getByRole('button', { name: 'Run again' })).toBeEnabled()
    })
  }

  test('changes no prototype of the page by what it leaves', async ({ page }, info) => {
    const { chip, step, tryIt } = await openProgram(
      page,
      info,
      `import { writeFileSync } from 'node:fs'
       for (const name of ['__proto__', 'constructor', 'toString']) writeFileSync('/kratix/output/' + name, name)
       writeFileSync('/kratix/metadata/status.yaml', '__proto__: {polluted: true}\\nconstructor: {prototype: {polluted: true}}\\n')
       Object.assign(Object.prototype, { polluted: true })
       Array.prototype.map = () => ['forged']
       JSON.stringify = () => '{"forged": true}'`,
    )
    await expect(chip).toContainText(/Succeeded|Failed/)
    await chip.click()
    await expect(step).toContainText('own')
    await expect(tryIt.outcome).toBeVisible()
    expect(await page.evaluate(() => Object.keys(Object.prototype))).toEqual([])
    expect(await page.evaluate(() => ({}) as { polluted?: unknown })).toEqual({})
  })
})

const STORAGE = /^(indexedDB|caches|localStorage|cookieStore|storage|parent|top|document)$/
