import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { mustRun } from './run'

const SOURCE = join(import.meta.dirname, '../oracle')
const PROGRAM = join(import.meta.dirname, '../../.cache/oracle/oracle')

/** A fault that the cluster names; `e2e/oracle/README.md` tells the stages. */
export interface Refusal {
  readonly stage: string
  readonly path: string
  readonly message: string
}

export interface Answer {
  readonly id: number
  readonly errors: readonly Refusal[]
  readonly requests?: readonly (readonly Refusal[])[]
  /** Absent when nothing is refused. */
  readonly release?: readonly Refusal[]
}

export interface Question {
  readonly promise: string
  readonly requests?: readonly unknown[]
  /** The text of a PromiseRelease that leads to the Promise. */
  readonly release?: string
}

/** Builds the oracle; the Kubernetes modules take minutes the first time. */
export async function buildOracle(): Promise<void> {
  const env = { CGO_ENABLED: '0', GOFLAGS: '' }
  const args = ['build', '-mod=readonly', '-buildvcs=false', '-trimpath', '-o', PROGRAM, '.']
  await mustRun('go', args, { cwd: SOURCE, env })
}

/** The answers of one process, in the order of the questions. */
export async function askOracle(questions: readonly Question[]): Promise<readonly Answer[]> {
  const child = spawn(PROGRAM, { stdio: ['pipe', 'pipe', 'inherit'] })
  const answers: Answer[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const answer: Answer = JSON.parse(line)
    answers[answer.id] = answer
  })
  const done = new Promise((resolve) => lines.on('close', resolve))
  for (const [id, question] of questions.entries()) {
    const line = JSON.stringify({ id, ...question })
    if (!child.stdin.write(`${line}\n`)) {
      await new Promise((resolve) => child.stdin.once('drain', resolve))
    }
  }
  child.stdin.end()
  await done
  for (const id of questions.keys()) {
    if (!answers[id]) throw new Error(`The oracle did not answer question ${id}.`)
  }
  return answers
}

/** What the decoders of a CustomResourceDefinition and of a Pipeline take. */
export async function oracleShapes(): Promise<unknown> {
  return JSON.parse((await mustRun(PROGRAM, ['shapes'])).stdout)
}

/** What Kubernetes says of the fields of these, by struct and key: a sentence each. */
export async function oracleMeanings(): Promise<Readonly<Record<string, unknown>>> {
  return JSON.parse((await mustRun(PROGRAM, ['meanings'])).stdout)
}
