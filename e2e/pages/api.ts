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

  /** The line of a property, without its inspector. */
  line(property: string): Locator {
    return this.name(property).locator('xpath=ancestor::*[@data-row]')
  }

  get search(): Locator {
    return this.page.getByRole('searchbox', { name: 'Find a property' })
  }

  /** What can be done with the marked properties. */
  get marked(): Locator {
    return this.page.getByRole('toolbar', { name: 'Marked properties' })
  }

  /** The names in the list, from the top. */
  async expectNames(...names: readonly string[]): Promise<void> {
    await expect(this.names).toHaveCount(names.length)
    for (const [i, name] of names.entries()) {
      await expect(this.names.nth(i)).toHaveAccessibleName(`Name of ${name}`)
    }
  }
}
