/** Hands `bytes` to the browser as a file to save. */
export function saveFile(bytes: Uint8Array, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Browsers read the address after the click; a minute is long enough for any of them.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
