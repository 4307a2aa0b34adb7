import { useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useAnnounce } from '@/components/ui/announcer'
import { readClipboard, writeClipboard } from '@/components/ui/clipboard'
import { useToast } from '@/components/ui/toast'
import { copyProperties } from '@/lib/commands/copy-properties'
import { pastedNames, pasteProperties } from '@/lib/commands/paste-properties'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { readPasted } from '@/lib/schema/pasted'
import { currentRow, type PasteTarget, type PropertyRow, pasteTarget, rowAt } from './rows'
import type { PropertyActions } from './use-property-actions'
import type { PropertyRows } from './use-property-rows'

/** Copy and paste as menus offer them; the keys do the same. */
export interface PropertyClipboard {
  copy(rows: readonly PropertyRow[]): void
  cut(rows: readonly PropertyRow[]): void
  paste(row: PropertyRow, where: 'below' | 'inside'): void
}

export interface ClipboardOptions {
  readonly list: PropertyRows
  readonly actions: PropertyActions
  /** The properties of `spec`, for what is pasted while no row is selected. */
  readonly parent: Path
  readonly disabled: boolean
  /** Told of a text that holds no properties, with a sentence on why. */
  readonly onUnusable: (text: string, reason: string) => void
}

/** Properties as YAML in the clipboard: Ctrl+C, Ctrl+X and Ctrl+V in the list, and the same in menus. */
export function usePropertyClipboard(options: ClipboardOptions): PropertyClipboard {
  const store = useDesignerStore()
  const announce = useAnnounce()
  const toast = useToast()
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })

  const doing = useMemo(() => {
    const textOf = (rows: readonly PropertyRow[]): string | undefined => {
      const { document } = store.getState().reading
      return document && rows.length > 0
        ? copyProperties(
            document,
            rows.map(({ property }) => property.path),
          )
        : undefined
    }
    const insert = (text: string, { parent, index }: PasteTarget): void => {
      const { run, reading } = store.getState()
      const siblings = valueAt(reading.document?.value(), parent)
      const read = readPasted(text)
      if (!read.ok) {
        if (text.trim() === '') toast({ text: read.reason })
        else latest.current.onUnusable(text, read.reason)
        return
      }
      if (!run(pasteProperties(parent, text, index))) return
      const named = pastedNames(read.properties, isRecord(siblings) ? Object.keys(siblings) : [])
      const others = named.filter(({ name, as }) => name !== as)
      const list = named.map(({ as }) => as).join(', ')
      announce(`${list} pasted.`)
      if (others.length > 0) {
        const renamed = others.map(({ name, as }) => `${name} is there already: pasted as ${as}.`)
        toast({ text: renamed.join(' ') })
      }
      const [first] = named
      latest.current.list.setQuery('')
      if (first) latest.current.list.setFocus([...parent, first.as])
    }
    return { textOf, insert }
  }, [store, announce, toast])

  useEffect(() => {
    const { textOf, insert } = doing
    const onCopy = (event: ClipboardEvent): void => {
      const rows = meant(latest.current, store.getState().place)
      const cut = event.type === 'cut'
      if (event.defaultPrevented || !event.clipboardData || (cut && latest.current.disabled)) return
      const text = textSelected(latest.current) ? undefined : textOf(rows)
      if (text === undefined) return
      event.preventDefault()
      event.clipboardData.setData('text/plain', text)
      if (cut) latest.current.actions.remove(rows)
      else announce(`${counted(rows)} copied as YAML.`)
    }
    const onPaste = (event: ClipboardEvent): void => {
      const { list, parent, disabled } = latest.current
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (event.defaultPrevented || disabled || text.trim() === '') return
      const rows = meant(latest.current, store.getState().place)
      const inList = activeRow(list.rows) !== undefined || atRest()
      // In a name only what cannot be one is meant to become properties.
      const typed = document.activeElement instanceof HTMLInputElement && !/[\n:{]/.test(text)
      if (!inList || typed) return
      event.preventDefault()
      const row = rows.at(-1)
      insert(text, row ? pasteTarget(row, 'below') : { parent, index: undefined })
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [doing, store, announce])

  return useMemo(() => {
    const copy = (rows: readonly PropertyRow[], then: () => void): void => {
      const text = doing.textOf(rows)
      if (text === undefined) return
      writeClipboard(text).then(then, () =>
        toast({ text: 'The browser did not let the page copy. Press Ctrl+C in the row instead.' }),
      )
    }
    return {
      copy: (rows) => copy(rows, () => announce(`${counted(rows)} copied as YAML.`)),
      cut: (rows) => copy(rows, () => latest.current.actions.remove(rows)),
      paste(row, where) {
        readClipboard().then(
          (text) => {
            // The browser may have asked the user: the rows may be others by now.
            const { list } = latest.current
            const here = currentRow(list.rows, row)
            if (where === 'inside') list.open(here.id)
            doing.insert(text, pasteTarget(here, where))
          },
          () =>
            toast({
              text: 'The browser did not let the page paste. Press Ctrl+V in the row instead.',
            }),
        )
      },
    }
  }, [doing, announce, toast])
}

/** What the keys are about: the marked rows, else the one with the focus, else the selected one. */
function meant(
  { list }: ClipboardOptions,
  place: { readonly file: string; readonly path: Path },
): readonly PropertyRow[] {
  const here = activeRow(list.rows)
  if (list.marked.length > 0 && (here || atRest())) return list.marked
  if (here) return [here]
  const selected =
    atRest() && place.file === PROMISE_FILE ? rowAt(list.rows, place.path) : undefined
  return selected ? [selected] : []
}

/** The row whose line has the focus; what is in its inspector has a clipboard of its own. */
function activeRow(rows: readonly PropertyRow[]): PropertyRow | undefined {
  const line = document.activeElement?.closest('[data-row]')
  const id = line?.getAttribute('data-row')
  return id === null || id === undefined ? undefined : rows.find((row) => row.id === id)
}

/** Nothing has the focus, as after a click beside all fields. */
function atRest(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body
}

/** Text that the user has selected is what they copy, unless several rows are. */
function textSelected({ list }: ClipboardOptions): boolean {
  if (list.marked.length > 1) return false
  const { activeElement } = document
  if (activeElement instanceof HTMLInputElement) {
    return activeElement.selectionStart !== activeElement.selectionEnd
  }
  return !(getSelection()?.isCollapsed ?? true)
}

function counted(rows: readonly PropertyRow[]): string {
  return rows.length === 1 ? (rows[0]?.property.name ?? '') : `${rows.length} properties`
}
