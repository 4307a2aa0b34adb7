import { expect, type Locator, type Page } from '@playwright/test'

/** The fields below the row of the selected property: all that its schema can carry. */
export class InspectorForm {
  constructor(private readonly page: Page) {}

  private get form(): Locator {
    return this.page.getByRole('main')
  }

  field(label: string | RegExp): Locator {
    return this.form.getByLabel(label, { exact: true })
  }

  toggle(label: string): Locator {
    return this.form.getByRole('switch', { name: label, exact: true })
  }

  button(name: string | RegExp): Locator {
    return this.form.getByRole('button', { name, exact: true })
  }

  get more(): Locator {
    return this.form.getByRole('button', { name: /^More:/ })
  }

  async openMore(): Promise<void> {
    if ((await this.more.getAttribute('aria-expanded')) !== 'true') await this.more.click()
    await expect(this.field('Title')).toBeVisible()
  }

  /** Shows the fields of the items or values instead of those of the property itself. */
  async level(label: string): Promise<void> {
    await this.form.getByRole('radio', { name: new RegExp(`^${label}`) }).click()
  }

  /** The values of the enum, as they stand. */
  get values(): Locator {
    return this.form.getByRole('list', { name: 'Values in their order' }).getByRole('listitem')
  }

  get tester(): Locator {
    return this.form.getByRole('region', { name: 'Try the pattern' })
  }

  /** A sample in the tester with its verdict. */
  sample(text: string): Locator {
    return this.tester.getByRole('listitem').filter({ hasText: text })
  }

  /** The message below a field. */
  async message(field: Locator): Promise<string> {
    const id = await field.getAttribute('aria-describedby')
    return id === null ? '' : ((await this.page.locator(`[id="${id}"]`).textContent()) ?? '')
  }
}
