import { config } from 'zod/mini'
import en from 'zod/v4/locales/en.js'

// Without `jitless` zod tries `new Function`, which the page's policy forbids and reports; without
// a language it cannot say what is wrong. Everybody takes zod from here, so that nobody reads with
// it before. The mini build has functions in place of methods: a page gets those named here.
config({ ...en(), jitless: true })

export {
  _default,
  array,
  boolean,
  discriminatedUnion,
  enum,
  type infer,
  intersection,
  literal,
  minLength,
  number,
  object,
  optional,
  record,
  regex,
  string,
  tuple,
  union,
  unknown,
  type ZodMiniType,
} from 'zod/mini'
