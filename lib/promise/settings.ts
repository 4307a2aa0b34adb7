import * as z from './zod'

/** The languages that a generated program can be written in. */
export const LANGUAGES = ['go', 'typescript', 'python', 'bash'] as const
export type LanguageId = (typeof LANGUAGES)[number]

/** Where a value of a `render` step comes from (design: values). */
const valueSource = z.union([
  z.object({ from: z.literal('request.name') }),
  z.object({ from: z.literal('request.namespace') }),
  /** A dotted path below the request's `spec`, e.g. `spec.size`; or a label of the request. */
  z.object({ from: z.string().check(z.regex(/^spec(\.[^.]+)+$/)) }),
  z.object({ label: z.string().check(z.minLength(1)) }),
  z.object({ constant: z.union([z.string(), z.number(), z.boolean()]) }),
])
const scalar = z.union([z.string(), z.number(), z.boolean()])

/**
 * One row of a `render` step's table. `type` is the type that the source must have; `map` lists
 * the allowed values with what each becomes; a value outside is an error that names the allowed.
 */
export const valueSettings = z.intersection(
  valueSource,
  z.object({
    default: z.optional(scalar),
    /** Pairs, not a map: keys keep their type (`1` and `"1"` differ) and their order. */
    map: z.optional(z.array(z.object({ when: scalar, give: scalar }))),
  }),
)

const statusTexts = z.record(z.string(), scalar)

export const stepSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dependencies') }),
  z.object({
    kind: z.literal('render'),
    language: z.enum(LANGUAGES),
    values: z._default(z.record(z.string(), valueSettings), {}),
    status: z._default(
      z.object({ success: z._default(statusTexts, {}), failure: z._default(statusTexts, {}) }),
      { success: {}, failure: {} },
    ),
  }),
  z.object({ kind: z.literal('custom'), language: z.enum(LANGUAGES) }),
])

/** The platform that the Promise is made for. Words that we do not know are kept, and limit nothing. */
export const targetSettings = z.object({
  /** Minor version of Kubernetes: `1.31`. */
  kubernetes: z.optional(z.string()),
  /** State of Kratix by year and month: `2025-08`. */
  kratix: z.optional(z.string()),
})

/** Files at the root that a repository has only when asked for them. */
export const extraSettings = z.object({
  /** `.github/workflows/promise.yaml`. */
  githubActions: z.optional(z.boolean()),
  /** `promise-release.yaml`, which names this address; `{version}` in it stands for the version. */
  promiseRelease: z.optional(z.object({ url: z.string().check(z.regex(/^https?:\/\/\S+$/)) })),
})

export const settings = z.object({
  version: z.literal(1),
  target: z.optional(targetSettings),
  images: z.optional(z.object({ registry: z.string() })),
  extras: z.optional(extraSettings),
  steps: z._default(z.record(z.string(), stepSettings), {}),
  generated: z.optional(
    z.object({ by: z.string(), files: z._default(z.record(z.string(), z.string()), {}) }),
  ),
})

export type ValueSettings = z.infer<typeof valueSettings>
export type StepSettings = z.infer<typeof stepSettings>
export type Settings = z.infer<typeof settings>
