import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import { type FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { isRecord, type Path } from '@/lib/promise/path'
import { SETTINGS_VERSIONS, type Settings, settings, stepSettings } from '@/lib/promise/settings'
import { documentsOf } from '@/lib/yaml/document'

/** `.promise-designer.yaml` as far as it can be read, and what is wrong with the rest. */
export interface SettingsReading {
  readonly settings: Settings
  /** The keys below `steps`, also those whose settings are wrong. */
  readonly keys: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
  /** False when the file is not one of ours, or a newer one: it is kept, and no command writes it. */
  readonly writable: boolean
  /** True when a newer version wrote the file: nobody can mend it here. */
  readonly newer?: boolean
}

/** What a new settings file tells its readers. */
export const SETTINGS_HEAD = `# Settings of Promise Designer: what promise.yaml has no place for.
# A step is named type/action/pipeline/container.
`

const none: Settings = { version: 1, steps: {} }
const absent: SettingsReading = { settings: none, keys: [], diagnostics: [], writable: true }
const stepKeyForm = /^(promise|resource)\/(configure|delete)\/[^/]+\/[^/]+$/

const readings = new WeakMap<FileContent, SettingsReading>()

/** The settings of a repository and the faults of their file. Computed once per content. */
export function readSettings(files: Files): SettingsReading {
  const content = files.get(SETTINGS_FILE)
  if (!content) return absent
  let reading = readings.get(content)
  if (!reading) {
    reading = readContent(content)
    readings.set(content, reading)
  }
  return reading
}

function readContent(content: FileContent): SettingsReading {
  if (content.text === null) return unreadable('is not text')
  const [document] = documentsOf(content)
  const [problem] = document?.problems.filter(({ severity }) => severity === 'error') ?? []
  if (problem) return unreadable(`cannot be read: ${problem.message}`, problem.range)
  const value = document?.value()
  if (value === undefined || value === null) return absent
  if (!isRecord(value)) return unreadable('does not hold a map')
  const version = SETTINGS_VERSIONS.find((one) => one === value.version)
  if (typeof value.version === 'number' && value.version > Math.max(...SETTINGS_VERSIONS)) {
    const why = `was written by a newer version (its format is ${value.version})`
    return { ...unreadable(why), newer: true }
  }
  if (!version) return unreadable('does not say "version: 1"')
  return readParts(value, version)
}

/** Each part on its own, so that one wrong line does not take the settings of every step away. */
function readParts(
  value: Readonly<Record<string, unknown>>,
  version: Settings['version'],
): SettingsReading {
  const diagnostics: Diagnostic[] = []
  const images = settings.shape.images.safeParse(value.images)
  if (!images.success) diagnostics.push(...issues(images.error, ['images']))
  const target = settings.shape.target.safeParse(value.target)
  if (!target.success) diagnostics.push(...issues(target.error, ['target']))
  const extras = settings.shape.extras.safeParse(value.extras)
  if (!extras.success) diagnostics.push(...issues(extras.error, ['extras']))
  const generated = settings.shape.generated.safeParse(value.generated)
  if (!generated.success) diagnostics.push(...issues(generated.error, ['generated']))

  const steps: Settings['steps'] = {}
  const given = value.steps ?? {}
  if (!isRecord(given)) diagnostics.push(fault('"steps" must be a map.', ['steps']))
  for (const [key, raw] of isRecord(given) ? Object.entries(given) : []) {
    const step = stepSettings.safeParse(raw)
    if (!stepKeyForm.test(key)) {
      const form = '"type/action/pipeline/container"'
      diagnostics.push(
        fault(`${JSON.stringify(key)} does not name a step: ${form}.`, ['steps', key]),
      )
    } else if (step.success) steps[key] = step.data
    else diagnostics.push(...issues(step.error, ['steps', key]))
  }
  return {
    settings: {
      version,
      steps,
      target: target.data,
      images: images.data,
      extras: extras.data,
      generated: generated.data,
    },
    keys: isRecord(given) ? Object.keys(given) : [],
    diagnostics,
    writable: isRecord(given),
  }
}

function unreadable(why: string, range?: Diagnostic['range']): SettingsReading {
  const message = `${SETTINGS_FILE} ${why}. It is kept as it is; until it is mended, the steps have no settings.`
  return { settings: none, keys: [], diagnostics: [fault(message, [], range)], writable: false }
}

function fault(message: string, path: Path, range?: Diagnostic['range']): Diagnostic {
  const place = { file: SETTINGS_FILE, path }
  return { code: 'settings-file', severity: 'error', message, place, range }
}

interface Issues {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}

function issues(error: Issues, at: Path): Diagnostic[] {
  return error.issues.map(({ path, message }) => {
    const place = path.map((step) => (typeof step === 'number' ? step : String(step)))
    return fault(`${message} (at "${[...at, ...place].join(' › ')}").`, [...at, ...place])
  })
}
