import { chromium } from '@playwright/test'
const site = process.env.SITE ?? 'http://127.0.0.1:3320'
const only = process.argv.slice(2)
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', chromiumSandbox: false })
for (const [mode, size] of [['light',{width:1440,height:900}],['dark',{width:1440,height:900}],['narrow',{width:390,height:844}]] as const) {
  if (process.env.MODE && process.env.MODE !== mode) continue
  const ctx = await browser.newContext({ viewport: size, colorScheme: mode === 'dark' ? 'dark':'light' })
  const page = await ctx.newPage()
  page.on('pageerror', e => console.log('pageerror', e.message))
  page.on('console', m => { if (m.type()==='error') console.log('console', m.text().slice(0,400)) })
  await page.goto(site + '/', { timeout: 120000 })
  await page.waitForTimeout(1500)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chooser).setFiles('/tmp/insp/promise.yaml')
  await page.waitForURL(/designer/, { timeout: 120000 })
  const root = 'promise.yaml:spec/api/spec/versions/%230/schema/openAPIV3Schema/properties/spec/properties/'
  for (const name of only.length ? only : ['size','name','replicas','persistence','users','tags','labels','port']) {
    const url = new URL(page.url())
    await page.evaluate((h) => { location.hash = h }, root + name)
    await page.waitForTimeout(2500)
    await page.screenshot({ path: `/tmp/insp/${mode}-${name.replaceAll('/','_')}.png` })
  }
  await ctx.close()
}
await browser.close()
