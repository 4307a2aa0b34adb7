import type { Page } from '@playwright/test'

/** Puts `text` into the clipboard and presses the keys that paste it where the focus is. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate((value) => navigator.clipboard.writeText(value), text)
  await page.keyboard.press('ControlOrMeta+v')
}

/**
 * Replaces all text of the editor that has the focus by pasting, as people do with long texts:
 * typed text would be indented and closed by the editor.
 */
export async function pasteOver(page: Page, text: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+a')
  await paste(page, text)
}
