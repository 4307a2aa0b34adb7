export interface RuleFaultProps {
  readonly id: string
  /** The expression. */
  readonly text: string
  readonly fault: string | undefined
  /** That it is not judged here. */
  readonly note: string | undefined
}

const PLACE = /\(line (\d+), column (\d+)\)/

/** What is wrong with an expression, with the line at fault and a mark below the place. */
export function RuleFault({ id, text, fault, note }: RuleFaultProps): React.ReactElement | null {
  if (fault === undefined) {
    return note === undefined ? null : (
      <p id={id} className="pt-1 text-faint text-sm">
        {note}
      </p>
    )
  }
  const [, line, column] = PLACE.exec(fault) ?? []
  const source = line === undefined ? undefined : text.split('\n')[Number(line) - 1]
  const characters = [...(source ?? '')]
  const at = Number(column) - 1
  return (
    <div id={id} className="pt-1 text-red text-sm">
      <p>{fault}</p>
      {source !== undefined && (characters.length > 30 || text.includes('\n')) ? (
        <code aria-hidden className="block truncate text-dim">
          {at > 24 ? '…' : ''}
          {characters.slice(at > 24 ? at - 24 : 0, at).join('')}
          <mark className="rounded-[2px] bg-red-bg text-red underline decoration-wavy">
            {characters[at] ?? ' '}
          </mark>
          {characters.slice(at + 1).join('')}
        </code>
      ) : null}
    </div>
  )
}
