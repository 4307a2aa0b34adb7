import type { BrowserContext, Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { expect, test } from './test'

// The page is killed, without a chance to say goodbye, while somebody types: at random times, so
// that some hit a save. `LONG=1` does it 200 times; `KILL_SEED` repeats a run.

const KILLS = process.env.LONG ? 200 : 50
const PARTS = 5
const SEED = Number(process.env.KILL_SEED ?? 20_260_101)
/** How often the page counts that it runs (milliseconds). */
const BEAT = 10
/**
 * What may be lost: half a second (invariant 9) in which the page runs. On a machine that is busy
 * with other things the page stands still meanwhile, and its beats with it.
 */
const GRACE = 500 / BEAT

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Ends the process of the page as a crash does: no handler of ours runs. */
async function kill(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash')
  const cdp = await page.context().newCDPSession(page)
  void cdp.send('Page.crash').catch(() => undefined) // there is nobody left to answer
  await crashed
  await page.close()
}

const registryOf = (page: Page) => new DesignerPage(page).form.getByLabel('Image registry')

/** Begins to count the beats of a page. */
async function count(page: Page): Promise<void> {
  await page.evaluate((beat) => {
    document.documentElement.dataset.beats = '0'
    setInterval(() => {
      const { dataset } = document.documentElement
      dataset.beats = String(Number(dataset.beats) + 1)
    }, beat)
  }, BEAT)
}

const beatsOf = (page: Page): Promise<number> =>
  page.evaluate(() => Number(document.documentElement.dataset.beats))

/** Types as a person does: the whole value, through the native setter that React listens to. */
async function type(page: Page, text: string): Promise<number> {
  return registryOf(page).evaluate((input: HTMLInputElement, value) => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
    set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
    return Number(document.documentElement.dataset.beats)
  }, text)
}

async function open(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  await expect(registryOf(page)).toBeEnabled({ timeout: 60_000 })
  return page
}

for (let part = 0; part < PARTS; part += 1) {
  test(`killed in mid-typing and mid-save, nothing older than half a second is lost (${part + 1} of ${PARTS})`, async ({
    page: first,
    context,
  }) => {
    test.setTimeout(KILLS * 12_000)
    const next = random(SEED + part)
    const home = new HomePage(first)
    await home.open()
    await home.create('redis', 'mygroup.org')
    await new DesignerPage(first).saved()
    const url = first.url()
    await first.close()

    let stood = ''
    // Each page is opened to see what stands, and then typed into and killed.
    let page = await open(context, url)
    for (let n = 0; n < KILLS / PARTS; n += 1) {
      await expect(registryOf(page)).toHaveValue(stood)
      await count(page)
      const typed = [{ text: '', at: await type(page, '') }]
      const until = 30 + next() * 120
      for (let text = `k${n}-`, at = 0; at < until; text += 'abcdefghij'[text.length % 10]) {
        at = await type(page, text)
        typed.push({ text, at })
        await page.waitForTimeout(next() * 60)
      }
      const killedAt = await beatsOf(page)
      await kill(page)

      page = await open(context, url)
      stood = await registryOf(page).inputValue()
      const must = typed.findLast(({ at }) => at <= killedAt - GRACE)
      const kept = typed.findLastIndex(({ text }) => text === stood)
      const told = `seed ${SEED}, part ${part}, kill ${n}: typed ${typed.at(-1)?.text}, stands ${stood}`
      if (must) expect(kept, told).toBeGreaterThanOrEqual(typed.indexOf(must))
    }
    await page.goto('/')
    await expect(new HomePage(page).draft('redis')).toBeVisible()
    await expect(page.getByText('Cannot be read here')).toBeHidden()
  })
}
