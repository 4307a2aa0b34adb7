import { ensureSite } from '../scripts/ensure.mjs'
import { serve } from '../scripts/serve.mjs'

/** Serves the built site on a free port for the tests, and stops it afterwards. */
export default async function serveSite(): Promise<() => Promise<void>> {
  const { url, stop } = await serve(await ensureSite(), 0)
  process.env.SITE_URL = url
  return stop
}
