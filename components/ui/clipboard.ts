/**
 * Puts a text into the clipboard; rejects where the browser or the user does not let it. Without
 * TLS, as inside a company, there is no clipboard, but there is the old command.
 */
export async function writeClipboard(text: string): Promise<void> {
  if ('clipboard' in navigator) return navigator.clipboard.writeText(text)
  const set = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', set, { capture: true })
  try {
    if (!document.execCommand('copy')) throw new Error('not allowed')
  } finally {
    // Where the command copies nothing, the text would go with what the user copies next.
    document.removeEventListener('copy', set, { capture: true })
  }
}

/** The text in the clipboard; rejects where the browser or the user does not let it be read. */
export async function readClipboard(): Promise<string> {
  if (!('clipboard' in navigator)) throw new Error('no clipboard')
  return navigator.clipboard.readText()
}
