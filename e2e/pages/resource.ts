import { expect, type Locator, type Page } from '@playwright/test'

export type ApiTab = 'Properties' | 'Names' | 'Versions' | 'Columns' | 'Request'

/** What stands around the schema, in the tabs of the API section. */
export class ResourceForm {
  constructor(private readonly page: Page) {}

  private get form(): Locator {
    return this.page.getByRole('main')
  }

  tab(name: ApiTab): Locator {
    return this.form.getByRole('tab', { name, exact: true })
  }

  async show(name: ApiTab): Promise<void> {
    await this.tab(name).click()
    await expect(this.tab(name)).toHaveAttribute('aria-selected', 'true')
  }

  field(label: string): Locator {
    return this.form.getByLabel(label, { exact: true })
  }

  version(name: string): Locator {
    return this.field(`Name of version ${name}`)
  }

  stored(name: string): Locator {
    return this.form.getByRole('radio', { name: `Store ${name}` })
  }

  async act(version: string, action: 'Copy version' | 'Remove version'): Promise<void> {
    await this.form.getByRole('button', { name: `Actions for ${version}` }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  get differences(): Locator {
    return this.form.getByRole('list', { name: 'Differences' }).getByRole('listitem')
  }

  get columns(): Locator {
    return this.form.getByRole('list', { name: 'Columns' }).getByRole('listitem')
  }

  /** Adds a column that shows this json path. */
  async addColumn(path: string): Promise<void> {
    const field = this.field('What the new column shows')
    await field.fill(path)
    await field.press('Enter')
    await expect(field).toHaveValue('')
  }

  /** What a command prints. */
  output(command: string): Locator {
    return this.form.getByRole('region', { name: `Output of ${command}`, exact: true })
  }

  get example(): Locator {
    return this.form.getByRole('region', { name: 'Example request' })
  }
}
