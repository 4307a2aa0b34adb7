/** What happened to a file. */
export type Change = 'added' | 'changed'

const LOOKS = {
  added: { letter: 'A', ink: 'text-green', word: 'new' },
  changed: { letter: 'M', ink: 'text-amber', word: 'changed' },
} as const

export interface ChangeMarkProps {
  readonly change: Change | undefined
  /** A folder with a changed file in it. */
  readonly folder: boolean
  /** Since when: "the last download". */
  readonly since: string
}

/** A letter as in version control; a dot for a folder. Keeps its room, so that nothing jumps. */
export function ChangeMark({ change, folder, since }: ChangeMarkProps): React.ReactElement {
  if (!change) {
    return (
      <span aria-hidden className="w-3 shrink-0 text-center text-amber text-xs">
        {folder ? '•' : ''}
      </span>
    )
  }
  const { letter, ink, word } = LOOKS[change]
  const words = `${word} since ${since}`
  return (
    <span className={`w-3 shrink-0 text-center font-semibold text-xs ${ink}`} title={words}>
      <span aria-hidden>{letter}</span>
      <span className="sr-only"> {words}</span>
    </span>
  )
}
