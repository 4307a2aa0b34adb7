import { checkLabelKey, checkLabelValue } from '@/lib/promise/names'

/** Labels on one line: `environment=dev, zone=eu`. */
export function labelsText(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ')
}

export type ReadLabels =
  | { readonly ok: true; readonly labels: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly reason: string }

/** The reverse of {@link labelsText}; else why not, in one sentence. */
export function readLabels(text: string): ReadLabels {
  const labels = new Map<string, string>()
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue
    const at = part.indexOf('=')
    if (at < 0) return { ok: false, reason: `Write ${part}=value.` }
    const [key, value] = [part.slice(0, at).trim(), part.slice(at + 1).trim()]
    const reason = checkLabelKey(key) ?? checkLabelValue(value)
    if (reason !== undefined) return { ok: false, reason }
    if (labels.has(key)) return { ok: false, reason: `The label "${key}" is there twice.` }
    labels.set(key, value)
  }
  return { ok: true, labels: Object.fromEntries(labels) }
}
