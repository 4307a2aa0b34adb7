import { isRecord, type Path } from '@/lib/promise/path'
import { MAX_DEPTH } from '@/lib/schema/max-depth'
import type { Schema } from '@/lib/schema/property'
import type { Before, Finding, Rule, RuleContext } from './rule'

type Report = (finding: Finding) => void

/**
 * A rule on what an update may do to an installed Promise (kratix.md 4.11 and 9.3). It says nothing
 * where there is nothing to compare with, and of a Promise with another name, which is a new one.
 */
export function updateRule(
  id: string,
  judge: (now: RuleContext, before: Before, report: Report) => void,
): Rule {
  return {
    id,
    check(now, report) {
      const { before } = now
      if (before && before.promise.name === now.promise.name) judge(now, before, report)
    },
  }
}

/** A schema as it is and as it was, at the same place of requests. */
export interface SchemaPair {
  readonly now: Schema
  readonly before: Schema
  /** Of the schema as it is. */
  readonly path: Path
  /** The place in a request, for people: `spec.ports[].name`. */
  readonly name: string
}

/** A rule on each schema that a version of the API had before and still has. */
export function schemaUpdateRule(
  id: string,
  judge: (pair: SchemaPair, report: Report) => void,
): Rule {
  return updateRule(id, ({ promise: { api } }, { promise: installed }, report) => {
    for (const { name, schema, schemaPath } of api?.versions ?? []) {
      const old = installed.api?.versions.find((version) => version.name === name)
      if (!isRecord(schema) || !isRecord(old?.schema)) continue
      walk({ now: schema, before: old.schema, path: schemaPath, name: '' }, 0, (pair) =>
        judge(pair, report),
      )
    }
  })
}

/** The API server and Kratix have schemas of their own for these properties of the root. */
export const NOT_OURS: readonly string[] = ['apiVersion', 'kind', 'metadata', 'status']

function walk(pair: SchemaPair, depth: number, visit: (pair: SchemaPair) => void) {
  if (pair.now === pair.before || depth > MAX_DEPTH) return
  visit(pair)
  const { now, before, path, name } = pair
  const enter = (child: unknown, old: unknown, rest: Path, called: string) => {
    if (!isRecord(child) || !isRecord(old)) return
    walk({ now: child, before: old, path: [...path, ...rest], name: called }, depth + 1, visit)
  }
  enter(now.items, before.items, ['items'], `${name}[]`)
  const { additionalProperties: more } = now
  enter(more, before.additionalProperties, ['additionalProperties'], `${name}.*`)
  for (const [key, child] of Object.entries(isRecord(now.properties) ? now.properties : {})) {
    if (name === '' && NOT_OURS.includes(key)) continue
    enter(child, propertyOf(before, key), ['properties', key], name === '' ? key : `${name}.${key}`)
  }
}

/** The schema of a property that is declared by `schema` itself. */
export function propertyOf(schema: Schema, name: string): unknown {
  const { properties } = schema
  return isRecord(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** A warning about requests that exist already. */
export function breaking(at: Path, message: string, more: Partial<Finding> = {}): Finding {
  return { severity: 'warning', at, message: `Breaks existing requests: ${message}`, ...more }
}

/** An error: what is installed cannot become this. */
export function rejected(at: Path, message: string, more: Partial<Finding> = {}): Finding {
  return {
    severity: 'error',
    at,
    message: `An installed Promise refuses this update: ${message}`,
    ...more,
  }
}

/** A warning about what an update does besides what was meant. */
export function risky(at: Path, message: string, more: Partial<Finding> = {}): Finding {
  return { severity: 'warning', at, message: `Risky for an installed Promise: ${message}`, ...more }
}
