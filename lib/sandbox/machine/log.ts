import { LIMITS } from '../call'
import { format } from './inspect'

/** What a program prints: lines of both streams, as they came, up to a limit. */
export class Log {
  /** @param tell hears each line as soon as it is whole: a program that is stopped gives no answer */
  constructor(private readonly tell: (line: string) => void = () => undefined) {}
  readonly #lines: string[] = []
  #open: Record<'out' | 'error', string> = { out: '', error: '' }
  #size = 0
  #cut = false

  write(stream: 'out' | 'error', text: string): void {
    if (this.#cut) return
    this.#size += text.length
    const room = Math.max(0, text.length - Math.max(0, this.#size - LIMITS.log))
    const parts = `${this.#open[stream]}${text.slice(0, room)}`.split('\n')
    this.#open[stream] = parts.pop() ?? ''
    for (const line of parts) this.#line(line)
    if (room < text.length) this.#stop()
  }

  #line(line: string): void {
    if (this.#cut) return
    if (this.#lines.length < LIMITS.lines) this.#add(line)
    else this.#stop()
  }

  #stop(): void {
    this.#cut = true
    this.#add('… it went on printing; the rest is not kept.')
  }

  #add(line: string): void {
    this.#lines.push(line)
    this.tell(line)
  }

  get lines(): readonly string[] {
    if (this.#cut) return this.#lines
    return [...this.#lines, ...[this.#open.out, this.#open.error].filter((text) => text !== '')]
  }

  /** The `console` of a program. */
  console(): object {
    let indent = ''
    const counts = new Map<string, number>()
    const print = (stream: 'out' | 'error') => {
      return (...given: unknown[]) => {
        const text = format(...given)
        this.write(stream, `${indent}${text.replaceAll('\n', `\n${indent}`)}\n`)
      }
    }
    const [out, error] = [print('out'), print('error')]
    return {
      ...{ log: out, info: out, debug: out, dir: (one: unknown) => out(one), table: out },
      ...{ error, warn: error, trace: error },
      assert: (truth: unknown, ...given: unknown[]) => {
        if (!truth) error('Assertion failed', ...given)
      },
      group: (...given: unknown[]) => {
        if (given.length > 0) out(...given)
        indent += '  '
      },
      groupEnd: () => {
        indent = indent.slice(2)
      },
      count: (label = 'default') => {
        counts.set(label, (counts.get(label) ?? 0) + 1)
        out(`${label}: ${counts.get(label)}`)
      },
      time: () => undefined,
      timeEnd: () => undefined,
      timeLog: () => undefined,
    }
  }
}
