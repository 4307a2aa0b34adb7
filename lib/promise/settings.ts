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

/** Asks for a value as templates see it: after its default and its mapping. */
export const conditionSettings = z.union([
  z.object({ value: z.string(), present: z.boolean() }),
  z.object({ value: z.string(), oneOf: z.array(scalar) }),
])

/** What is said of one template, by its path below `resources/`. */
export const templateSettings = z.object({
  /** It writes nothing else. */
  onlyWhen: z.optional(conditionSettings),
  /** It holds requests of other Promises: they are labelled as parts of this request. */
  component: z.optional(z.boolean()),
})

/** Labels that a Destination must have for the files of a folder, or for the rest of them. */
export const selectorSettings = z.object({
  directory: z.optional(z.string()),
  /** The values may hold `${name}` as templates do. */
  matchLabels: z.record(z.string(), z.string()),
})

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
    templates: z.optional(z.record(z.string(), templateSettings)),
    destinationSelectors: z.optional(z.array(selectorSettings)),
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

/** What an address of a release looks like. */
export const RELEASE_URL = /^https?:\/\/\S+$/

/** Files at the root that a repository has only when asked for them. */
export const extraSettings = z.object({
  /** `.github/workflows/promise.yaml`. */
  githubActions: z.optional(z.boolean()),
  /** `promise-release.yaml`, which names this address; `{version}` in it stands for the version. */
  promiseRelease: z.optional(z.object({ url: z.string().check(z.regex(RELEASE_URL)) })),
})

/**
 * Formats of the settings. 2 knows what is said of single templates, and destination selectors: who
 * knows but 1 must not build a step without them. A file is 1 until it says something of the kind.
 */
export const SETTINGS_VERSIONS = [1, 2] as const

export const settings = z.object({
  version: z.literal(SETTINGS_VERSIONS),
  target: z.optional(targetSettings),
  images: z.optional(z.object({ registry: z.string() })),
  extras: z.optional(extraSettings),
  steps: z._default(z.record(z.string(), stepSettings), {}),
  generated: z.optional(
    z.object({ by: z.string(), files: z._default(z.record(z.string(), z.string()), {}) }),
  ),
})

export type ValueSettings = z.infer<typeof valueSettings>
export type ConditionSettings = z.infer<typeof conditionSettings>
export type TemplateSettings = z.infer<typeof templateSettings>
export type SelectorSettings = z.infer<typeof selectorSettings>
export type StepSettings = z.infer<typeof stepSettings>
export type Settings = z.infer<typeof settings>
