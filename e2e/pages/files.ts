import { expect, type Locator, type Page } from '@playwright/test'
import { pasteOver } from './paste'

/** The right pane: promise.yaml or any other file, in the code editor. */
export class FilesPane {
  readonly pane: Locator

  constructor(private readonly page: Page) {
    this.pane = page.getByRole('complementary', { name: 'Files' })
  }

  editor(path = 'promise.yaml'): Locator {
    return this.pane.getByRole('textbox', { name: `Text of ${path}` })
  }

  /** Lines that the editor shows at the moment, as read on the screen. */
  get lines(): Locator {
    return this.pane.locator('.view-lines')
  }

  /** Opens a file by the tree. */
  async open(path: string): Promise<void> {
    const files = this.pane.getByRole('button', { name: /^Files/ })
    if ((await files.getAttribute('aria-expanded')) !== 'true') await files.click()
    const tree = this.pane.getByRole('tree', { name: 'Files of the repository' })
    await tree.locator(`[data-path="${path}"]`).click()
    await expect(this.editor(path)).toBeAttached()
  }

  async openPromise(): Promise<void> {
    await this.pane.getByRole('button', { name: 'promise.yaml', exact: true }).click()
    await expect(this.editor()).toBeAttached()
  }

  /** Shows a text in the editor by searching for it, and puts the cursor there. */
  async find(text: string): Promise<void> {
    await this.pane.getByRole('textbox', { name: /^Text of/ }).focus()
    await this.page.keyboard.press('ControlOrMeta+f')
    const find = this.page.getByRole('textbox', { name: 'Find' })
    await find.fill(text)
    await find.press('Enter')
    await find.press('Escape')
  }

  /** Replaces the first place of `text` by typing. */
  async replace(text: string, by: string): Promise<void> {
    await this.find(text)
    await this.page.keyboard.insertText(by)
  }

  /** Replaces everything. */
  async write(text: string, path = 'promise.yaml'): Promise<void> {
    await this.editor(path).focus()
    await pasteOver(this.page, text)
  }
}
