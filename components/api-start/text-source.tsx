'use client'

import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { FileButton } from '@/components/ui/file-button'
import type { Picked } from '@/components/ui/picked-files'
import { TextArea } from '@/components/ui/text-area'
import { displayBytes, LIMITS } from '@/lib/importers/limits'

export interface TextSourceProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (text: string) => void
  /** What is wrong with the text. */
  readonly problem?: string | undefined
  readonly help?: React.ReactNode
}

/** A text that is typed, pasted or opened. A large one is not shown, or the page would stand still. */
const SHOWN = 200_000

export function TextSource(props: TextSourceProps): React.ReactElement {
  const { label, placeholder, value, onChange, problem, help } = props
  const [name, setName] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const open = (picked: Picked): void => {
    const [first] = picked.files
    if (!first) return
    setFailed(undefined)
    if (first.file.size > LIMITS.fileBytes) {
      setFailed(`${first.path} is too large: at most ${displayBytes(LIMITS.fileBytes)}.`)
      return
    }
    first.file.text().then(
      (text) => {
        setName(first.path)
        onChange(text)
      },
      (error: unknown) => setFailed(error instanceof Error ? error.message : String(error)),
    )
  }
  const large = value.length > SHOWN
  return (
    <div className="flex min-h-0 flex-col gap-1.5">
      <TextArea
        label={label}
        value={large ? `# ${name ?? 'A large text'}: ${displayBytes(value.length)}` : value}
        readOnly={large}
        onChange={(text) => {
          setName(undefined)
          onChange(text)
        }}
        error={failed ?? problem}
        placeholder={placeholder}
        mono
        style={{ minHeight: 180 }}
        reserve={2}
        wrap="off"
        aside={
          <span className="flex gap-1.5">
            {value === '' ? null : (
              <button
                type="button"
                className="rounded-[4px] px-1 text-dim text-sm hover:text-text hover:underline"
                onClick={() => onChange('')}
              >
                Clear
              </button>
            )}
            <FileButton
              size="sm"
              icon={<FolderOpen size={12} aria-hidden />}
              accept=".yaml,.yml,.json,.txt"
              onPick={open}
            >
              Open a file
            </FileButton>
          </span>
        }
      />
      {help ? <div className="text-faint text-sm">{help}</div> : null}
    </div>
  )
}
