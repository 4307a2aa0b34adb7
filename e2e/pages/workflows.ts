import type { Locator, Page } from '@playwright/test'
import { pasteOver } from './paste'

/** The workflow editor: lanes, pipelines, steps, and the step that is selected. */
export class WorkflowForm {
  constructor(private readonly page: Page) {}

  lane(workflow: 'On install' | 'On each request'): Locator {
    return this.page.getByRole('region', { name: workflow })
  }

  /** Adds a step to a workflow without pipelines (`resource configure`) or to a pipeline. */
  async addStep(where: string, kind: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: `Add a step to ${where}` }).click()
    await this.page.getByRole('menuitem', { name: kind }).click()
  }

  step(name: string): Locator {
    return this.page.getByRole('region', { name: `Step ${name}` })
  }

  async select(step: string): Promise<void> {
    await this.page
      .getByRole('main')
      .getByRole('button', { name: new RegExp(`^${step}`) })
      .click()
  }

  /** Drags a handle over a target, and does not let go. */
  async drag(handle: Locator, target: Locator): Promise<void> {
    await handle.hover()
    await this.page.mouse.down()
    await target.scrollIntoViewIfNeeded()
    const box = await target.boundingBox()
    if (!box) throw new Error(`${target} is not shown`)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    // More than one move: the first one only picks it up.
    await this.page.mouse.move(x, y, { steps: 5 })
  }

  async addValue(name: string): Promise<void> {
    await this.page.getByLabel('Name of the new value').fill(name)
    await this.page.getByLabel('Name of the new value').press('Enter')
  }

  source(value: string): Locator {
    return this.page.getByLabel(`Source of ${value}`, { exact: true })
  }

  /** Replaces the text of the template that is shown. */
  async writeTemplate(name: string, text: string): Promise<void> {
    await this.page.getByRole('textbox', { name: `Template ${name}` }).focus()
    await pasteOver(this.page, text)
  }
}
