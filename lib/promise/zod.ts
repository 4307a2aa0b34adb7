import { config, locales } from 'zod/mini'

// Without `jitless` zod tries `new Function`, which the page's policy forbids and reports; without
// a language it cannot say what is wrong. Everybody takes zod from here, so that nobody reads with
// it before. The mini build has functions in place of methods, so that a page gets those it calls.
config({ ...locales.en(), jitless: true })

export * from 'zod/mini'
