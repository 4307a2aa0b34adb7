import type { Page } from '@playwright/test'
import { zipSync } from 'fflate'
import { DesignerPage } from './pages/designer'
import { DownloadDialog } from './pages/download'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const BOMB = [...'abcdefghijkl']
  .map((name, i, all) => {
    const items = i === 0 ? '"lol"' : `*${all[i - 1]}`
    return `${name}: &${name} [${Array(9).fill(items).join(', ')}]\n`
  })
  .join('')
const ZIP = zipSync({ 'promise.yaml': new Uint8Array(30 << 20) }, { level: 1 })

async function drop(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  const dataTransfer = await page.evaluateHandle(
    ([path, content]) => {
      const dropped = new DataTransfer()
      dropped.items.add(new File([new Uint8Array(content)], path))
      return dropped
    },
    [name, [...bytes]] as const,
  )
  for (const type of ['dragenter', 'dragover', 'drop']) {
    await page.dispatchEvent('body', type, { dataTransfer })
  }
}

test('a bomb that is dropped on a design is refused, and the design goes on', async ({ page }) => {
  const home = new HomePage(page)
  const designer = new DesignerPage(page)
  const download = new DownloadDialog(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  await expect(designer.form.getByLabel('Image registry')).toBeVisible()
  await download.open()
  const before = (await download.download()).files
  await page.keyboard.press('Escape')

  await drop(page, 'bomb.yaml', new TextEncoder().encode(BOMB))
  await page.getByRole('button', { name: 'Add as dependencies' }).click()
  const refusal = page.getByRole('dialog', { name: 'This cannot be done as it is' })
  await expect(refusal).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(refusal).toBeHidden()

  await drop(page, 'bomb.zip', ZIP)
  await page.getByRole('button', { name: 'Open as a new draft' }).click()
  const refused = page.getByRole('dialog', { name: 'This could not be opened' })
  await expect(refused).toContainText('times its size')
  await page.keyboard.press('Escape')
  await expect(refused).toBeHidden()

  await download.open()
  expect((await download.download()).files).toEqual(before)
})
