import { isAlias, isMap, isScalar, isSeq } from 'yaml'
import { parseTemplate } from './check-template'
import { componentLabels, labelled } from './components'
import { holds } from './conditions'
import { destinationsOf } from './destinations'
import { type Identity, type Read, readIdentity } from './identity'
import { substitute } from './placeholders'
import { readPlain } from './plain-scalar'
import type { DestinationSelector, RenderInput, Scalar, Template, Values } from './types'
import { readValues } from './values'

/** What a step makes of a request: files and status, or the reason for which it fails. */
export type Rendered =
  | {
      readonly ok: true
      /** In byte order of the templates' paths; plain data, one entry per document. */
      readonly files: readonly { readonly path: string; readonly documents: readonly unknown[] }[]
      /** None: the step says nothing of Destinations. */
      readonly destinations: readonly DestinationSelector[]
      readonly status: Status
    }
  | { readonly ok: false; readonly reason: string; readonly status: Status }

export type Status = Readonly<Record<string, Scalar>>

/** A fault of a document, thrown up to {@link renderStep} and turned into data there. */
class RenderFault extends Error {}

/**
 * Renders a request as the generated programs do. The templates must have passed `checkTemplate`;
 * in others the first fault met is the reason.
 */
export function renderStep(step: RenderInput, request: unknown): Rendered {
  const identity = readIdentity(step.type, request)
  if (!identity.ok) return failed(step, identity.reason)
  const values = readValues(step.values, request)
  if (!values.ok) return failed(step, values.reason)
  try {
    const files = [...step.templates]
      .sort((a, b) => compareBytes(a.path, b.path))
      .map((template) => ({
        path: outputPath(template.path, identity.value),
        documents: renderTemplate(step, template, identity.value, values.value),
      }))
      .filter(({ documents }) => documents.length > 0)
    const status = successStatus(step, values.value)
    const paths = files.map(({ path }) => path)
    const destinations = orThrow(destinationsOf(step.destinations ?? [], paths, values.value))
    return { ok: true, files, destinations, status }
  } catch (error) {
    if (error instanceof RenderFault) return failed(step, error.message)
    throw error
  }
}

function orThrow<T>(read: Read<T>, where = ''): T {
  if (!read.ok) throw new RenderFault(where + read.reason)
  return read.value
}

/** Path of a template's output: unique per request, because destinations may be flat (kratix L20). */
export function outputPath(template: string, { name, namespace }: Identity): string {
  const owner = namespace === undefined ? name : `${namespace}-${name}`
  return `${template.replace(/\.ya?ml$/, '')}-${owner}.yaml`
}

function renderTemplate(
  { conditions = {}, components }: RenderInput,
  { path, text }: Template,
  identity: Identity,
  values: Values,
): readonly unknown[] {
  const condition = Object.hasOwn(conditions, path) ? conditions[path] : undefined
  if (condition && !orThrow(holds(condition, values), `${path}: `)) return []
  const documents = parseTemplate(text)
    .flatMap(({ errors, contents }) => {
      if (errors[0]) throw new RenderFault(`${path}: ${errors[0].message}`)
      return [renderNode(contents, path, values)]
    })
    .filter((document) => document !== null)
  if (!components?.templates.includes(path)) return documents
  const labels = componentLabels(components.promise, identity)
  return documents.map((document) => orThrow(labelled(document, labels), `${path}: `))
}

function renderNode(node: unknown, path: string, values: Values): unknown {
  if (isMap(node)) {
    // fromEntries defines each entry, so that a key `__proto__` stays a key.
    return Object.fromEntries(
      node.items.map(({ key, value }) => [
        isScalar(key) ? String(key.source) : String(key),
        renderNode(value, path, values),
      ]),
    )
  }
  if (isSeq(node)) return node.items.map((item) => renderNode(item, path, values))
  if (isAlias(node)) throw new RenderFault(`${path}: a template cannot hold aliases`)
  if (!isScalar(node)) return null
  const source = node.source ?? ''
  const reading = node.type === 'PLAIN' ? readPlain(source) : undefined
  if (reading?.kind === 'value' && typeof reading.value !== 'string') return reading.value
  return renderText(source, `${path}: `, values)
}

function renderText(text: string, where: string, values: Values): Scalar {
  return orThrow(substitute(text, values), where)
}

/**
 * The texts of success as programs carry them: an earlier failure's keys are cleared, because
 * Kratix never removes a key of the status. `message` is not: Kratix gives it its own text.
 */
export function successTexts({ type, status }: RenderInput): Status {
  const stale = Object.keys(status.failure).filter((key) => key !== 'message')
  const cleared = Object.fromEntries(['reason', ...stale].map((key) => [key, '']))
  return ofType(type, { ...cleared, ...status.success })
}

function successStatus(step: RenderInput, values: Values): Status {
  return Object.fromEntries(
    Object.entries(successTexts(step)).map(([key, text]) => [
      key,
      typeof text === 'string' ? renderText(text, `status ${key}: `, values) : text,
    ]),
  )
}

/** The texts of failure as they are, and the reason; `message` says the reason unless given. */
export function failureStatus({ type, status }: RenderInput, reason: string): Status {
  return ofType(type, { message: reason, ...status.failure, reason })
}

function failed(step: RenderInput, reason: string): Rendered {
  return { ok: false, reason, status: failureStatus(step, reason) }
}

/** Kratix keeps only `message` of a Promise's status. */
function ofType(type: RenderInput['type'], status: Status): Status {
  if (type === 'resource') return status
  const { message } = status
  return message === undefined ? {} : { message }
}

/** Order of UTF-8 bytes, which is that of code points and not of UTF-16 units. */
export function compareBytes(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = (left[i]?.codePointAt(0) ?? 0) - (right[i]?.codePointAt(0) ?? 0)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
