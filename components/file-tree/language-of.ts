/** Endings and names of files -> Monaco's name of the language. */
const LANGUAGES: readonly (readonly [pattern: RegExp, language: string])[] = [
  [/\.ya?ml$/, 'yaml'],
  [/\.go$/, 'go'],
  [/\.tsx?$/, 'typescript'],
  [/\.(json|m?js)$/, 'javascript'],
  [/\.py$/, 'python'],
  [/\.sh$/, 'shell'],
  [/(^|\/)Makefile$/, 'shell'],
  [/(^|\/)Dockerfile$/, 'dockerfile'],
  [/\.md$/, 'markdown'],
  [/\.(toml|ini|cfg)$/, 'ini'],
]

/** The language that the editor colours `path` as. */
export function languageOf(path: string): string {
  return LANGUAGES.find(([pattern]) => pattern.test(path))?.[1] ?? 'plaintext'
}
