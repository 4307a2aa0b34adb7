import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog in which properties start from something that is there. */
export class StartDialog {
  readonly dialog: Locator
  readonly fields: Locator
  readonly search: Locator
  readonly preview: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Start from something' })
    this.fields = this.dialog.getByRole('tree')
    this.search = this.dialog.getByLabel(/^Search the fields/)
    this.preview = this.dialog.getByRole('region', { name: 'Properties that will be added' })
  }

  async open(what: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Start from…' }).click()
    await this.page.getByRole('menuitem', { name: what }).click()
    await expect(this.dialog).toBeVisible()
  }

  async openByKeyboard(what: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Start from…' }).press('Enter')
    await this.page.getByRole('menuitem', { name: what }).press('Enter')
    await expect(this.dialog).toBeVisible()
  }

  /** A field in the tree, by its path. */
  field(path: string): Locator {
    return this.dialog.getByRole('treeitem', {
      name: new RegExp(`^${path.replaceAll('.', '\\.')},`),
    })
  }

  /** Ends the dialog by a button of it, with the keyboard. */
  async press(button: string): Promise<void> {
    await this.dialog.getByRole('button', { name: button, exact: true }).press('Enter')
    await expect(this.dialog).toBeHidden()
  }
}
