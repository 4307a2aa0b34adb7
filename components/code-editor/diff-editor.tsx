'use client'

import './code-editor.css'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { languageOf } from '@/components/file-tree/language-of'
import { applyTextEdits } from '@/lib/promise/command'
import { monaco } from './monaco'
import { editorLooks } from './options'
import { editsOf, replacement } from './sync'
import { applyTheme } from './theme'
import { useDark } from './use-dark'

export interface DiffEditorProps {
  readonly original: string
  /** The text on the right, which may be edited: what is typed comes back through here. */
  readonly modified: string
  /** Names the file: a new path starts anew, and its ending says the language. */
  readonly path: string
  /** True when absent: nobody edits what nobody listens to. */
  readonly readOnly?: boolean
  /** The right side after the user typed; line ends and byte-order mark stay as they were. */
  readonly onChange?: (text: string) => void
  /** What a screen reader says of the right text box; of the left one, with "before" added. */
  readonly label: string
  /** One column instead of two; a narrow editor has one column anyway. */
  readonly inline?: boolean
}

/** Two states of a text with their differences marked; parts that are alike are folded. */
export function DiffEditor(props: DiffEditorProps): React.ReactElement {
  const { original, modified, path, label, inline = false } = props
  const readOnly = props.readOnly ?? !props.onChange
  const dark = useDark()
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<monaco.editor.IStandaloneDiffEditor>(undefined)
  /** What the two models stand for, ahead of the properties while React renders. */
  const shown = useRef({ original: '', modified: '' })
  /** Set while a model is brought up to date: its change is ours, not the user's. */
  const applying = useRef(false)
  const calls = useRef(props)
  useLayoutEffect(() => {
    calls.current = props
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; what changes is set below
  useLayoutEffect(() => {
    if (!host.current) return
    applyTheme(dark)
    const created = monaco.editor.createDiffEditor(host.current, {
      ...editorLooks,
      originalEditable: false,
      renderOverviewRuler: false,
      renderMarginRevertIcon: false,
      renderGutterMenu: false,
      ignoreTrimWhitespace: false,
      enableSplitViewResizing: false,
      useInlineViewWhenSpaceIsLimited: true,
      renderSideBySideInlineBreakpoint: 640,
      hideUnchangedRegions: { enabled: true, contextLineCount: 3, minimumLineCount: 4 },
    })
    editor.current = created
    return () => {
      created.setModel(null)
      created.dispose()
      editor.current = undefined
    }
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts follow in the next effect
  useLayoutEffect(() => {
    const current = editor.current
    if (!current) return
    const language = languageOf(path)
    const models = {
      original: monaco.editor.createModel(original, language),
      modified: monaco.editor.createModel(modified, language),
    }
    shown.current = { original, modified }
    const view = current.createViewModel(models)
    current.setModel(view)
    const listener = models.modified.onDidChangeContent((event) => {
      if (applying.current) return
      const text = shown.current.modified
      const typed = applyTextEdits(text, editsOf(text, event.changes))
      shown.current.modified = typed
      calls.current.onChange?.(typed)
    })
    return () => {
      listener.dispose()
      editor.current?.setModel(null)
      // Before the models go: it calls off a comparison that still runs, which would miss them.
      view.dispose()
      models.original.dispose()
      models.modified.dispose()
    }
  }, [path])

  useLayoutEffect(() => {
    const models = editor.current?.getModel()
    if (!models) return
    const follow = (model: monaco.editor.ITextModel, before: string, after: string): void => {
      const edit = replacement(before, after)
      if (!edit) return
      applying.current = true
      // Undo in the editor also takes back what came from outside, such as a chosen side.
      model.pushEditOperations(null, [edit], () => null)
      applying.current = false
    }
    follow(models.original, shown.current.original, original)
    follow(models.modified, shown.current.modified, modified)
    shown.current = { original, modified }
  }, [original, modified])

  useEffect(() => {
    editor.current?.updateOptions({ renderSideBySide: !inline, readOnly, domReadOnly: readOnly })
    editor.current?.getOriginalEditor().updateOptions({ ariaLabel: `${label}, before` })
    editor.current?.getModifiedEditor().updateOptions({ ariaLabel: label })
  }, [inline, readOnly, label])

  useEffect(() => applyTheme(dark), [dark])

  return <div ref={host} className="h-full w-full overflow-hidden" data-diff-editor={path} />
}
