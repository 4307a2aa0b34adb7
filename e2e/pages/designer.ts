import { expect, type Locator, type Page } from '@playwright/test'

export type Section = 'Overview' | 'API' | 'Dependencies' | 'Workflows' | 'Scheduling' | 'Try it'

/** The window in which a Promise is designed: top bar, outline, form, files, problems. */
export class DesignerPage {
  readonly outline: Locator
  readonly form: Locator
  readonly problems: Locator

  constructor(readonly page: Page) {
    this.outline = page.getByRole('navigation', { name: 'Outline' })
    this.form = page.getByRole('main')
    this.problems = page.getByRole('region', { name: 'Problems' })
  }

  /** Shows a section by its entry in the outline. */
  async goTo(section: Section) {
    await this.outline.getByRole('treeitem', { name: new RegExp(`^${section}`) }).click()
    await expect(this.form.getByRole('heading', { level: 1, name: section })).toBeVisible()
  }

  async undo(): Promise<void> {
    // A message may offer an Undo of its own.
    await this.page.getByRole('banner').getByRole('button', { name: 'Undo' }).click()
  }

  async redo(): Promise<void> {
    await this.page.getByRole('button', { name: 'Redo' }).click()
  }

  /** Resolves when every change is in the browser's storage. */
  async saved(): Promise<void> {
    await expect(this.page.getByRole('banner').getByText('Saved', { exact: true })).toBeVisible()
  }
}
