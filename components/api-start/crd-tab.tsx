'use client'

import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import { apiFromCrd } from '@/lib/commands/api-from-crd'
import { offerStarter } from '@/lib/commands/offer-resource'
import { LANGUAGES, type LanguageId } from '@/lib/promise/settings'
import {
  type CrdField,
  crdFields,
  flatNames,
  type Naming,
  nestedNames,
  offerField,
  offerProblem,
  specSchema,
} from '@/lib/schema/crd'
import { FieldTree } from './field-tree'
import type { SourceTabProps } from './lines-tab'
import { defaultProblem, OfferedList, type OfferedRow, offeredOf, offeredRow } from './offered-list'
import { removedWords } from './removed-words'
import { TabFrame } from './tab-frame'
import { TemplatePreview } from './template-preview'
import { TextSource } from './text-source'
import { useMode } from './use-addition'
import { useCrdSources, useCrdsOf } from './use-crds'

const OTHER = 'other'
const NAMES: Record<LanguageId, string> = {
  go: 'Go',
  typescript: 'TypeScript',
  python: 'Python',
  bash: 'Bash',
}
const NAMINGS = [
  { value: 'nested', label: 'As in the resource' },
  { value: 'flat', label: 'Side by side' },
] as const

/** A custom resource that each request gets: which of its fields people may set. */
export function CrdTab({ text, onText, onDone }: SourceTabProps): React.ReactElement {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const promise = useDesigner((state) => state.reading.view.name)
  const sources = useCrdSources()
  const [chosenSource, chooseSource] = useState('')
  const source =
    chosenSource === OTHER
      ? undefined
      : (sources.find(({ id }) => id === chosenSource) ?? sources[0])
  const { crds, pending, problem } = useCrdsOf(source, text)
  const [crdName, chooseCrd] = useState('')
  const crd = crds.find(({ name }) => name === crdName) ?? crds[0]
  const [versionName, chooseVersion] = useState('')
  const version = crd?.versions.find(({ name }) => name === versionName) ?? crd?.versions[0]
  const fields = useMemo(() => (version ? crdFields(version.schema) : []), [version])

  const [naming, setNaming] = useState<Naming>('nested')
  const [language, setLanguage] = useState<LanguageId>('go')
  const { spec, mode, setMode, hasApi } = useMode()
  const [kept, setRows] = useState<{ readonly of: unknown; readonly rows: readonly OfferedRow[] }>()
  // What was chosen of one resource says nothing of another.
  const rows = kept && kept.of === version ? kept.rows : NO_ROWS
  const setOffered = (next: readonly OfferedRow[]): void => setRows({ of: version, rows: next })
  const chosen = useMemo(() => new Set(rows.map(({ key }) => key)), [rows])

  const choose = (wanted: readonly CrdField[], on: boolean): void => {
    if (!version) return
    const source = specSchema(version.schema) ?? {}
    const keys = new Set(wanted.map(({ path }) => path.join('.')))
    const more = wanted.filter(({ path }) => !chosen.has(path.join('.')))
    const next = on
      ? [...rows, ...more.map((one) => offeredRow(offerField(source, one, nestedNames(one.path))))]
      : rows.filter((row) => !keys.has(row.key))
    setOffered(naming === 'flat' ? named(next, 'flat', rows) : next)
  }
  const offer = useMemo(
    () => crd && version && { crd, version, fields: rows.map(offeredOf) },
    [crd, version, rows],
  )
  const wrong = offer && (offerProblem(offer.fields) ?? rows.map(defaultProblem).find(Boolean))
  const starter = useMemo(
    () => (offer && rows.length > 0 ? offerStarter(offer, language, promise) : undefined),
    [offer, rows, language, promise],
  )

  const add = (): void => {
    if (!offer) return
    const kept = offer.fields.map(({ names }) => names[0] ?? '')
    const gone = mode === 'replace' ? removedWords(spec, kept) : ''
    if (!store.getState().run(apiFromCrd(offer, language, mode), 'later')) return
    store.getState().goTo('api')
    tell(`Each request gets a ${offer.crd.kind} now${gone}`)
    onDone()
  }

  return (
    <TabFrame
      source={
        <>
          <div className="grid grid-flow-col grid-cols-[minmax(0,1fr)] gap-2">
            <SelectField
              label="Custom resource"
              reserve={0}
              value={source?.id ?? OTHER}
              options={[
                ...sources.map(({ id, name, where }) => ({
                  value: id,
                  label: `${name} (${where})`,
                })),
                { value: OTHER, label: 'Another, pasted or opened' },
              ]}
              onChange={chooseSource}
            />
            {source === undefined && crd ? (
              <Button className="self-end" onClick={() => onText('')}>
                Clear
              </Button>
            ) : null}
            {crd && crd.versions.length > 1 ? (
              <SelectField
                label="Version"
                reserve={0}
                value={version?.name ?? ''}
                options={crd.versions.map(({ name, deprecated }) => ({
                  value: name,
                  label: deprecated ? `${name} (deprecated)` : name,
                }))}
                onChange={chooseVersion}
              />
            ) : null}
          </div>
          {source === undefined && crds.length > 1 ? (
            <SelectField
              label="Which of them"
              reserve={0}
              value={crd?.name ?? ''}
              options={crds.map(({ name }) => ({ value: name, label: name }))}
              onChange={chooseCrd}
            />
          ) : null}
          {source === undefined && !crd ? (
            <TextSource
              label="A CustomResourceDefinition, in YAML or JSON"
              placeholder={'apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n…'}
              value={text}
              onChange={onText}
              problem={problem}
              help={
                sources.length === 0
                  ? 'Those that are among the dependencies are offered here, too.'
                  : undefined
              }
            />
          ) : crd ? (
            <FieldTree
              key={`${crd.name} ${version?.name}`}
              kind={crd.kind}
              fields={fields}
              chosen={chosen}
              onChoose={choose}
            />
          ) : (
            <p role={problem ? 'alert' : 'status'} className="text-dim">
              {problem ?? (pending ? 'Reading…' : '')}
            </p>
          )}
        </>
      }
      preview={
        <div className="flex min-h-0 flex-1 flex-col gap-2.5 overflow-auto p-0.5">
          <div className="flex flex-wrap items-end gap-2">
            <div className="flex flex-col gap-1">
              <span aria-hidden className="font-medium text-dim text-sm">
                Names of the properties
              </span>
              <Segmented
                label="Names of the properties"
                size="sm"
                options={NAMINGS}
                value={naming}
                onChange={(next) => {
                  setNaming(next)
                  setOffered(named(rows, next))
                }}
              />
            </div>
            <span className="flex-1" />
            <SelectField
              label="Language of the step"
              reserve={0}
              value={language}
              options={LANGUAGES.map((id) => ({ value: id, label: NAMES[id] }))}
              onChange={setLanguage}
            />
          </div>
          <OfferedList
            rows={rows}
            onChange={(row) => setOffered(rows.map((one) => (one.key === row.key ? row : one)))}
            onRemove={(row) => setOffered(rows.filter((one) => one.key !== row.key))}
          />
          <p aria-live="polite" className="min-h-5 text-red text-sm">
            {wrong ?? ''}
          </p>
          {starter ? <TemplatePreview starter={starter} /> : null}
        </div>
      }
      mode={mode}
      onMode={hasApi ? setMode : undefined}
      disabled={rows.length === 0 || wrong !== undefined}
      onAdd={add}
      action={crd ? `Offer ${crd.kind}` : 'Offer'}
    />
  )
}

const NO_ROWS: readonly OfferedRow[] = []

/** The rows named anew; those whose name was typed by hand keep it when `before` has them. */
function named(
  rows: readonly OfferedRow[],
  naming: Naming,
  before: readonly OfferedRow[] = [],
): readonly OfferedRow[] {
  const paths = rows.map(({ field }) => field.path)
  const flat = flatNames(paths)
  const earlier = flatNames(before.map(({ field }) => field.path))
  const places = new Map(before.map(({ key }, i) => [key, i]))
  return rows.map((row, i) => {
    const at = places.get(row.key)
    if (at !== undefined && before[at]?.name !== earlier[at]) return row
    const name = naming === 'flat' ? (flat[i] ?? '') : nestedNames(row.field.path).join('.')
    return { ...row, name }
  })
}
