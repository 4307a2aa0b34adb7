import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Ran } from './run'

/** A step in Python that stays loaded: its packages take longer to load than a step to run. */
export interface PythonSession {
  /** Runs the step once more, from `main` on. */
  start(env: Readonly<Record<string, string>>): Promise<Ran>
  close(): void
}

const DRIVER = `
import contextlib, io, json, os, sys
sys.path.insert(0, sys.argv[1])
import pipeline
from step import execute
for line in sys.stdin:
    os.environ.update(json.loads(line))
    said = io.StringIO()
    with contextlib.redirect_stderr(said):
        code = execute(pipeline.WORKFLOW, pipeline.run, pipeline.failure_status)
    print(json.dumps({"code": code, "stdout": "", "stderr": said.getvalue()}), flush=True)
`

/** Loads the step in `scripts/`. */
export function pythonSession(interpreter: string, scripts: string): PythonSession {
  const child = spawn(interpreter, ['-c', DRIVER, scripts], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async start(env) {
      child.stdin.write(`${JSON.stringify(env)}\n`)
      const answer = await lines.next()
      if (answer.done) throw new Error('the session has ended')
      return JSON.parse(answer.value) as Ran
    },
    close: () => child.stdin.end(),
  }
}
