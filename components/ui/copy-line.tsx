import { CopyButton } from './copy-button'

export interface CopyLineProps {
  readonly text: string
}

/** A line for a shell, with a button that copies it where the browser can. */
export function CopyLine({ text }: CopyLineProps) {
  return (
    <div className="flex items-start gap-2 rounded-lg border border-line bg-panel py-2 pr-2 pl-3">
      <pre className="min-w-0 flex-1 whitespace-pre-wrap break-all pt-0.5">{text}</pre>
      <CopyButton text={text} />
    </div>
  )
}
