import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end; the exit code is part of the result, not an error. */
export function run(
  command: string,
  args: readonly string[],
  options: {
    readonly cwd?: string
    /** Added to the environment of the tests. */
    readonly env?: Readonly<Record<string, string>>
    /** Written to standard input, which is then closed. */
    readonly input?: string
  } = {},
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, ...options.env }
    const child = spawn(command, args, { cwd: options.cwd, env })
    const out = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      out.stderr += text
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...out }))
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error) // it ended without reading: nothing is lost
    })
    child.stdin.end(options.input ?? '')
  })
}

/** Runs a program that must succeed. @throws Error with all that it printed when it does not. */
export async function mustRun(...[command, args, options]: Parameters<typeof run>): Promise<Ran> {
  const ran = await run(command, args, options)
  if (ran.code === 0) return ran
  throw new Error(`${command} ${args.join(' ')}: exit code ${ran.code}\n${ran.stdout}${ran.stderr}`)
}

/** A new folder that goes when the test ends; in hooks use {@link keptFolder}. */
export function workFolder(): string {
  const { path, remove } = keptFolder()
  onTestFinished(remove)
  return path
}

/** A new folder that stays until `remove`. */
export function keptFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'program-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
