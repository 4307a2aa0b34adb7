/**
 * The text of a file that a step has written. @throws Error that names the file when it is no
 * UTF-8: what is kept of a step is text, and other bytes would come back as others.
 */
export function recordedText(path: string, bytes: Uint8Array | ArrayBuffer): string {
  try {
    // A byte order mark is a part of the file.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new Error(`${path} is no text in UTF-8. Take it out: nothing was added.`)
  }
}
