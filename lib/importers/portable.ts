/** Names that Windows keeps for devices, with any ending. */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?$/i

/** Why Windows cannot write a file of this path, if so. */
function windowsFault(path: string): string | undefined {
  for (const part of path.split('/')) {
    if (DEVICE.test(part)) return `Windows keeps the name ${part} for a device`
    if (/[<>:"|?*]/.test(part)) return 'Windows allows none of < > : " | ? * in a name'
    if (/[. ]$/.test(part)) return 'Windows drops a dot or space at the end of a name'
  }
  return undefined
}

/**
 * What keeps paths from being the same repository on another disk: names that Windows cannot
 * write, and names that differ in case alone (one hides the other on macOS and Windows). They are
 * kept, since they are right where they come from. Path -> remark.
 */
export function portabilityRemarks(paths: Iterable<string>): ReadonlyMap<string, string> {
  const remarks = new Map<string, string>()
  const first = new Map<string, string>()
  for (const path of paths) {
    const fault = windowsFault(path)
    if (fault) remarks.set(path, `${fault}: it cannot be unpacked there.`)
    const parts = path.split('/')
    for (let i = 1; i <= parts.length; i++) {
      const here = parts.slice(0, i).join('/')
      const folded = here.normalize('NFC').toLowerCase()
      const twin = first.get(folded)
      if (twin === undefined) first.set(folded, here)
      else if (twin !== here) {
        remarks.set(path, `It differs from ${twin} in case alone: macOS and Windows keep but one.`)
        break
      }
    }
  }
  return remarks
}
