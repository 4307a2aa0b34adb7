import { expect, type Locator, type Page } from '@playwright/test'

/** The CEL rules in the details of a property. */
export class RulesForm {
  readonly form: Locator
  readonly self: Locator
  readonly old: Locator

  constructor(private readonly page: Page) {
    this.form = page.getByRole('region', { name: 'Rules', exact: true })
    this.self = this.form.getByLabel('A value to try (self), as YAML')
    this.old = this.form.getByLabel('Earlier value (oldSelf), as YAML')
  }

  /** Unfolds the part of the details that holds them. */
  async open(): Promise<void> {
    const more = this.page.getByRole('button', { name: /^More:/ })
    if ((await more.getAttribute('aria-expanded')) !== 'true') await more.click()
    await expect(this.form).toBeVisible()
  }

  /** Adds a rule by the name of a common one, or `Write my own`. */
  async add(name: string): Promise<void> {
    await this.form.getByRole('button', { name: 'Add a rule' }).click()
    await this.page.getByRole('menuitem', { name, exact: true }).click()
  }

  rule(number: number): Locator {
    return this.form.getByRole('textbox', { name: `Rule ${number}`, exact: true })
  }

  message(number: number): Locator {
    return this.form.getByRole('textbox', { name: `Message of rule ${number}` })
  }

  async more(number: number): Promise<void> {
    await this.form.getByRole('button', { name: `More of rule ${number}` }).click()
  }

  async remove(number: number): Promise<void> {
    await this.form.getByRole('button', { name: `Remove rule ${number}` }).click()
  }

  /** What the rule says of the value that is tried. */
  outcome(number: number): Locator {
    const tester = this.form.getByRole('region', { name: 'Try the rules' })
    return tester.getByRole('listitem').filter({ hasText: `Rule ${number}` })
  }
}
