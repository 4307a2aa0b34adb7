import { expect, type Locator, type Page } from '@playwright/test'
import { paste } from './paste'

/** More stops than any page of ours has between two controls. */
const LIMIT = 150

/** A person without a mouse: presses keys, and knows where the focus is. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  async paste(text: string): Promise<void> {
    await paste(this.page, text)
  }

  /** Presses Tab until `target` has the focus; fails where Tab does not lead there. */
  async tabTo(target: Locator): Promise<void> {
    await this.walk(target, 'Tab')
  }

  async tabBackTo(target: Locator): Promise<void> {
    await this.walk(target, 'Shift+Tab')
  }

  /** Presses an arrow until `target` has the focus, as in a tree, a menu or a list. */
  async arrowTo(target: Locator, key: 'ArrowDown' | 'ArrowUp' | 'ArrowLeft' | 'ArrowRight') {
    await this.walk(target, key)
  }

  /** Presses the arrow in the select that has the focus until it holds `wanted`, a value or its words. */
  async choose(select: Locator, wanted: string): Promise<void> {
    await expect(select).toBeFocused()
    await this.page.keyboard.press('Home')
    const chosen = () =>
      select.evaluate(({ value, selectedOptions: [option] }: HTMLSelectElement) => [
        value,
        option?.label,
      ])
    const options = await select.locator('option').count()
    for (let pressed = 0; pressed < options; pressed += 1) {
      if ((await chosen()).includes(wanted)) return
      await this.page.keyboard.press('ArrowDown')
    }
    expect(await chosen()).toContain(wanted)
  }

  private async walk(target: Locator, key: string): Promise<void> {
    await expect(target).toBeVisible()
    for (let pressed = 0; pressed < LIMIT; pressed += 1) {
      if (await hasFocus(target)) return
      if (key.endsWith('Tab')) await this.mustNotIndent(target)
      await this.page.keyboard.press(key)
      // Some lists draw the row first and focus it then.
      await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)))
    }
    throw new Error(`${LIMIT} times ${key} did not lead to ${target}`)
  }

  /** In the code editor Tab would write into the file instead of moving on. */
  private async mustNotIndent(target: Locator): Promise<void> {
    const caught = await this.page.evaluate(() => {
      const input = document.activeElement?.closest<HTMLTextAreaElement>('.monaco-editor textarea')
      return input?.readOnly === false ? input.ariaLabel : undefined
    })
    if (caught) throw new Error(`On the way to ${target}: Tab would write into ${caught}`)
  }
}

async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) =>
    elements.some((element) => element === document.activeElement),
  )
}
