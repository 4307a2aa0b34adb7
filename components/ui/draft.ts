/** A text that is shown in the place of the committed one, while that is `over`. */
export interface Draft {
  readonly text: string
  readonly over: string
}

/** How a field reads what is typed into it. */
export interface DraftReading {
  /** The reason why `text` is refused, or `undefined` when it may be committed. */
  readonly check: (text: string) => string | undefined
  /** The committed text that a text which passes `check` comes to: `1.` is a way to write `1`. */
  readonly means: (text: string) => string
}

/** What a field shows. A value that changes from outside (undo, the editor) wins over the draft. */
export function shownText(value: string, draft: Draft | undefined): string {
  return draft && draft.over === value ? draft.text : value
}

/**
 * A text typed over the committed `value`: the draft that keeps it in sight, and whether it is to be
 * committed. A text that may be committed stays as typed while the value is what it means, so `1.`
 * can become `1.5`; another one stays until the value changes.
 */
export function typed(
  text: string,
  value: string,
  { check, means }: DraftReading,
): { readonly draft: Draft; readonly commits: boolean } {
  if (check(text) !== undefined) return { draft: { text, over: value }, commits: false }
  const over = means(text)
  return { draft: { text, over }, commits: over !== value }
}
