import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import { DragHandle } from '@/components/ui/sortable-row'

export interface EnumChipProps {
  readonly text: string
  readonly disabled: boolean
  /** Why the value cannot be called so. */
  readonly check: (text: string) => string | undefined
  readonly onRename: (text: string) => void
  readonly onRemove: () => void
}

/** One value of an enum: its handle, its text, which can be changed in place, and its removal. */
export function EnumChip(props: EnumChipProps): React.ReactElement {
  const { text, disabled, check, onRename, onRemove } = props
  const [draft, setDraft] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const fault = draft === undefined || draft === text ? undefined : check(draft)
  const shown = text === '' ? '""' : text

  const end = (keep: boolean, refocus: boolean): void => {
    if (keep && draft !== undefined && draft !== '' && draft !== text && fault === undefined) {
      onRename(draft)
    }
    setDraft(undefined)
    if (refocus) requestAnimationFrame(() => button.current?.focus())
  }

  return (
    <span className="inline-flex max-w-full items-center rounded-[5px] border border-line2 bg-raised text-sm">
      <DragHandle />
      {draft === undefined ? (
        <button
          ref={button}
          type="button"
          disabled={disabled}
          aria-label={`Rename the value ${shown}`}
          title="Enter or a double click renames it, Alt+arrows move it, Delete removes it"
          onDoubleClick={() => setDraft(text)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'F2') {
              event.preventDefault()
              setDraft(text)
            } else if (event.key === 'Delete' || event.key === 'Backspace') {
              event.preventDefault()
              onRemove()
            }
          }}
          className="min-h-6 min-w-6 truncate rounded-[4px] px-0.5 font-mono"
        >
          {shown}
        </button>
      ) : (
        <input
          // biome-ignore lint/a11y/noAutofocus: the value that was asked to be renamed
          autoFocus
          aria-label={`New text for ${shown}`}
          aria-invalid={fault !== undefined || undefined}
          title={fault}
          value={draft}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={() => end(true, false)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault()
              end(true, true)
            } else if (event.key === 'Escape') {
              event.stopPropagation()
              end(false, true)
            }
          }}
          style={{ width: `${Math.max(draft.length, 3) + 1}ch` }}
          className="h-6 max-w-full rounded-[4px] bg-transparent px-0.5 font-mono outline-none aria-invalid:text-red"
        />
      )}
      <button
        type="button"
        disabled={disabled}
        aria-label={`Remove the value ${shown}`}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-[4px] text-faint hover:text-text"
      >
        <X size={12} aria-hidden />
      </button>
    </span>
  )
}
