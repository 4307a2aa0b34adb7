import { TOOLS } from '../pins'
import type { GeneratedFile, StepContext } from '../scaffold'
import lock from './lock.json'

/**
 * go.mod and go.sum of a step: the whole locked set, in the order and with the marks that
 * `go mod tidy` gives it. A module is direct when one of `files` imports a package of it.
 */
export function moduleFiles(
  step: StepContext,
  files: readonly GeneratedFile[],
): readonly GeneratedFile[] {
  const imports = files.flatMap(({ path, text }) => (path.endsWith('.go') ? importsOf(text) : []))
  const direct = (module: string) =>
    imports.some((path) => path === module || path.startsWith(`${module}/`))
  const modules = Object.entries(lock.modules)
  const lines = (kept: typeof modules, mark = '') =>
    kept.map(([module, version]) => `\t${module} ${version}${mark}\n`).join('')
  const text = `module ${moduleName(step)}

go ${TOOLS.go}

require (
${lines(modules.filter(([module]) => direct(module)))})

require (
${lines(
  modules.filter(([module]) => !direct(module)),
  ' // indirect',
)})
`
  return [
    { path: 'scripts/go.mod', text },
    { path: 'scripts/go.sum', text: `${lock.sums.join('\n')}\n` },
  ]
}

/** Paths in the import declaration of a Go file. */
function importsOf(text: string): readonly string[] {
  const block = /^import \(\n(.*?)^\)/ms.exec(text)?.[1] ?? ''
  return [...block.matchAll(/"([^"]+)"$/gm)].map(([, path]) => path ?? '')
}

/** `<promise>-<container>` in the few characters that every part of Go's tools takes. */
function moduleName({ promise, container }: StepContext): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'step'
  return `${slug(promise)}-${slug(container)}`
}
