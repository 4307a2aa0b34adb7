'use client'

import { useCallback, useMemo, useState } from 'react'
import {
  checkGroup,
  checkKind,
  checkPlural,
  checkPromiseName,
  checkProtectedGroup,
  checkSingular,
  checkVersionName,
} from '@/lib/promise/names'
import { pluralOf, singularOf } from '@/lib/promise/plurals'
import { identifierBudget, WORKFLOWS } from '@/lib/promise/workflows'
import { suggestKind } from './suggest-kind'

export const FIELDS = ['name', 'kind', 'group', 'version', 'plural', 'singular'] as const
export type FieldName = (typeof FIELDS)[number]
export type NewPromiseValues = Readonly<Record<FieldName, string>>

export interface NewPromise {
  readonly values: NewPromiseValues
  /** Every broken rule, also of fields that the user has not come to yet. */
  readonly faults: Readonly<Partial<Record<FieldName, string>>>
  /** The fault to show: none before the user has been in the field. */
  readonly shown: (field: FieldName) => string | undefined
  readonly change: (field: FieldName, text: string) => void
  readonly touch: (field: FieldName) => void
  readonly touchAll: () => void
}

const CHECKS: Record<FieldName, (text: string) => string | undefined> = {
  name: (name) => checkPromiseName(name) ?? checkRoom(name),
  kind: (kind) => checkKind(kind),
  group: (group) => checkGroup(group) ?? checkProtectedGroup(group),
  version: checkVersionName,
  plural: checkPlural,
  singular: checkSingular,
}

/** A name that leaves no room for a pipeline's is one that Kratix refuses later (rule 21). */
function checkRoom(name: string): string | undefined {
  const longest = Math.max(...WORKFLOWS.map((flow) => identifierBudget('', flow, '').used))
  const room = 60 - longest - 1
  if (name.length <= room) return undefined
  return `The Promise name has ${name.length} characters; at most ${room} leave room for a pipeline name (60 in all).`
}

/** The names of a new Promise: kind follows name, plural and singular follow kind, until typed. */
export function useNewPromise(): NewPromise {
  const [typed, setTyped] = useState<Partial<Record<FieldName, string>>>({ version: 'v1alpha1' })
  const [touched, setTouched] = useState<ReadonlySet<FieldName>>(new Set())

  const values = useMemo<NewPromiseValues>(() => {
    const name = typed.name ?? ''
    const kind = typed.kind ?? suggestKind(name)
    return {
      name,
      kind,
      group: typed.group ?? '',
      version: typed.version ?? '',
      plural: typed.plural ?? pluralOf(kind),
      singular: typed.singular ?? singularOf(kind),
    }
  }, [typed])
  const faults = useMemo(() => {
    const found: Partial<Record<FieldName, string>> = {}
    for (const field of FIELDS) {
      const fault = CHECKS[field](values[field])
      if (fault !== undefined) found[field] = fault
    }
    // Without a kind there is nothing to make them of: the fault is the kind's.
    if (values.kind === '' && typed.plural === undefined) delete found.plural
    if (values.kind === '' && typed.singular === undefined) delete found.singular
    return found
  }, [values, typed])

  return {
    values,
    faults,
    shown: (field) =>
      touched.has(field) || (values[field] !== '' && typed[field] !== undefined)
        ? faults[field]
        : undefined,
    change: useCallback((field, text) => setTyped((now) => ({ ...now, [field]: text })), []),
    touch: useCallback((field) => setTouched((now) => new Set(now).add(field)), []),
    touchAll: useCallback(() => setTouched(new Set(FIELDS)), []),
  }
}
