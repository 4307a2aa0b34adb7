const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The text of a file; its bytes, where they are no UTF-8. */
export function textOrBytes(bytes: Uint8Array): string | Uint8Array {
  try {
    return decoder.decode(bytes)
  } catch {
    return bytes // no text: the decoder's only way to say so is to throw
  }
}
