import { type Command, type Outcome, refused, sequence } from '@/lib/promise/command'
import { type Files, PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { readPromise } from '@/lib/promise/read'
import type { PromiseView } from '@/lib/promise/view'
import { type PropertyPlace, propertyPlace } from '@/lib/schema/places'
import type { Schema } from '@/lib/schema/property'
import { promiseDocument } from '@/lib/yaml/document'

/** What a command of the API side needs to know of the files. */
export interface PromiseReading {
  readonly files: Files
  /** `promise.yaml` as plain data. */
  readonly value: unknown
  readonly promise: PromiseView
}

/**
 * A command that is made of others once `promise.yaml` has been read; refused while it cannot be.
 */
export function onPromise(
  label: string,
  make: (reading: PromiseReading) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return {
    label,
    group,
    run(files) {
      const content = files.get(PROMISE_FILE)
      const document = content && content.text !== null ? promiseDocument(content) : undefined
      if (!document) return refused(`There is no readable ${PROMISE_FILE}.`)
      if (document.broken) return refused(`${PROMISE_FILE} has an error; mend its text first.`)
      const value = document.value()
      const made = make({ files, value, promise: readPromise(value) })
      if ('kind' in made) return made
      const outcome = sequence(label, made, group).run(files)
      if (outcome.kind !== 'refused') return outcome
      return refused(outcome.reason, outcome.ways.map(throughout))
    },
  }
}

/** A way out that is taken again wherever the rest of the command meets the same choice. */
function throughout(way: Command): Command {
  return {
    ...way,
    run(files) {
      const outcome = way.run(files)
      if (outcome.kind !== 'refused') return outcome
      const again = outcome.ways.find(({ label }) => label === way.label)
      return again ? throughout(again).run(files) : outcome
    },
  }
}

/** A schema as a command finds it. */
export interface FoundSchema extends PromiseReading {
  readonly schema: Schema
}

/** A command on any schema, that of items and values too; refused when there is none at `path`. */
export function onSchema(
  label: string,
  path: Path,
  make: (found: FoundSchema) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return onPromise(
    label,
    (reading) => {
      const schema = valueAt(reading.value, path)
      if (schema === undefined) return refused('There is no such property any more.')
      return make({ ...reading, schema: isRecord(schema) ? schema : {} })
    },
    group,
  )
}

/** A property as a command finds it. */
export interface FoundProperty extends FoundSchema, PropertyPlace {}

/** A command on the property at `path`; refused when there is none. */
export function onProperty(
  label: string,
  path: Path,
  make: (found: FoundProperty) => readonly Command[] | Outcome,
  group?: string,
): Command {
  return onSchema(
    label,
    path,
    (found) => {
      const place = propertyPlace(path)
      if (!place) return refused('There is no such property any more.')
      return make({ ...found, ...place })
    },
    group,
  )
}
