import type { PythonParts } from './call'

/** Where the files of the package `pyodide` stand. */
export const pyodideFolder: string
/** The parts that are texts: `PythonParts` without the bytes. */
export function pythonTexts(): Omit<PythonParts, 'wasm' | 'library'>
