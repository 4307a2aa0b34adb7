/** A place in a line that is read from left to right. */
export class Cursor {
  readonly text: string
  at: number

  constructor(text: string, at = 0) {
    this.text = text
    this.at = at
  }

  get rest(): string {
    return this.text.slice(this.at)
  }

  /** Takes what a sticky expression finds here, if anything. */
  take(expression: RegExp): string | undefined {
    expression.lastIndex = this.at
    const found = expression.exec(this.text)?.[0]
    if (found !== undefined) this.at += found.length
    return found
  }

  /** Takes a text in double quotes, written as in JSON; `undefined` when there is none here. */
  quoted(): string | undefined {
    const before = this.at
    const found = this.take(/\s*"(?:[^"\\]|\\.)*"/y)
    if (found === undefined) return undefined
    const text = unquoted(found.trim())
    if (text === undefined) this.at = before
    return text
  }
}

/** The text of a JSON string, or `undefined` when it is none. */
function unquoted(json: string): string | undefined {
  try {
    return String(JSON.parse(json))
  } catch {
    return undefined // JSON.parse has no other way to say that it is no JSON
  }
}
