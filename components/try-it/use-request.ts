'use client'

import { useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { useToast } from '@/components/ui/toast'
import { exampleOf } from '@/lib/build/example'
import { isWithin, type Path, pathToString } from '@/lib/promise/path'
import type { Judgement } from '@/lib/tryout/types'
import { parseYaml, type YamlDocument } from '@/lib/yaml/document'
import type { Edited } from '@/lib/yaml/edit'
import { removeAt, renameKey, setValue } from '@/lib/yaml/edit'
import type { RequestActions } from './form-context'
import { useTryout, useTryoutStore } from './use-tryout'

/** The request as text and as value: one text, which form and editor share. */
export interface RequestText {
  readonly text: string
  readonly document: YamlDocument | undefined
  /** `undefined` while the text cannot be read. */
  readonly value: unknown
  /** Why it cannot be read. */
  readonly broken: string | undefined
  /** It is the example of the repository, untouched. */
  readonly isExample: boolean
}

/** The request that is tried; until the user writes one, the example of the repository. */
export function useRequest(): RequestText {
  const own = useTryout((state) => state.request)
  const files = useDesigner((state) => state.files)
  const view = useDesigner((state) => state.reading.view)
  const example = useMemo(
    () => (own === undefined ? (exampleOf(files, view)?.text ?? '') : ''),
    [own, files, view],
  )
  const text = own ?? example
  return useMemo(() => {
    const documents = parseYaml(text)
    const [document] = documents
    const problem = document?.problems.find(({ severity }) => severity === 'error')
    const broken =
      documents.length > 1
        ? 'Try one request at a time: this holds several documents.'
        : (problem?.message ?? (document?.broken ? 'This is no YAML.' : undefined))
    const value = broken === undefined ? document?.value() : undefined
    return { text, document, value, broken, isExample: own === undefined }
  }, [text, own])
}

/** What the fields of the form do: edits of the text, which leave all else as it stands. */
export function useRequestActions(
  { text, document }: RequestText,
  judgement: Judgement | undefined,
): RequestActions {
  const store = useTryoutStore()
  const toast = useToast()
  return useMemo(() => {
    const faults = new Map(
      judgement?.faults.map(({ path, message }) => [pathToString(path), message]) ?? [],
    )
    const apply = (edited: Edited | undefined): void => {
      if (!edited) return
      if (edited.ok) store.getState().edit(edited.edits, text)
      else toast({ text: edited.reason })
    }
    return {
      set: (path, value) => apply(document && setValue(document, path, value)),
      remove: (path) => apply(document && removeAt(document, path)),
      rename: (path, key) => apply(document && renameKey(document, path, key)),
      faultAt: (path) => faults.get(pathToString(path)),
    }
  }, [text, document, judgement, store, toast])
}

/** Where the faults of a request stand in its text. */
export function markersOf(request: RequestText, judgement: Judgement | undefined) {
  const { document, text } = request
  if (!document) return []
  const at = (path: Path) => {
    for (let length = path.length; length >= 0; length--) {
      const here = path.slice(0, length)
      const part = length === path.length ? 'value' : 'key'
      const range = document.rangeOf(here, part) ?? document.rangeOf(here)
      if (range) return range
    }
    return { from: 0, to: text.length }
  }
  return [
    ...document.problems.map(({ range, severity, message }) => ({ ...range, severity, message })),
    ...(judgement?.faults ?? []).map(({ path, message }) => ({
      ...at(path),
      severity: 'error' as const,
      message,
    })),
    ...(judgement?.unknown ?? [])
      .filter(
        (path) => !judgement?.unknown.some((other) => other !== path && isWithin(path, other)),
      )
      .map((path) => ({
        ...at(path),
        severity: 'warning' as const,
        message: 'The schema does not know this: it is dropped, and kubectl refuses it.',
      })),
  ]
}
