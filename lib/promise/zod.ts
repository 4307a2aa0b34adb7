import * as z from 'zod'

// Without this zod tries `new Function`, which the page's policy forbids and reports. Everybody
// takes zod from here, so that nobody reads with it before.
z.config({ jitless: true })

export { z }
