import { ensureSite } from '../scripts/ensure.mjs'
import { serve } from '../scripts/serve.mjs'

/**
 * Serves the built site on a free port for the tests, and stops it afterwards. While working on a
 * test, `SITE_URL` may name a server that runs already, such as `npm run dev`.
 */
export default async function serveSite(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.SITE_URL) return undefined
  const { url, stop } = await serve(await ensureSite(), 0)
  process.env.SITE_URL = url
  return stop
}
