import type { ProgramAnswer, ProgramCall } from './call'
import { runPython } from './machine/run-python'
import { startPython } from './machine/start-python'
import { pyodideFolder, pythonTexts } from './python-parts.mjs'
import { callOf } from './testing'

/** A call of a program in Python that is one script, for tests. */
export function pythonCallOf(program: string, more: Partial<ProgramCall> = {}): ProgramCall {
  return callOf('', {
    ...{ language: 'python', program: 'pipeline.py', scripts: [['pipeline.py', program]] },
    ...more,
  })
}

/** Runs a program on an interpreter of its own in Node: without frame, closed scope and time limit. */
export async function runPythonHere(call: ProgramCall): Promise<ProgramAnswer> {
  const parts = pythonTexts()
  const python = await startPython(parts, pyodideFolder)
  return new Promise((resolve) => {
    runPython(python, parts, call, () => performance.now(), resolve)
  })
}
