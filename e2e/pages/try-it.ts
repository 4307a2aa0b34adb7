import type { Locator, Page } from '@playwright/test'

/** The section in which a request runs through the workflows. */
export class TryItForm {
  readonly form: Locator
  readonly yaml: Locator
  readonly outcome: Locator
  readonly landings: Locator

  constructor(readonly page: Page) {
    const main = page.getByRole('main')
    this.form = main.getByRole('region', { name: 'Request form' })
    this.yaml = main.getByRole('textbox', { name: 'Request as YAML' })
    this.outcome = main.getByRole('status').first()
    this.landings = main.getByRole('list', { name: 'Files on their way' })
  }

  /** The chip of a step in the flow of its pipeline. */
  chip(pipeline: string, name: string): Locator {
    return this.page
      .getByRole('region', { name: `Steps of ${pipeline}` })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** What is known of the chosen step. */
  step(name: string): Locator {
    return this.page.getByRole('region', { name: `Step ${name}` })
  }

  get status(): Locator {
    return this.page.getByRole('region', { name: 'Status as YAML' })
  }

  async show(side: 'Form' | 'YAML'): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: 'Request as' })
      .getByRole('radio', { name: side })
      .click()
  }

  async choose(workflow: string): Promise<void> {
    await this.page.getByLabel('Workflow', { exact: true }).selectOption({ label: workflow })
  }
}
