import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'

export type Tab = 'Files' | 'Patch' | 'Kept states'

/** The screen of changes: what differs from a kept state, exports, kept states. */
export class ChangesDialog {
  readonly dialog: Locator
  /** The changed files. */
  readonly files: Locator
  readonly compareWith: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Changes' })
    this.files = this.dialog.getByRole('listbox', { name: 'Changed files' }).getByRole('option')
    this.compareWith = this.dialog.getByLabel('Compare with')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+g')
    await expect(this.dialog).toBeVisible()
    await expect(this.dialog.getByRole('button', { name: 'Export' })).toBeEnabled()
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.dialog).toBeHidden()
  }

  async show(tab: Tab): Promise<void> {
    await this.dialog.getByRole('tab', { name: new RegExp(`^${tab}`) }).click()
  }

  file(path: string): Locator {
    return this.files.and(this.page.getByTitle(path, { exact: true }))
  }

  /** Keeps the design as it is now. */
  async keep(name: string): Promise<void> {
    await this.show('Kept states')
    await this.dialog.getByLabel('Name for the design as it is now').fill(name)
    await this.dialog.getByRole('button', { name: 'Keep this state' }).click()
    await expect(this.dialog.getByText(`“${name}” is kept.`)).toBeVisible()
  }

  state(name: string): Locator {
    return this.dialog
      .getByRole('list', { name: 'Kept states' })
      .getByRole('listitem')
      .filter({ hasText: name })
  }

  async goBack(name: string): Promise<void> {
    await this.show('Kept states')
    await this.state(name)
      .getByRole('button', { name: /^Go back/ })
      .click()
    await expect(this.dialog).toBeHidden()
  }

  /** Exports by an entry of the menu and gives the bytes. */
  async export(entry: 'Only changed files' | 'Patch'): Promise<Uint8Array> {
    const event = this.page.waitForEvent('download')
    await this.choose(entry)
    return new Uint8Array(await readFile(await (await event).path()))
  }

  async choose(entry: 'Only changed files' | 'Patch' | 'Write into a folder'): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Export' }).click()
    await this.page.getByRole('menuitem', { name: new RegExp(`^${entry}`) }).click()
  }
}
