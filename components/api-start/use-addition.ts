import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { isStarterSpec } from '@/lib/commands/new-api'
import { type TakeMode, takeProperties } from '@/lib/commands/take-properties'
import { schemaIn, storageVersion } from '@/lib/promise/view'
import { additionsTo, type NewProperties } from '@/lib/schema/new-properties'
import { addedRows, outlineOf } from '@/lib/schema/outline'
import { removedWords } from './removed-words'

/** The API that properties go to, and what becomes of those that it has. */
export function useMode(): {
  readonly spec: unknown
  readonly hasApi: boolean
  readonly mode: TakeMode
  readonly setMode: (mode: TakeMode) => void
} {
  const api = useDesigner((state) => state.reading.view.api)
  const view = useDesigner((state) => state.reading.view)
  const version = api && storageVersion(api)
  const spec = version && schemaIn(view, [...version.schemaPath, 'properties', 'spec'])
  // Nobody has said yet what the API shall be: what it began with goes.
  const fresh = api === undefined || isStarterSpec(spec, api.kind)
  const [chosen, setMode] = useState<TakeMode>()
  return { spec, hasApi: api !== undefined, mode: chosen ?? (fresh ? 'replace' : 'add'), setMode }
}

/** What adding these properties means now, and the one command that does it. */
export function useAddition(wanted: NewProperties, mode: TakeMode, spec: unknown) {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const rows = useMemo(() => outlineOf(wanted), [wanted])
  const { additions, clashes } = useMemo(
    () => additionsTo(mode === 'replace' ? undefined : spec, wanted),
    [wanted, spec, mode],
  )
  const count = useMemo(() => addedRows(rows, additions).length, [rows, additions])
  const add = (): boolean => {
    const gone = mode === 'replace' ? removedWords(spec, Object.keys(wanted.properties)) : ''
    if (!store.getState().run(takeProperties(wanted, mode))) return false
    tell(`${count === 1 ? 'Added a property' : `Added ${count} properties`}${gone}`)
    return true
  }
  return { rows, clashes, count, nothing: count === 0, add }
}
