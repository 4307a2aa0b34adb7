import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

/** The dialog that looks inside the repository, then hands it over. */
export class DownloadDialog {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Download' }).click()
    await expect(this.page.getByRole('dialog')).toBeVisible()
  }

  /** Downloads the zip: where it was saved, and path -> text of the files in its folder. */
  async download(): Promise<{ readonly zip: string; readonly files: ReadonlyMap<string, string> }> {
    const event = this.page.waitForEvent('download')
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Download / })
      .click()
    const download = await event
    const zip = await download.path()
    const entries = unzipSync(new Uint8Array(await readFile(zip)))
    const root = download.suggestedFilename().replace(/\.zip$/, '/')
    const files = new Map<string, string>()
    for (const [path, bytes] of Object.entries(entries)) {
      expect(path.startsWith(root)).toBe(true)
      files.set(path.slice(root.length), strFromU8(bytes))
    }
    await this.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    return { zip, files }
  }
}
