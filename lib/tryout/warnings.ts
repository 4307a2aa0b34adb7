import type { Warning, WorkloadGroup } from './types'

/** What goes wrong with files that lie side by side on a Destination (kratix.md 5.2). */
export function landingWarnings(
  groups: readonly WorkloadGroup[],
  request: { readonly name: string; readonly namespace: string } | undefined,
): readonly Warning[] {
  const warnings: Warning[] = []
  const writers = new Map<string, string>()
  const told = new Set<string>()
  for (const { pipeline, destinations } of groups) {
    for (const { destination, mode, paths } of destinations) {
      for (const { file, path } of paths) {
        if (mode === 'aggregatedYAML') {
          if (/\.(ya?ml|json)$/.test(file) || told.has(file)) continue
          told.add(file)
          const message = `${file} is put into one YAML file on ${destination}; it does not look like YAML.`
          warnings.push({ kind: 'not-yaml', message })
          continue
        }
        const other = writers.get(path)
        if (other !== undefined && other !== pipeline) {
          const message = `${path} is written by the pipelines ${other} and ${pipeline}: the later one wins.`
          warnings.push({ kind: 'same-file', message })
        }
        writers.set(path, pipeline)
        if (mode !== 'none' || !request || told.has(path)) continue
        const missing = notIn(file, request)
        if (missing === undefined) continue
        told.add(path)
        const message = `Mode none puts the files of all requests into one directory: ${file} does not hold the ${missing} of the request, so another request overwrites it.`
        warnings.push({ kind: 'not-unique', message })
      }
    }
  }
  return warnings
}

function notIn(
  file: string,
  { name, namespace }: { readonly name: string; readonly namespace: string },
): string | undefined {
  if (!file.includes(name)) return file.includes(namespace) ? 'name' : 'namespace and name'
  return file.includes(namespace) ? undefined : 'namespace'
}
