import { readFile } from 'node:fs/promises'
import { type Download, expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'

export interface Downloaded {
  /** Where the zip was saved. */
  readonly zip: string
  /** Path -> text of the files in its folder. */
  readonly files: ReadonlyMap<string, string>
  /** The same as bytes: a text has lost its byte-order mark. */
  readonly bytes: ReadonlyMap<string, Uint8Array>
}

/** The dialog that looks inside the repository, then hands it over. */
export class DownloadDialog {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: 'Download' }).click()
    await expect(this.page.getByRole('dialog')).toBeVisible()
  }

  /** Downloads the zip and closes the dialog. */
  async download(): Promise<Downloaded> {
    const event = this.page.waitForEvent('download')
    await this.page
      .getByRole('dialog')
      .getByRole('button', { name: /^Download / })
      .click()
    const read = await this.read(await event)
    await this.page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
    return read
  }

  /** Unzips what was downloaded. */
  async read(download: Download): Promise<Downloaded> {
    const zip = await download.path()
    const entries = unzipSync(new Uint8Array(await readFile(zip)))
    const root = download.suggestedFilename().replace(/\.zip$/, '/')
    const bytes = new Map<string, Uint8Array>()
    for (const [path, content] of Object.entries(entries)) {
      expect(path.startsWith(root)).toBe(true)
      bytes.set(path.slice(root.length), content)
    }
    const files = new Map([...bytes].map(([path, content]) => [path, strFromU8(content)]))
    return { zip, files, bytes }
  }
}
