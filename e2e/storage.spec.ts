import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { DesignerPage } from './pages/designer'
import { HomePage } from './pages/home'
import { expect, test } from './test'

const PROMISE = `apiVersion: platform.kratix.io/v1alpha1
kind: Promise
metadata:
  name: old
spec:
  destinationSelectors: []
`
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const registry = (page: Page) => new DesignerPage(page).form.getByLabel('Image registry')

/** Writes records by hand, on a page of the origin that runs nothing of ours. */
async function write(
  page: Page,
  version: number,
  records: readonly object[],
  blobs: Readonly<Record<string, string>>,
): Promise<void> {
  const body = '<!doctype html><title>empty</title><link rel="icon" href="data:,">'
  await page.route('**/empty', (route) => route.fulfill({ contentType: 'text/html', body }))
  await page.goto('/empty')
  await page.evaluate(
    async ({ version, records, blobs }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('promise-designer', version)
        request.onupgradeneeded = () => {
          const { result } = request
          if (result.objectStoreNames.contains('drafts')) return
          result.createObjectStore('drafts', { keyPath: 'id' })
          result.createObjectStore('blobs')
        }
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
      const transaction = db.transaction(['drafts', 'blobs'], 'readwrite')
      for (const record of records) transaction.objectStore('drafts').put(record)
      for (const [hash, text] of Object.entries(blobs)) {
        transaction.objectStore('blobs').put(new TextEncoder().encode(text), hash)
      }
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
      db.close()
    },
    { version, records, blobs },
  )
}

const FORMAT_1 = {
  id: 'old',
  format: 1,
  createdAt: 1,
  savedAt: 2,
  summary: {
    ...{ id: 'old', name: 'old', version: '', group: '', kind: '', apiVersion: '' },
    ...{ properties: 0, steps: 0, savedAt: 2 },
  },
  files: [['promise.yaml', sha256(PROMISE)]],
}

test('drafts of the first format open, are changed and saved', async ({ page }) => {
  await write(page, 1, [FORMAT_1], { [sha256(PROMISE)]: PROMISE })
  const home = new HomePage(page)
  await home.open()
  await home.draft('old').click()
  const name = new DesignerPage(page).form.getByLabel('Name', { exact: true })
  await expect(name).toHaveValue('old')
  await name.fill('old-but-better')
  await new DesignerPage(page).saved()
  await page.reload()
  await expect(name).toHaveValue('old-but-better')
  await home.open()
  await expect(home.draft('old-but-better')).toBeVisible()
})

test('what cannot be read is listed with the reason, given out and left alone', async ({
  page,
}) => {
  await new HomePage(page).open() // makes the database
  const record = { ...FORMAT_1, id: 'new', format: 7, title: 'From tomorrow' }
  await write(page, 3, [record], { [sha256(PROMISE)]: PROMISE })
  await new HomePage(page).open()
  const list = page.getByRole('region', { name: 'Cannot be read here' })
  await expect(list).toContainText('From tomorrow')
  await expect(list).toContainText('newer version of Promise Designer (format 7')
  const download = page.waitForEvent('download')
  await list.getByRole('button', { name: 'Download what is there of From tomorrow' }).click()
  const zip = readFileSync(await (await download).path()).toString('latin1')
  expect(zip).toContain('record.json')
  expect(zip).toContain('files/promise.yaml')

  await page.goto('/designer/?draft=new')
  await expect(page.getByRole('heading', { name: 'This draft could not be read' })).toBeVisible()
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download what is there' }).click()
  expect((await again).suggestedFilename()).toBe('draft-new.zip')

  await page.getByRole('link', { name: 'To your drafts' }).click()
  await list.getByRole('button', { name: 'Delete From tomorrow' }).click()
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(list).toContainText('From tomorrow')
})

test('drafts of a newer version can be looked at, and nothing is written', async ({ page }) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('redis', 'mygroup.org')
  await new DesignerPage(page).saved()
  const url = page.url()
  await write(page, 99, [], {})
  await page.goto(url)
  await registry(page).fill('ghcr.io/acme')
  await expect(
    page.getByText(/stored by a newer version of Promise Designer/).first(),
  ).toBeVisible()
  page.on('dialog', (dialog) => dialog.accept())
  await page.reload()
  await expect(registry(page)).toHaveValue('')
})

test('where the browser keeps nothing it says so at once, and a design goes to a file', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('storage is not allowed here', 'SecurityError')
    }
  })
  const home = new HomePage(page)
  await home.open()
  await expect(page.getByText(/Drafts cannot be kept in this browser/)).toBeVisible()
  await home.create('redis', 'mygroup.org')
  await expect(page.getByText(/Not saved: .*storage is not allowed here/)).toBeVisible()
  await registry(page).fill('ghcr.io/acme')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save to a file' }).click()
  expect((await download).suggestedFilename()).toBe('redis-promise-draft.zip')

  // To the list and back without a loss, as long as the page stands; leaving it asks.
  await page.getByRole('link', { name: /all drafts/ }).click()
  await expect(page.getByText('not stored')).toBeVisible()
  await home.draft('redis').click()
  await expect(registry(page)).toHaveValue('ghcr.io/acme')
  const question = page.waitForEvent('dialog')
  const leaving = page.close({ runBeforeUnload: true })
  const dialog = await question
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
})

test('a full disk is told with its reason, and saving goes on when there is room', async ({
  page,
  baseURL,
}) => {
  const cdp = await page.context().newCDPSession(page)
  const origin = new URL(baseURL ?? '').origin
  await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 500_000 })
  const home = new HomePage(page)
  await home.open()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles({
    name: 'promise.yaml',
    mimeType: 'text/yaml',
    buffer: Buffer.from(`${PROMISE}# ${'long '.repeat(200_000)}\n`),
  })
  await page.waitForURL(/\/designer/)
  await expect(page.getByText(/Not saved: The storage of this browser is full/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save to a file' })).toBeVisible()
  const name = new DesignerPage(page).form.getByLabel('Name', { exact: true })
  await name.fill('worked-on-meanwhile')

  await cdp.send('Storage.overrideQuotaForOrigin', { origin })
  // The save of the last key may be under way still: then it finds room without being asked.
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 })
    await expect(again).toBeHidden({ timeout: 1000 })
  }).toPass()
  await new DesignerPage(page).saved()
  await page.reload()
  await expect(name).toHaveValue('worked-on-meanwhile')
})
