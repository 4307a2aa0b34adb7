import { HomePage } from './pages/home'
import { paste } from './pages/paste'
import { expect, test } from './test'

const PROMISE =
  'apiVersion: platform.kratix.io/v1alpha1\nkind: Promise\nmetadata:\n  name: redis\nspec: {}\n'
const RAW = 'https://raw.githubusercontent.com/acme/redis/main/promise.yaml'
test.use({ reaches: /https:\/\/([\w-]+\.test|raw\.githubusercontent\.com)\// })
const ANY = { 'access-control-allow-origin': '*' }

test('what lies at an address opens; a page of GitHub becomes its file', async ({ page }) => {
  const asked: string[] = []
  await page.route(/^https:/, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ body: PROMISE, headers: { ...ANY, 'content-type': 'text/plain' } })
  })
  await new HomePage(page).open()
  const field = page.getByLabel('Address of a promise.yaml or a zip')
  await field.fill('https://github.com/acme/redis/blob/main/promise.yaml')
  await expect(page.getByText('from raw.githubusercontent.com')).toBeVisible()
  expect(asked).toEqual([])
  await field.press('Enter')
  await page.waitForURL(/\/designer/)
  await expect(page.getByRole('banner').getByText('redis', { exact: true })).toBeVisible()
  expect(asked).toEqual([RAW])
})

test('an address that is pasted on the page is fetched', async ({ page }) => {
  await page.route(RAW, (route) => route.fulfill({ body: PROMISE, headers: ANY }))
  await new HomePage(page).open()
  await page.getByRole('heading', { level: 1 }).click()
  await paste(page, ` ${RAW}\n`)
  await page.waitForURL(/\/designer/)
})

test('where a host refuses other pages, a line for a shell is offered', async ({ page }) => {
  // A stand-in for a host that refuses: without the header Playwright would allow the page.
  const refusing = { 'access-control-allow-origin': 'https://other.test' }
  await page.route(/^https:/, (route) => route.fulfill({ body: PROMISE, headers: refusing }))
  await new HomePage(page).open()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByLabel('Address of a promise.yaml or a zip').fill(`${RAW}?a='b'`)
  await page.getByRole('button', { name: 'Fetch' }).click()
  const dialog = page.getByRole('dialog', { name: 'This could not be opened' })
  await expect(dialog).toContainText('raw.githubusercontent.com does not let other pages read')
  await dialog.getByRole('button', { name: 'Copy' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const line = `curl -fL -o promise.yaml '${RAW}?a=%27b%27'`
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)
})

test('a web page, a missing file and a bad address are told apart', async ({ page }) => {
  await page.route('https://page.test/**', (route) =>
    route.fulfill({ body: '<html>', headers: ANY, contentType: 'text/html' }),
  )
  await page.route('https://gone.test/**', (route) =>
    route.fulfill({ status: 404, headers: ANY, body: '' }),
  )
  await new HomePage(page).open()
  const field = page.getByLabel('Address of a promise.yaml or a zip')
  const fetchIt = page.getByRole('button', { name: 'Fetch' })
  const dialog = page.getByRole('dialog', { name: 'This could not be opened' })
  for (const [address, reason] of [
    ['https://page.test/', 'answers with a web page'],
    ['https://gone.test/promise.yaml', 'answers 404'],
  ] as const) {
    await field.fill(address)
    await fetchIt.click()
    await expect(dialog).toContainText(reason)
    await dialog.getByRole('button', { name: 'Close' }).first().click()
    await expect(fetchIt).toBeFocused()
  }
  await field.fill('http://acme.org/promise.yaml')
  await fetchIt.click()
  await expect(field).toBeFocused()
  await expect(field).toHaveAccessibleDescription(/https:\/\//)
})

test('a host that is slow can be stopped', async ({ page }) => {
  await page.route('https://slow.test/**', () => new Promise(() => undefined))
  await new HomePage(page).open()
  await page.getByLabel('Address of a promise.yaml or a zip').fill('https://slow.test/a.zip')
  await page.getByRole('button', { name: 'Fetch' }).click()
  await expect(page.getByText('Fetching…')).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Fetching…')).toBeHidden()
  await expect(page.getByRole('dialog')).toBeHidden()
})
