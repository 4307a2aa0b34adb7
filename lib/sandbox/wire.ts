import type { FileEntry, ProgramAnswer } from './call'
import { PROTOCOL } from './call'

/** What the worker says when the program begins: from here its time counts. */
export const RUNNING = 'running'
/** Before each line that the program prints, while it runs. No answer begins like this. */
export const LINE = '>'

const encoder = new TextEncoder()

/**
 * An answer as one text, all files in base64. Only a text leaves the sandbox: its length is known
 * before anything is made of it, and what JSON makes of it is data and nothing else.
 */
export function toWire({ output, metadata, ...answer }: ProgramAnswer): string {
  const files = { output: output.map(fileToWire), metadata: metadata.map(fileToWire) }
  return JSON.stringify({ protocol: PROTOCOL, answer: { ...answer, ...files } })
}

function fileToWire([path, content]: FileEntry): readonly [string, string] {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  let text = ''
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192))
  }
  return [path, btoa(text)]
}
