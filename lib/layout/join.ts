import { type FileContent, PROMISE_FILE } from '@/lib/promise/files'
import { documentsOf } from '@/lib/yaml/document'
import { headPlan, type Insertion } from './head-plan'
import { bodyOf, type Part, type Slot } from './parts'
import { type Copied, indented, Piece } from './piece'

/** What the parts of a split repository say together, as the text of one `promise.yaml`. */
export interface Joined {
  readonly text: string
  /** Where each line of the files went, in the order of the text. */
  readonly pieces: readonly Piece[]
  /** The head: `promise.yaml`, or what stands for it while there is none. */
  readonly head: FileContent
  readonly virtual: boolean
  readonly parts: readonly Part[]
  /** Parts that are not read, since the head has their place itself. */
  readonly unread: readonly Slot[]
  /** Why the parts cannot be put below the head; `text` is then the head alone. */
  readonly fault:
    | { readonly message: string; readonly from: number; readonly to: number }
    | undefined
}

/** The text of `parts` below `head`; line by line, so that every place has one in a file. */
export function join(head: FileContent, virtual: boolean, parts: readonly Part[]): Joined {
  const text = head.text ?? ''
  const [document] = documentsOf(head)
  const bodies = parts.flatMap((part) => {
    const body = bodyIn(part.content)
    return body ? [{ ...part, ...body }] : []
  })
  const plan = document && !document.broken ? headPlan(document, bodies) : undefined
  const writer = new Writer(text, bodies)
  if (plan?.ok) writer.write(plan.insertions, document?.style.lineEnd ?? '\n')
  else writer.copyHead(text.length)
  return {
    text: writer.text(),
    pieces: writer.pieces,
    head,
    virtual,
    parts,
    unread: plan?.ok ? plan.unread : [],
    fault: plan && !plan.ok ? plan : undefined,
  }
}

interface Prepared {
  readonly body: ReturnType<typeof bodyOf>
  /** The body moved to the right, by columns. */
  readonly moved: Map<number, string>
}

const prepared = new WeakMap<FileContent, Prepared>()

/** What a change elsewhere need not find out again of a large part. */
function prepare(content: FileContent): Prepared {
  let known = prepared.get(content)
  if (!known) {
    known = { body: bodyOf(content.text ?? ''), moved: new Map() }
    prepared.set(content, known)
  }
  return known
}

const bodyIn = (content: FileContent): Prepared['body'] => prepare(content).body

function movedBody(content: FileContent, indent: number): string {
  const { body, moved } = prepare(content)
  let text = moved.get(indent)
  if (text === undefined) {
    text = body ? indented(content.text ?? '', body.from, body.to, indent) : ''
    moved.set(indent, text)
  }
  return text
}

interface Body extends Part {
  readonly from: number
  readonly to: number
}

/** Puts the pieces together. */
class Writer {
  readonly pieces: Piece[] = []
  readonly #head: string
  readonly #bodies: readonly Body[]
  readonly #out: string[] = []
  #length = 0
  /** How much of the head is written. */
  #done = 0

  constructor(head: string, bodies: readonly Body[]) {
    this.#head = head
    this.#bodies = bodies
  }

  text(): string {
    return this.#out.join('')
  }

  write(insertions: readonly Insertion[], lineEnd: string): void {
    for (const one of [...insertions].sort((a, b) => a.at - b.at)) {
      this.copyHead(one.at)
      if (one.kind === 'skip') {
        this.#done = one.to
        continue
      }
      if (this.#length > 0 && !this.#out.at(-1)?.endsWith('\n')) this.#put(lineEnd)
      for (const line of one.lines) {
        if (typeof line === 'string') this.#put(line + lineEnd)
        else this.#part(line.file, line.indent, lineEnd)
      }
    }
    this.copyHead(this.#head.length)
  }

  copyHead(to: number): void {
    const copied = { file: PROMISE_FILE, source: this.#head, from: this.#done, to, indent: 0 }
    this.#copy(copied, this.#head.slice(this.#done, to))
    this.#done = to
  }

  #part(file: string, indent: number, lineEnd: string): void {
    const body = this.#bodies.find((one) => one.file === file)
    if (!body) throw new Error(`no part ${file}`)
    const source = body.content.text ?? ''
    const ended = source[body.to - 1] === '\n'
    const copied = { file, source, from: body.from, to: body.to, indent }
    this.#copy(copied, movedBody(body.content, indent) + (ended ? '' : lineEnd))
  }

  #copy(copied: Copied, text: string): void {
    const start = this.#length
    this.#put(text)
    this.pieces.push(new Piece(copied, start, this.#length))
  }

  #put(text: string): void {
    this.#out.push(text)
    this.#length += text.length
  }
}
