'use client'

import clsx from 'clsx'
import { FolderTree, PanelRightClose, RotateCcw } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { CodeEditor } from '@/components/code-editor'
import { useCatchUp } from '@/components/designer/after-paint'
import { useAssist } from '@/components/designer/use-assist'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { languageOf } from '@/components/file-tree/language-of'
import { OriginBadge } from '@/components/file-tree/origin-badge'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { revertToGenerated } from '@/lib/commands/revert-to-generated'
import type { Place, TextEdit } from '@/lib/promise/command'
import { BASE_FOLDER, isBase, PROMISE_FILE } from '@/lib/promise/files'
import { editsOver } from '@/lib/promise/text-difference'
import { ChangedTree } from './changed-tree'
import { UpdateBanner } from './update-banner'
import { contentNow, useOpenFile } from './use-open-file'

export interface FilePaneProps {
  /** Shows a button that hides the pane. */
  readonly onHide?: () => void
}

/** The right pane: promise.yaml or any other file of the repository, each editable. */
export function FilePane({ onHide }: FilePaneProps): React.ReactElement {
  const store = useDesignerStore()
  const files = useDesigner((state) => state.build.files)
  const from = useDesigner((state) => state.placeFrom)
  const selections = useDesigner((state) => state.selections)
  const watching = useDesigner((state) => state.watching)
  const { path, content, built, update, virtual, placeAt, highlight, markers } = useOpenFile()
  const assist = useAssist(path)
  const catchUp = useCatchUp()
  const [tree, setTree] = useState(false)
  const header = useRef<HTMLDivElement>(null)
  const reveal = useReveal(selections, from === 'editor')

  /** Counted in `shown`, which may be older than the file while this pane waits for the paint. */
  const edit = (edits: readonly TextEdit[], shown: string): void => {
    const state = store.getState()
    const now = contentNow(state, path)?.text ?? shown
    state.editText(path, editsOver(edits, shown, now))
  }

  const follow = useCursor(placeAt, (place) => store.getState().select(place, 'editor'))

  const leave = (): void => {
    header.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus()
  }
  const openFile = (next: string): void => {
    store.getState().open(next)
    setTree(false)
  }

  return (
    <div className="flex h-full min-w-0 flex-col bg-code">
      <div
        ref={header}
        role="toolbar"
        aria-label="Open file"
        className="flex h-9 shrink-0 items-center gap-0.5 border-line border-b bg-panel px-1.5"
      >
        <FileTab name={PROMISE_FILE} current={path === PROMISE_FILE} onOpen={openFile} />
        {path === PROMISE_FILE ? null : <FileTab name={path} current onOpen={openFile} />}
        <Button
          size="sm"
          variant="ghost"
          aria-expanded={tree}
          icon={<FolderTree size={14} aria-hidden />}
          onClick={() => setTree(!tree)}
        >
          Files <span className="text-faint">{files.size}</span>
        </Button>
        <span className="flex-1" />
        {built?.origin === 'edited' ? (
          <IconButton
            size="sm"
            label="Back to the generated text"
            icon={<RotateCcw size={14} aria-hidden />}
            onClick={() => store.getState().run(revertToGenerated(path))}
          />
        ) : null}
        {built ? <OriginBadge origin={built.origin} behind={update !== undefined} /> : null}
        {onHide ? (
          <IconButton
            size="sm"
            label="Hide the files"
            icon={<PanelRightClose size={14} aria-hidden />}
            onClick={onHide}
          />
        ) : null}
      </div>
      {tree ? (
        <div className="max-h-[60%] shrink-0 overflow-y-auto border-line border-b bg-panel">
          <ChangedTree files={files} selected={path} onSelect={openFile} />
        </div>
      ) : null}
      {virtual ? (
        <p className="shrink-0 border-line border-b bg-panel px-3 py-1 text-dim text-sm">
          No file yet: the first change of name, version or scheduling writes it.
        </p>
      ) : null}
      {isBase(path) ? (
        <p className="shrink-0 border-line border-b bg-panel px-3 py-1 text-dim text-sm">
          What was generated before you edited <code>{path.slice(BASE_FOLDER.length)}</code>: kept
          to merge with, not to edit.{' '}
          <button
            type="button"
            className="text-accent-text underline"
            onClick={() => openFile(path.slice(BASE_FOLDER.length))}
          >
            Open yours
          </button>
        </p>
      ) : null}
      {update ? <UpdateBanner update={update} onMerged={leave} /> : null}
      <div className="min-h-0 flex-1">
        {content?.text != null ? (
          <CodeEditor
            path={path}
            text={content.text}
            language={languageOf(path)}
            label={`Text of ${path}`}
            readOnly={watching || isBase(path)}
            markers={markers}
            highlight={highlight}
            reveal={reveal}
            assist={assist}
            onEdit={edit}
            onTouch={catchUp}
            onCursor={follow}
            onUndo={() => store.getState().undo()}
            onRedo={() => store.getState().redo()}
            onLeave={leave}
          />
        ) : (
          <p className="p-4 text-dim">
            {content
              ? `${path} is not text (${content.size.toLocaleString('en')} bytes). It is kept as it is.`
              : `There is no file ${path} any more.`}
          </p>
        )}
      </div>
      <p className="shrink-0 truncate border-line border-t bg-panel px-3 py-1 text-faint text-xs">
        Ctrl+Space completes. Leave the editor with Esc; Ctrl+M lets Tab move on.
      </p>
    </div>
  )
}

interface FileTabProps {
  readonly name: string
  readonly current: boolean
  readonly onOpen: (path: string) => void
}

function FileTab({ name, current, onOpen }: FileTabProps): React.ReactElement {
  return (
    <button
      type="button"
      aria-current={current}
      title={name}
      onClick={() => onOpen(name)}
      className={clsx(
        'h-[26px] min-w-0 max-w-56 truncate rounded-md px-2.5 text-sm',
        current ? 'bg-raised text-text shadow-card' : 'text-dim hover:bg-hover hover:text-text',
      )}
    >
      {isBase(name) ? 'base: ' : ''}
      {name.slice(name.lastIndexOf('/') + 1)}
    </button>
  )
}

/** The cursor rests this long before its place is selected (milliseconds). */
const REST = 80

/**
 * Selects the place under the cursor once it rests: while keys are pressed the reading of the text
 * is one key behind, and the form beside must not flicker.
 */
function useCursor(
  placeAt: ((offset: number) => Place) | undefined,
  onPlace: (place: Place) => void,
): (offset: number) => void {
  const latest = useRef({ placeAt, onPlace })
  useEffect(() => {
    latest.current = { placeAt, onPlace }
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback((offset) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const { placeAt, onPlace } = latest.current
      const place = placeAt?.(offset)
      if (place) onPlace(place)
    }, REST)
  }, [])
}

/** A number that changes with each selection that the editor did not make itself. */
function useReveal(selections: number, own: boolean): number {
  const [seen, setSeen] = useState(selections)
  useEffect(() => {
    if (!own) setSeen(selections)
  }, [selections, own])
  return seen
}
