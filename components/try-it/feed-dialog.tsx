'use client'

import { FolderOpen, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useReadOnly } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { FileButton } from '@/components/ui/file-button'
import { IconButton } from '@/components/ui/icon-button'
import { carriesFiles, type Picked, pickedFromDrop } from '@/components/ui/picked-files'
import { SelectField } from '@/components/ui/select-field'
import { TextArea } from '@/components/ui/text-area'
import { TextField } from '@/components/ui/text-field'
import { displayBytes } from '@/lib/importers/limits'
import { isSafePath } from '@/lib/promise/files'
import { placeOfRecorded } from '@/lib/tryout/recorded-files'
import { recordedText } from '@/lib/tryout/recorded-text'
import { inputKey, type RecordedOutput, type StepRun } from '@/lib/tryout/types'
import { useTryoutStore } from './use-tryout'

interface Row {
  readonly id: number
  readonly volume: 'output' | 'metadata'
  readonly path: string
  readonly text: string
}

export interface FeedDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly step: StepRun
  readonly object: unknown
  readonly recorded: RecordedOutput | undefined
}

/** Much more than what a step writes; what is kept in the browser's storage must not grow without end. */
const MOST_BYTES = 2_000_000
const MOST_FILES = 200

const VOLUMES = [
  { value: 'output', label: '/kratix/output' },
  { value: 'metadata', label: '/kratix/metadata' },
] as const

/** Takes what a step that is not run here has written elsewhere: pasted, opened or dropped. */
export function FeedDialog(props: FeedDialogProps): React.ReactElement {
  const { open, onOpenChange, step } = props
  return (
    <Dialog
      size="lg"
      open={open}
      onOpenChange={onOpenChange}
      title={`What ${step.name} wrote`}
      description="Run its image elsewhere on this object, and paste, open or drop the files that it left in /kratix/output and /kratix/metadata."
    >
      {open ? <FeedForm {...props} /> : null}
    </Dialog>
  )
}

function FeedForm({ onOpenChange, step, object, recorded }: FeedDialogProps): React.ReactElement {
  const store = useTryoutStore()
  const readOnly = useReadOnly()
  const [rows, setRows] = useState<readonly Row[]>(() => rowsOf(recorded))
  const [failed, setFailed] = useState<string>()
  const change = (id: number, next: Partial<Row>) =>
    setRows(rows.map((row) => (row.id === id ? { ...row, ...next } : row)))
  const nextId = () => Math.max(0, ...rows.map(({ id }) => id)) + 1

  const take = async ({ files }: Picked): Promise<void> => {
    const size = files.reduce((sum, { file }) => sum + file.size, 0)
    if (size > MOST_BYTES || files.length > MOST_FILES) {
      throw new Error(
        `This is too much: at most ${MOST_FILES} files and ${displayBytes(MOST_BYTES)}.`,
      )
    }
    const read: Row[] = []
    for (const { path, file } of files) {
      const place = placeOfRecorded(path)
      if (!place) continue
      const text = recordedText(path, await file.arrayBuffer())
      read.push({ ...place, id: nextId() + read.length, text })
    }
    if (read.length === 0) throw new Error('There is nothing in it that a step writes.')
    const taken = new Set(read.map(({ volume, path }) => `${volume}/${path}`))
    setRows((now) => [
      ...now.filter(({ volume, path }) => !taken.has(`${volume}/${path}`)),
      ...read,
    ])
  }
  const attempt = (picked: Promise<Picked> | Picked): void => {
    setFailed(undefined)
    Promise.resolve(picked)
      .then(take)
      .catch((error: unknown) => setFailed(error instanceof Error ? error.message : String(error)))
  }

  const faultOf = (row: Row): string | undefined => {
    if (!isSafePath(row.path)) return 'Write a path below the volume, such as a.yaml.'
    const twin = rows.find(
      (other) => other.id < row.id && other.volume === row.volume && other.path === row.path,
    )
    return twin ? 'This file is there twice.' : undefined
  }
  const fine = rows.every((row) => faultOf(row) === undefined)
  const save = () => {
    const texts = (volume: Row['volume']) =>
      Object.fromEntries(
        rows.flatMap((row) => (row.volume === volume ? [[row.path, row.text]] : [])),
      )
    store.getState().feed(step.key, {
      output: texts('output'),
      metadata: texts('metadata'),
      input: inputKey(object),
    })
    onOpenChange(false)
  }

  return (
    <section
      aria-label="Recorded files"
      onDragOver={(event) => {
        if (carriesFiles(event.dataTransfer)) event.preventDefault()
      }}
      onDrop={(event) => {
        if (!carriesFiles(event.dataTransfer)) return
        event.preventDefault()
        event.stopPropagation()
        attempt(
          pickedFromDrop(event.dataTransfer, {
            skipFolder: (name) => name === '.git',
            maxFiles: MOST_FILES,
          }),
        )
      }}
    >
      {rows.length === 0 ? (
        <p className="mb-2 text-dim">
          No file: the step succeeded and wrote nothing, which removes what it wrote before.
        </p>
      ) : null}
      <ul>
        {rows.map((row) => (
          <li key={row.id} className="mb-2 rounded-lg border border-line px-2.5 py-2">
            <div className="flex items-start gap-2">
              <SelectField
                label="Volume"
                hideLabel
                reserve={0}
                mono
                className="w-44 shrink-0"
                value={row.volume}
                options={VOLUMES}
                onChange={(volume) => change(row.id, { volume })}
              />
              <TextField
                label="Path"
                hideLabel
                reserve={1}
                mono
                className="flex-1"
                value={row.path}
                error={faultOf(row)}
                onChange={(path) => change(row.id, { path })}
              />
              <IconButton
                label={`Remove ${row.path || 'the file'}`}
                icon={<Trash2 size={14} aria-hidden />}
                onClick={() => setRows(rows.filter(({ id }) => id !== row.id))}
              />
            </div>
            <TextArea
              label={`Text of ${row.path || 'the file'}`}
              hideLabel
              mono
              reserve={0}
              rows={4}
              value={row.text}
              onChange={(text) => change(row.id, { text })}
            />
          </li>
        ))}
      </ul>
      {failed === undefined ? null : (
        <p role="alert" className="mb-2 text-red">
          {failed}
        </p>
      )}
      <div className="flex flex-wrap gap-2 pb-3">
        <Button
          icon={<Plus size={14} aria-hidden />}
          onClick={() => {
            const path = `file-${rows.length + 1}.yaml`
            setRows([...rows, { id: nextId(), volume: 'output', path, text: '' }])
          }}
        >
          Add a file
        </Button>
        <FileButton icon={<FolderOpen size={14} aria-hidden />} onPick={attempt}>
          Open files
        </FileButton>
        <FileButton folder icon={<FolderOpen size={14} aria-hidden />} onPick={attempt}>
          Open a folder
        </FileButton>
        <span className="flex-1" />
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button variant="primary" disabled={!fine || readOnly} onClick={save}>
          Use these files
        </Button>
      </div>
    </section>
  )
}

function rowsOf(recorded: RecordedOutput | undefined): readonly Row[] {
  if (!recorded) return [{ id: 1, volume: 'output', path: 'output.yaml', text: '' }]
  return (['output', 'metadata'] as const)
    .flatMap((volume) =>
      Object.entries(recorded[volume]).map(([path, text]) => ({ volume, path, text })),
    )
    .map((row, index) => ({ ...row, id: index + 1 }))
}
