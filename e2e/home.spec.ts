import { DesignerPage } from './pages/designer'
import { expect, test } from './test'

test('what is typed while the page is still loading is kept', async ({ page }) => {
  await page.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_500))
    await route.continue()
  })
  await page.goto('/', { waitUntil: 'commit' })
  await page.getByLabel('Name', { exact: true }).fill('redis')
  await page.getByLabel('Group', { exact: true }).fill('mygroup.org')
  await expect(page.getByLabel('Kind', { exact: true })).toHaveValue('Redis', { timeout: 30_000 })
  await page.getByRole('button', { name: 'Create' }).click()
  await page.waitForURL(/\/designer/)
  await expect(new DesignerPage(page).form.getByText('redises', { exact: true })).toBeVisible()
})

test('a name that Kratix would refuse is told while it is typed, with the reason', async ({
  page,
}) => {
  await page.goto('/')
  await page.getByLabel('Group', { exact: true }).fill('org')
  await expect(page.getByText(/should be a domain with at least one dot/)).toBeVisible()
})
