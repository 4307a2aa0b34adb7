import { expect, type Locator, type Page } from '@playwright/test'

/** The API editor: one row for each property. */
export class ApiForm {
  constructor(private readonly page: Page) {}

  name(property: string): Locator {
    return this.page.getByRole('textbox', { name: `Name of ${property}`, exact: true })
  }

  get names(): Locator {
    return this.page.getByRole('textbox', { name: /^Name of / })
  }

  /** Adds by the short notation: `replicas:integer=1`. */
  async add(notation: string): Promise<void> {
    const field = this.page.getByLabel('Add a property')
    await field.fill(notation)
    await field.press('Enter')
    await expect(field).toHaveValue('')
  }

  async details(property: string): Promise<void> {
    await this.page.getByRole('button', { name: `Details of ${property}` }).click()
  }

  async act(property: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${property}` }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  type(property: string): Locator {
    return this.page.getByLabel(`Type of ${property}`)
  }

  required(property: string): Locator {
    return this.page.getByRole('switch', { name: `${property} is required` })
  }
}
