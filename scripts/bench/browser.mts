import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import type { Path } from '@/lib/promise/path'
import { pathToString } from '@/lib/promise/path'
import { redisDependencies } from '../../e2e/repository/redis.js'
import { findBrowser } from '../browser.mjs'
import { serve } from '../serve.mjs'
import { gzipped, isEditor } from './first-load.mjs'
import { type Measure, summarise } from './measure.mjs'
import { promiseWith, promiseWithCrd } from './promises.mjs'

const SITE = join(import.meta.dirname, '../../out')
const KEYS = 30
/** A pause between keys, so that each is painted and the worker's answer arrives between them. */
const KEY_DELAY = 200

interface Sample {
  readonly size: string
  readonly files: () => Files
  /** The property whose description is typed, below `spec`. */
  readonly property: Path
  /** Milliseconds of the main thread, where the design says how many. */
  readonly work?: number
  readonly painted?: number
}

function sized(properties: number, budgets: Pick<Sample, 'work' | 'painted'> = {}): Sample {
  const group = Math.floor(properties / 20)
  return {
    size: `${properties.toLocaleString('en')} properties`,
    files: () => promiseWith(properties),
    property: [`group${group}`, 'properties', `property${group * 10 + 3}`],
    ...budgets,
  }
}

const SAMPLES: readonly Sample[] = [
  sized(100, { work: 8, painted: 50 }),
  sized(1000, { painted: 50 }),
  sized(5000),
  {
    size: 'an API of 809 KB',
    files: promiseWithCrd,
    property: ['redis', 'properties', 'replicas'],
  },
]

/** Measures of the built page in Chromium, or the reason why there are none. */
export async function browserMeasures(): Promise<readonly Measure[] | string> {
  if (!existsSync(join(SITE, 'index.html'))) return 'there is no out/ (npm run build)'
  const executablePath = findBrowser()
  if (executablePath === undefined) return 'no Chromium or Chrome is installed'
  const site = await serve(SITE, 0)
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0
  const browser = await chromium.launch({ executablePath, chromiumSandbox: !asRoot })
  try {
    const measures = [await opening(browser, site.url), await fetchedForApi(browser, site.url)]
    for (const sample of SAMPLES) {
      measures.push(...(await editorMeasures(browser, site.url, sample)))
    }
    return [...measures, await addingCrd(browser, site.url)]
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function newPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // tsx wraps named functions in a helper that a page does not have.
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.goto(url)
  await page.getByRole('button', { name: 'Choose files' }).waitFor()
  return page
}

/** Opens a Promise on the home page; gives the milliseconds until its forms can be used. */
async function open(page: Page, files: Files): Promise<number> {
  const bytes = files.get(PROMISE_FILE)?.bytes ?? new Uint8Array()
  await page.evaluate(() => {
    const usable = new Promise<number>((resolve) => {
      addEventListener(
        'change',
        () => {
          const start = performance.now()
          const look = () => {
            const form = document.querySelector('main fieldset:not([disabled]) input')
            if (form) resolve(performance.now() - start)
            else requestAnimationFrame(look)
          }
          look()
        },
        { capture: true, once: true },
      )
    })
    Object.assign(window, { usable })
  })
  const input = page.locator('input[type=file]').first()
  await input.setInputFiles({
    name: PROMISE_FILE,
    mimeType: 'text/yaml',
    buffer: Buffer.from(bytes),
  })
  const time = page.evaluate(() => (window as unknown as { usable: Promise<number> }).usable)
  const late = sleep(60_000, undefined, { ref: false })
  const taken = await Promise.race([time, late])
  if (taken === undefined) throw new Error('the forms of an opened promise.yaml did not come')
  return taken
}

async function opening(browser: Browser, url: string): Promise<Measure> {
  const times: number[] = []
  for (let i = 0; i < 5; i++) {
    const page = await newPage(browser, url)
    times.push(await open(page, promiseWith(860)))
    await page.close()
  }
  return summarise(
    { work: 'open a 260 KB promise.yaml: forms usable', budget: 400, unit: 'ms' },
    times,
  )
}

/** The JavaScript that the page has fetched once the form of a Promise opened at its API is usable. */
async function fetchedForApi(browser: Browser, url: string): Promise<Measure> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const first = await context.newPage()
  await first.addInitScript('globalThis.__name = (value) => value')
  await first.goto(url)
  await first.getByRole('button', { name: 'Choose files' }).waitFor()
  await open(first, promiseWith(100))
  const address = new URL(first.url())
  await first.getByRole('banner').getByText('Saved', { exact: true }).waitFor()
  await first.close() // one tab at a time may change a draft
  address.hash = '#promise.yaml:spec/api'
  const page = await context.newPage()
  await page.addInitScript('globalThis.__name = (value) => value')
  await page.goto(address.href)
  const scripts = await page.evaluate(
    () =>
      new Promise<readonly string[]>((resolve) => {
        const look = () => {
          const heading = document.querySelector('main fieldset:not([disabled]) [role=tabpanel]')
          if (!heading) return requestAnimationFrame(look)
          const fetched = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
          resolve(
            fetched
              .filter(({ initiatorType, responseEnd }) => initiatorType !== 'other' && responseEnd)
              .map(({ name }) => new URL(name).pathname)
              .filter((path) => path.endsWith('.js')),
          )
        }
        look()
      }),
  )
  await context.close()
  const counted = [...new Set(scripts)].filter((path) => !isEditor(path))
  const total = counted.reduce((sum, path) => sum + gzipped(path), 0) / 1000
  const note = `${counted.length} scripts, without Monaco`
  return summarise({ work: 'gzip JavaScript until the API form is usable', unit: 'KB', note }, [
    total,
  ])
}

/** Types into the description of a property in the middle of the API. */
async function editorMeasures(browser: Browser, url: string, sample: Sample) {
  const { size } = sample
  const page = await newPage(browser, url)
  await open(page, sample.files())
  await select(page, [
    ...['spec', 'api', 'spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'properties', 'spec'],
    ...['properties', ...sample.property],
  ])
  const field = page.getByRole('textbox', { name: 'Description', exact: true })
  await field.click()
  await field.press('End')
  await page.waitForTimeout(3000) // Monaco and the first analysis are not what is measured
  await page.evaluate(() => {
    const keys: { work: number; paint: number; text: number }[] = []
    Object.assign(window, { keys })
    addEventListener(
      'keydown',
      () => {
        const start = performance.now()
        let work = 0
        // React renders a key press before the next task.
        const channel = new MessageChannel()
        channel.port1.onmessage = () => {
          work = performance.now() - start
        }
        channel.port2.postMessage(null)
        requestAnimationFrame(() => {
          const painted = new MessageChannel()
          painted.port1.onmessage = () => {
            const paint = performance.now() - start
            // The file follows a frame later, and Monaco draws it in the next.
            requestAnimationFrame(() =>
              requestAnimationFrame(() => {
                const followed = new MessageChannel()
                followed.port1.onmessage = () =>
                  keys.push({ work, paint, text: performance.now() - start })
                followed.port2.postMessage(null)
              }),
            )
          }
          painted.port2.postMessage(null)
        })
      },
      { capture: true },
    )
  })
  for (const key of 'and more words '.repeat(KEYS / 15)) {
    await page.keyboard.press(key === ' ' ? 'Space' : key)
    await sleep(KEY_DELAY)
  }
  await page.waitForTimeout(500)
  const keys = await page.evaluate(
    () => (window as unknown as { keys: Record<'work' | 'paint' | 'text', number>[] }).keys,
  )
  const nodes = await page.evaluate(() => document.querySelectorAll('main *').length)
  const allNodes = await page.evaluate(() => document.querySelectorAll('*').length)
  await page.close()
  const values = (part: 'work' | 'paint' | 'text') => keys.map((key) => key[part])
  const budget = (limit: number | undefined) => (limit === undefined ? {} : { budget: limit })
  const note = 'key to end of task'
  return [
    summarise(
      { work: `key press, main thread: ${size}`, unit: 'ms', note, ...budget(sample.work) },
      values('work'),
    ),
    summarise(
      { work: `key press, field painted: ${size}`, unit: 'ms', ...budget(sample.painted) },
      values('paint'),
    ),
    summarise({ work: `key press, file painted: ${size}`, unit: 'ms' }, values('text')),
    summarise({ work: `DOM nodes of the API editor: ${size}`, unit: '' }, [nodes]),
    summarise({ work: `DOM nodes of the whole page: ${size}`, unit: '' }, [allNodes]),
  ]
}

async function select(page: Page, path: Path): Promise<void> {
  await page.evaluate(
    (hash) => {
      window.location.hash = hash
    },
    `${PROMISE_FILE}:${encodeURIComponent(pathToString(path)).replaceAll('%2F', '/')}`,
  )
}

/** The longest time that the page is blocked while the Redis operator's manifests are added. */
async function addingCrd(browser: Browser, url: string): Promise<Measure> {
  const blocked: number[] = []
  for (let i = 0; i < 5; i++) {
    const page = await newPage(browser, url)
    await open(page, promiseWith(10))
    await page.getByRole('treeitem', { name: /^Dependencies/ }).click()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    await page.waitForTimeout(1500)
    await page.evaluate(() => {
      const tasks: number[] = []
      Object.assign(window, { tasks })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) tasks.push(entry.duration)
      }).observe({ type: 'longtask' })
    })
    const files = redisDependencies().map(({ path, content }) => ({
      name: path,
      mimeType: 'text/yaml',
      buffer: Buffer.from(content.bytes),
    }))
    await page.locator('main input[type=file]').first().setInputFiles(files)
    await page.getByText('6 objects').first().waitFor()
    await page.waitForTimeout(2000)
    const tasks = await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks)
    // Tasks below 50 ms are not reported: 0 says that there was none.
    blocked.push(Math.max(0, ...tasks))
    await page.close()
  }
  return summarise(
    { work: 'add the 809 KB CRD: longest blocking', budget: 50, unit: 'ms' },
    blocked,
  )
}
