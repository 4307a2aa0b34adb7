import type { BrowserContext, Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { expect, test } from './test'

// The page is killed, without a chance to say goodbye, while somebody types: at random times, so
// that some hit a save. `LONG=1` does it 200 times; `KILL_SEED` repeats a run.

const KILLS = process.env.LONG ? 200 : 50
const PARTS = 5
const SEED = Number(process.env.KILL_SEED ?? 20_260_101)
/** What may be lost (milliseconds; invariant 9). */
const GRACE = 500

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
    for (let n = 0; n < KILLS / PARTS; n += 1) {
      const page = await open(context, url)
      await expect(registryOf(page)).toHaveValue(stood)
      await registryOf(page).fill('')
      const typed: { text: string; at: number }[] = [{ text: '', at: Date.now() }]
      const until = Date.now() + 300 + next() * 1_200
      for (let text = `k${n}-`; Date.now() < until; text += 'abcdefghij'[text.length % 10]) {
        await registryOf(page).evaluate((input: HTMLInputElement, value) => {
          // As typing does: the whole value, through the native setter that React listens to.
          const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
          set?.call(input, value)
          input.dispatchEvent(new Event('input', { bubbles: true }))
        }, text)
        typed.push({ text, at: Date.now() })
        await page.waitForTimeout(next() * 60)
      }
      const killedAt = Date.now()
      await kill(page)

      const after = await open(context, url)
      stood = await registryOf(after).inputValue()
      await after.close()
      const must = typed.findLast(({ at }) => at <= killedAt - GRACE)
      const kept = typed.findLastIndex(({ text }) => text === stood)
      const told = `seed ${SEED}, part ${part}, kill ${n}: typed ${typed.at(-1)?.text}, stands ${stood}`
      if (must) expect(kept, told).toBeGreaterThanOrEqual(typed.indexOf(must))
    }
    const page = await open(context, url)
    await page.goto('/')
    await expect(new HomePage(page).draft('redis')).toBeVisible()
    await expect(page.getByText('Cannot be read here')).toBeHidden()
  })
}
