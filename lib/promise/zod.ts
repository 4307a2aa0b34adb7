import { config } from 'zod'

// Without this zod tries `new Function`, which the page's policy forbids and reports. Everybody
// takes zod from here, so that nobody reads with it before.
config({ jitless: true })

export * from 'zod'
