'use client'

import './code-editor.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { applyTextEdits, type TextEdit } from '@/lib/promise/command'
import { lineIndex } from '@/lib/yaml/lines'
import { type Assist, assistModel } from './assist'
import { monaco } from './monaco'
import { editorLooks } from './options'
import { editsOf, rangeOf, replacement } from './sync'
import { applyTheme } from './theme'
import { useDark } from './use-dark'

export interface Marker {
  readonly from: number
  readonly to: number
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
}

export interface CodeEditorProps {
  /** Names the text; a new path starts with its own cursor and scroll position. */
  readonly path: string
  readonly text: string
  /** Monaco's name of the language, e.g. `yaml`. */
  readonly language: string
  /** What a screen reader says of the text box. */
  readonly label: string
  readonly readOnly?: boolean
  readonly markers?: readonly Marker[]
  /** UTF-16 range whose lines are shown as selected. */
  readonly highlight?: { readonly from: number; readonly to: number } | undefined
  /** Scrolls the highlight into view whenever this number changes. */
  readonly reveal?: number
  /** Small and without line folding: for an editor within a form. */
  readonly compact?: boolean
  /** Who knows what can be written in the text, and what stands there. */
  readonly assist?: Assist
  /** What the user typed, counted in `shown`: the text as it was before. */
  readonly onEdit?: (edits: readonly TextEdit[], shown: string) => void
  /** Before the editor does anything with a key, a pointer or a paste: the time for a newer `text`. */
  readonly onTouch?: () => void
  /** The user moved the cursor: offset in the text. */
  readonly onCursor?: (offset: number) => void
  readonly onUndo?: () => void
  readonly onRedo?: () => void
  /** Escape with nothing open: the user wants out. */
  readonly onLeave?: () => void
}

/** A text in Monaco. The text is the caller's: edits go out, and come back as the new `text`. */
export function CodeEditor(props: CodeEditorProps): React.ReactElement {
  const { path, text, language, label, readOnly = false, markers, highlight, reveal } = props
  const dark = useDark()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(undefined)
  /** The text that the model stands for, ahead of `text` while React renders. */
  const shown = useRef('')
  const lines = useRef<monaco.editor.IEditorDecorationsCollection>(undefined)
  const views = useRef(new Map<string, monaco.editor.ICodeEditorViewState | null>())
  const calls = useRef(props)
  useLayoutEffect(() => {
    calls.current = props
  })

  // Before the layout effects below, which need the editor.
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is set below
  useLayoutEffect(() => {
    if (!host.current) return
    applyTheme(dark)
    const created = monaco.editor.create(host.current, options(calls.current))
    editor.current = created
    const listeners = [
      created.onDidChangeCursorPosition((event) => {
        if (event.source !== 'mouse' && event.source !== 'keyboard') return
        calls.current.onCursor?.(
          lineIndex(shown.current).offsetAt({
            line: event.position.lineNumber,
            column: event.position.column,
          }),
        )
      }),
      created.onKeyDown((event) => {
        const key = event.browserEvent.key.toLowerCase()
        if (!(event.ctrlKey || event.metaKey) || event.altKey) return
        const undo = key === 'z' && !event.shiftKey
        const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey)
        if (!undo && !redo) return
        event.preventDefault()
        event.stopPropagation()
        if (undo) calls.current.onUndo?.()
        else calls.current.onRedo?.()
      }),
      created.addAction({
        id: 'leave-editor',
        label: 'Leave the editor',
        keybindings: [monaco.KeyCode.Escape],
        precondition:
          'textInputFocus && !findWidgetVisible && !editorHasSelection && !editorHasMultipleSelections && !markersNavigationVisible && !editorHoverVisible && !suggestWidgetVisible',
        run: () => calls.current.onLeave?.(),
      }),
    ]
    return () => {
      for (const listener of listeners) listener.dispose()
      created.getModel()?.dispose()
      created.dispose()
      editor.current = undefined
      lines.current = undefined
    }
  }, [])

  // A file of its own has a model of its own; the view of the last one is kept for the way back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` follows in the next effect
  useLayoutEffect(() => {
    const current = editor.current
    if (!current) return
    shown.current = text
    const model = monaco.editor.createModel(text, language)
    // Tabs or spaces is read off the text; how wide a tab looks is not.
    if (!model.getOptions().insertSpaces) model.updateOptions({ tabSize: 4 })
    assistModel(model, () => ({ text: shown.current, assist: calls.current.assist }))
    current.setModel(model)
    const view = views.current.get(path)
    if (view) current.restoreViewState(view)
    const listener = model.onDidChangeContent((event) => {
      if (applying.has(model)) return
      const before = shown.current
      const edits = editsOf(before, event.changes)
      shown.current = applyTextEdits(before, edits)
      calls.current.onEdit?.(edits, before)
    })
    return () => {
      if (editor.current) views.current.set(path, current.saveViewState()) // else it is gone
      listener.dispose()
      model.dispose()
    }
  }, [path, language])

  useLayoutEffect(() => {
    const model = editor.current?.getModel()
    if (!model) return
    const edit = replacement(shown.current, text)
    shown.current = text
    if (!edit) return
    applying.add(model)
    model.applyEdits([edit])
    applying.delete(model)
  }, [text])

  useEffect(() => {
    editor.current?.updateOptions({ readOnly, domReadOnly: readOnly, ariaLabel: label })
  }, [readOnly, label])

  useEffect(() => {
    const model = editor.current?.getModel()
    if (!model) return
    const lines = lineIndex(text)
    monaco.editor.setModelMarkers(
      model,
      'promise-designer',
      (markers ?? []).map(({ from, to, severity, message }) => ({
        ...rangeOf(lines, from, Math.max(to, from + 1)),
        severity: SEVERITY[severity],
        message,
      })),
    )
  }, [markers, text])

  useEffect(() => {
    const current = editor.current
    if (!current) return
    lines.current ??= current.createDecorationsCollection()
    if (!highlight) return lines.current.clear()
    const range = rangeOf(lineIndex(text), highlight.from, lastOf(text, highlight))
    lines.current.set([
      {
        range,
        options: { isWholeLine: true, className: 'code-selected' },
      },
    ])
  }, [highlight, text])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `reveal` says when, not what
  useEffect(() => {
    if (!highlight || reveal === undefined) return
    editor.current?.revealRangeInCenterIfOutsideViewport(
      rangeOf(lineIndex(text), highlight.from, lastOf(text, highlight)),
      monaco.editor.ScrollType.Immediate,
    )
  }, [reveal, path])

  useEffect(() => applyTheme(dark), [dark])

  useEffect(() => {
    const element = host.current
    const touch = (): void => calls.current.onTouch?.()
    for (const name of TOUCHES) element?.addEventListener(name, touch, { capture: true })
    return () => {
      for (const name of TOUCHES) element?.removeEventListener(name, touch, { capture: true })
    }
  }, [])

  return <div ref={host} className="h-full w-full overflow-hidden" data-code-editor={path} />
}

/** All that a user's edit or selection begins with; heard before Monaco hears it. */
const TOUCHES = [
  'focusin',
  'keydown',
  'beforeinput',
  'compositionstart',
  'pointerdown',
  'paste',
  'cut',
  'drop',
] as const

/** Models that are being brought up to date: their change events are ours, not the user's. */
const applying = new WeakSet<monaco.editor.ITextModel>()

const SEVERITY = {
  error: monaco.MarkerSeverity.Error,
  warning: monaco.MarkerSeverity.Warning,
  info: monaco.MarkerSeverity.Info,
}

/** The end of a range without the line end that whole lines include. */
function lastOf(text: string, range: { readonly from: number; readonly to: number }): number {
  let to = range.to
  while (to > range.from && (text[to - 1] === '\n' || text[to - 1] === '\r')) to -= 1
  return to
}

function options(props: CodeEditorProps): monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    ...editorLooks,
    model: null,
    ariaLabel: props.label,
    readOnly: props.readOnly ?? false,
    domReadOnly: props.readOnly ?? false,
    folding: !props.compact,
  }
}
