import type { PromiseChoice } from '@/lib/importers'
import { plain } from './report'

/** Names the Promises of an input that holds several, and how to say which. */
export function choiceLines(input: string, choices: readonly PromiseChoice[]): string {
  const lines = choices.map(({ id, name }) => `  ${id}${name === '' ? '' : `  (${name})`}`)
  const [first] = choices
  return [
    `designer: ${input} holds several Promises:`,
    ...lines,
    `Choose one by --promise, such as --promise ${JSON.stringify(first?.id ?? '')}`,
  ]
    .map((line) => `${plain(line)}\n`)
    .join('')
}
