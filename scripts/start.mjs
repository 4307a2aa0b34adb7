import { ensurePackages, ensureSite } from './ensure.mjs'
import { serve } from './serve.mjs'

// `npm start`: installs, builds and serves the app on this machine alone.

const port = Number(process.env.PORT ?? 3000)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`)
  process.exit(2)
}

try {
  ensurePackages()
  const site = await ensureSite()
  const { url, stop } = await serve(site, port)
  console.log(`\n  Promise Designer is at ${url}\n  Stop it with Ctrl+C.\n`)
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => stop().then(() => process.exit(0)))
  }
} catch (error) {
  if (error.code === 'EADDRINUSE') {
    console.error(
      `Port ${port} is taken. Stop what listens there, or choose another: PORT=${port + 1} npm start`,
    )
  } else console.error(error.message)
  process.exit(1)
}
