import { expect, type Locator, type Page } from '@playwright/test'

/** The list of what is wrong with the design. */
export class ProblemList {
  readonly region: Locator

  constructor(private readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Problems' })
  }

  /** The row of a problem: choosing it goes to its place. */
  row(text: string): Locator {
    const name = new RegExp(`^(Error|Warning|Note) .*${text}`)
    return this.region.getByRole('list', { name: 'Problems found' }).getByRole('button', { name })
  }

  /** Waits until so many of each are found. */
  async count(errors: number, warnings: number): Promise<void> {
    const show = this.region.getByRole('radiogroup', { name: 'Show' })
    await expect(show.getByRole('radio', { name: `Errors ${errors}` })).toBeVisible({
      timeout: 30_000,
    })
    await expect(show.getByRole('radio', { name: `Warnings ${warnings}` })).toBeVisible()
  }

  filter(): Locator {
    return this.region.getByRole('searchbox', { name: 'Filter problems' })
  }

  /** Chooses one of the cures that the problem with this text suggests. */
  async suggest(text: string, cure: string): Promise<void> {
    const item = this.region.getByRole('listitem').filter({ hasText: text })
    await item.getByRole('button', { name: 'Suggestions' }).click()
    await this.page.getByRole('menuitem', { name: cure }).click()
  }
}
