import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Page } from '@playwright/test'
import { DownloadDialog } from './pages/download'
import { HomePage } from './pages/home'
import { paste } from './pages/paste'
import { expect, test } from './test'

const named = (name: string) =>
  `apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: ${name}\nspec: {}\n`

async function chooseFolder(page: Page, folder: string, files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    const to = join(folder, path)
    await mkdir(dirname(to), { recursive: true })
    await writeFile(to, text)
  }
  await new HomePage(page).open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await (await chooser).setFiles(folder)
}

test('of several Promises the user chooses one, and sees what that leaves out', async ({
  page,
}, info) => {
  await chooseFolder(page, info.outputPath('market'), {
    'README.md': '# All\n',
    'redis/promise.yaml': named('redis'),
    'redis/docs/why.md': 'Because.\n',
    'kafka/promise.yaml': named('kafka'),
  })
  const choice = page.getByRole('dialog', { name: 'Which of these 2 Promises?' })
  await expect(choice.getByRole('radio', { name: /kafka/ })).toBeChecked()
  await expect(choice.getByRole('radio', { name: /kafka/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(choice.getByRole('radio', { name: /redis/ })).toBeChecked()
  await choice.getByRole('button', { name: 'Open' }).click()

  const report = page.getByRole('dialog', { name: 'Open market?' })
  await expect(report.getByRole('list', { name: 'To note' })).toContainText('market/README.md')
  await report.getByRole('button', { name: /^kept/ }).click()
  await expect(report.getByRole('list', { name: 'Files kept' })).toContainText('docs/why.md')
  await report.getByRole('button', { name: 'Open' }).click()
  await page.waitForURL(/\/designer/)
  await expect(page.getByRole('banner').getByText('redis', { exact: true })).toBeVisible()

  // It is there later, too, also after a reload.
  await page.reload()
  await expect(page.getByText('Files: 1 kept, 1 recognised, 2 skipped.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox', { name: 'Commands' }).fill('what was opened')
  await page.keyboard.press('Enter')
  const later = page.getByRole('dialog', { name: 'What was opened: market' })
  await expect(later).toContainText('It lies outside of market/redis/, where the Promise is.')
  await page.keyboard.press('Escape')
  await expect(later).toBeHidden()
})

test('cancelling a choice leaves the page as it was', async ({ page }, info) => {
  await chooseFolder(page, info.outputPath('two'), {
    'a/promise.yaml': named('a'),
    'b/promise.yaml': named('b'),
  })
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeFocused()
  await expect(page.getByText('Name your first Promise')).toBeVisible()
})

test('of several documents the chosen one is opened as it is written', async ({ page }) => {
  await new HomePage(page).open()
  await page.getByRole('heading', { level: 1 }).click()
  const kafka = `# mine\r\n${named('kafka')}`
  await paste(page, `${named('redis')}---\n${kafka}`)
  await page.getByRole('radio', { name: /kafka/ }).click()
  await page.getByRole('button', { name: 'Open' }).click()
  const report = page.getByRole('dialog', { name: 'Open promise.yaml?' })
  await expect(report).toContainText('The Promise redis was not chosen.')
  await report.getByRole('button', { name: 'Open' }).click()
  await page.waitForURL(/\/designer/)
  const download = new DownloadDialog(page)
  await download.open()
  expect((await download.download()).files.get('promise.yaml')).toContain('name: kafka')
})

test('JSON that is pasted opens', async ({ page }) => {
  await new HomePage(page).open()
  await page.getByRole('heading', { level: 1 }).click()
  const value = {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'redis' },
  }
  await paste(page, JSON.stringify(value, null, 2))
  await page.waitForURL(/\/designer/)
  await expect(page.getByRole('banner').getByText('redis', { exact: true })).toBeVisible()
})

test('a folder of 60,000 files is refused, and nothing of it is read', async ({ page }) => {
  await new HomePage(page).open()
  const read = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('input[webkitdirectory]')
    if (!input) throw new Error('no input')
    let reads = 0
    const { arrayBuffer } = Blob.prototype
    Blob.prototype.arrayBuffer = function () {
      reads++
      return arrayBuffer.call(this)
    }
    // A list of this length is what a browser gives for a folder; a test can only stand in for it.
    const files = Array.from({ length: 60_000 }, (_, i) => new File([], `f${i}`))
    Object.defineProperty(input, 'files', { value: files })
    input.dispatchEvent(new Event('change', { bubbles: true }))
    while (!document.querySelector('[role=dialog]')) await new Promise(requestAnimationFrame)
    return reads
  })
  await expect(page.getByRole('dialog')).toContainText('there are 60000 files in it')
  expect(read).toBe(0)
})
