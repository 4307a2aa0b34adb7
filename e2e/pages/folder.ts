import { expect, type Locator, type Page } from '@playwright/test'

/**
 * Writing into a folder. The browser's own dialog for folders cannot be driven: a folder of the
 * page's private file system takes its place, with the same handles.
 */
export class FolderDialog {
  readonly dialog: Locator

  constructor(private readonly page: Page) {
    this.dialog = page.getByRole('dialog')
  }

  /** Call it before the page is opened. */
  static async stand(page: Page, name: string): Promise<void> {
    await page.addInitScript((folder) => {
      const pick = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true })
      Object.assign(window, { showDirectoryPicker: pick })
    }, name)
  }

  async choose(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Choose a folder…' }).click()
    await expect(this.dialog.getByRole('button', { name: /^(Write \d|Nothing to)/ })).toBeVisible()
  }

  group(title: string): Locator {
    return this.dialog.getByRole('region', { name: title })
  }

  async write(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^Write \d/ }).click()
    await expect(this.page.getByRole('dialog', { name: /^Written into/ })).toBeVisible()
  }

  async done(): Promise<void> {
    await this.dialog.getByRole('button', { name: 'Done' }).click()
    await expect(this.dialog).toBeHidden()
  }

  /** Every file in the folder: path -> text. */
  read(name: string): Promise<Record<string, string>> {
    return this.page.evaluate(async (folder) => {
      const found: Record<string, string> = {}
      const walk = async (here: FileSystemDirectoryHandle, prefix: string): Promise<void> => {
        for await (const entry of here.values()) {
          if (entry.kind === 'file')
            found[prefix + entry.name] = await (await entry.getFile()).text()
          else await walk(entry, `${prefix}${entry.name}/`)
        }
      }
      await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle(folder), '')
      return found
    }, name)
  }

  /** Somebody else writes a file there. */
  put(name: string, path: string, text: string): Promise<void> {
    return this.page.evaluate(
      async ([folder = '', file = '', content = '']) => {
        const root = await navigator.storage.getDirectory()
        let here = await root.getDirectoryHandle(folder, { create: true })
        const parts = file.split('/')
        const last = parts.pop() ?? ''
        for (const part of parts) here = await here.getDirectoryHandle(part, { create: true })
        const stream = await (await here.getFileHandle(last, { create: true })).createWritable()
        await stream.write(content)
        await stream.close()
      },
      [name, path, text],
    )
  }
}
