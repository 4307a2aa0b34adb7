import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { FilesPane } from './pages/files'
import { HomePage } from './pages/home'
import { expect, test } from './test'

/** What the editor offers at the cursor. */
const offers = (page: Page) => page.getByRole('listbox', { name: 'Suggest' })
const offer = (page: Page, name: string) =>
  offers(page).getByRole('option', { name: new RegExp(`^${name}\\b`) })

test('the editor completes keys and values by their place, by keyboard and by mouse', async ({
  page,
}) => {
  const home = new HomePage(page)
  await home.open()
  await home.create('cache', 'acme.dev')
  const files = new FilesPane(page)
  const keys = page.keyboard
  await files.openPromise()

  await test.step('a half-typed key, then what it may hold', async () => {
    await files.find('api:')
    for (const key of ['Home', 'Home', 'Enter', 'ArrowUp']) await keys.press(key)
    await keys.type('  wo')
    await expect(offer(page, 'workflows')).toBeVisible()
    await keys.press('Enter')
    await expect(offer(page, 'resource')).toBeVisible()
    await keys.type('res')
    await keys.press('Enter')
    await expect(offer(page, 'configure')).toBeVisible()
    await offer(page, 'delete').click()
    for (const key of ['workflows:', 'resource:', 'delete:']) {
      await expect(files.lines).toContainText(key)
    }
    await expect(offer(page, 'apiVersion')).toBeVisible()
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
  })

  await test.step('Escape closes the list, then leaves the editor', async () => {
    await keys.press('Escape')
    await expect(offers(page)).toBeHidden()
    await expect(files.editor()).toBeFocused()
    await keys.press('Escape')
    await expect(files.editor()).not.toBeFocused()
  })

  await test.step('undo takes the words back', async () => {
    await files.editor().focus()
    // Words taken within a second are one step: on a busy machine there are more of them.
    await expect(async () => {
      await keys.press('ControlOrMeta+z')
      await expect(files.lines).toContainText(/spec:\s*api:/, { timeout: 1_000 })
    }).toPass()
    await expect(files.lines).toContainText('openAPIV3Schema:')
  })

  await test.step('a value of an enumeration', async () => {
    await files.find('served: true')
    await keys.press('End')
    await keys.press('Enter')
    await keys.type('additionalPrinterColumns:')
    await keys.press('Enter')
    await keys.type('- type: ')
    await expect(offer(page, 'date')).toBeVisible()
    await keys.type('dat')
    await keys.press('Tab')
    await expect(files.lines).toContainText('type: date')
  })

  await test.step('the pointer on a key shows what it means', async () => {
    await files.find('openAPIV3Schema')
    const word = files.lines.getByText('openAPIV3Schema').first()
    await expect(async () => {
      await page.mouse.move(5, 5)
      await word.hover()
      const shown = page.getByText('The schema of a request: a structural OpenAPI v3 schema.')
      await expect(shown).toBeVisible({ timeout: 2_000 })
    }).toPass()
  })

  await test.step('a request is completed from the API', async () => {
    await files.open('example-resource.yaml')
    await files.find('small')
    await keys.press('Backspace')
    await keys.press('ControlOrMeta+Space')
    await expect(offer(page, 'large')).toBeVisible()
  })
})
