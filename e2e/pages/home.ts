import { expect, type Page } from '@playwright/test'

/** The first page: a new Promise, something to open, the drafts. */
export class HomePage {
  constructor(private readonly page: Page) {}

  /** Opens the page and waits until the drafts have been read. */
  async open(): Promise<void> {
    await this.page.goto('/')
    const drafts = this.page.getByRole('region', { name: 'Your drafts' })
    await expect(drafts).toBeVisible()
    await expect(drafts.getByText('Reading…')).toBeHidden()
  }

  field(label: 'Name' | 'Kind' | 'Group' | 'Version' | 'Plural' | 'Singular') {
    return this.page.getByLabel(label, { exact: true })
  }

  async create(name: string, group: string): Promise<void> {
    await this.field('Name').fill(name)
    await this.field('Group').fill(group)
    await this.page.getByRole('button', { name: 'Create' }).click()
    await this.page.waitForURL(/\/designer/)
  }

  /** The link of a draft in the list. */
  draft(name: string) {
    return this.page.getByRole('link', { name, exact: true })
  }

  /** Does something with a draft by the menu on its card. */
  async act(name: string, action: 'Rename…' | 'Duplicate' | 'Save to a file' | 'Delete') {
    await this.page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Opens files of this machine as the button "Choose files" does. */
  async openFiles(paths: string | string[]): Promise<void> {
    await this.chooseFiles(paths)
    await this.page.waitForURL(/\/designer/)
  }

  /** As {@link openFiles}, for files of which the report has something to say: it is accepted. */
  async openReported(path: string): Promise<void> {
    await this.chooseFiles(path)
    const report = this.page.getByRole('dialog', { name: /^Open .*\?$/ })
    await report.getByRole('button', { name: 'Open', exact: true }).click()
    await this.page.waitForURL(/\/designer/)
  }

  private async chooseFiles(paths: string | string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    await this.page.getByRole('button', { name: 'Choose files' }).click()
    await (await chooser).setFiles(paths)
  }
}
