import type { Locator, Page } from '@playwright/test'

/** The templates of the selected render step: when each is written, and where its files go. */
export class TemplatesForm {
  constructor(private readonly page: Page) {}

  /** Adds a template and gives it a name below `resources/`. */
  async add(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a template' }).press('Enter')
    await this.page.getByLabel('File name of the template').fill(name)
  }

  /** Lets the template be written only when the value is as asked. */
  async writeOnlyWhen(template: string, value: string, asks: string): Promise<void> {
    await this.page
      .getByLabel(`When ${template} is written`)
      .selectOption({ label: `only when ${value}` })
    await this.page
      .getByLabel(`What ${value} must be for ${template}`)
      .selectOption({ label: asks })
  }

  /** A value that the condition may ask for; pressed or not. */
  choice(value: string, choice: string): Locator {
    return this.page
      .getByRole('group', { name: `Values of ${value}` })
      .getByRole('button', { name: choice, exact: true })
  }

  get components(): Locator {
    return this.page.getByRole('switch', { name: 'Requests of other Promises' })
  }

  get destinations(): Locator {
    return this.page.getByRole('region', { name: 'Destinations of this step' })
  }

  /** Adds an entry with one label for the files that are chosen by `files`. */
  async sendTo(files: string, key: string, value: string): Promise<void> {
    await this.destinations.getByRole('button', { name: 'Add destination labels' }).press('Enter')
    const chosen = this.destinations.getByLabel('Files', { exact: true }).last()
    await chosen.selectOption({ label: files })
    await this.destinations
      .getByLabel(/^Label 1 for /)
      .last()
      .fill(key)
    await this.destinations
      .getByLabel(new RegExp(`^Value of ${key} for `))
      .last()
      .fill(value)
  }
}
