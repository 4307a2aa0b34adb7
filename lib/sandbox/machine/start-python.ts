import { loadPyodide, type PyodideAPI } from 'pyodide'
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import type { PythonParts } from '../call'

/** Variables of the image that the interpreter heeds when it starts. */
const SETTINGS = { PYTHONUNBUFFERED: '1', PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }

/**
 * Starts the interpreter, with nothing of the worker's scope as its `js`.
 * @param indexURL where it looks for its own parts
 */
export function startPython(
  { lock }: Pick<PythonParts, 'lock'>,
  indexURL: string,
): Promise<PyodideAPI> {
  return loadPyodide({
    ...{ createPyodideModule, indexURL, jsglobals: {}, env: { ...SETTINGS, HOME: '/' } },
    // No package is ever fetched: what a program may import is written into its disk.
    lockFileContents: { info: lock, packages: {} },
    stdin: () => null as unknown as string, // nothing, as in a container
  })
}
