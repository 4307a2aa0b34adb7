import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

// What goes into the interpreter of Python besides its own bytes: for the build, and for tests in Node.

/** Where the files of the package `pyodide` stand. */
export const pyodideFolder = join(createRequire(import.meta.url).resolve('pyodide'), '..')

/** The parts that are texts: `PythonParts` without the bytes. */
export function pythonTexts() {
  const folder = join(import.meta.dirname, 'python')
  const read = (path) => readFileSync(join(folder, path), 'utf8')
  const below = (root) =>
    readdirSync(join(folder, root), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.py') || path.endsWith('LICENSE'))
      .sort()
      .map((path) => [path, read(join(root, path))])
  const lock = JSON.parse(readFileSync(join(pyodideFolder, 'pyodide-lock.json'), 'utf8')).info
  return { lock, machine: read('machine.py'), files: [...below('vendor'), ...below('ours')] }
}
