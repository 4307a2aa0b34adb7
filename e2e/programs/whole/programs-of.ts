import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setStepLanguage } from '@/lib/commands/set-step-language'
import { runCommand } from '@/lib/promise/command'
import type { Files } from '@/lib/promise/files'
import type { LanguageId } from '@/lib/promise/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { unzipped } from '../checkout'
import { pythonSession } from '../python-session'
import { type Ran, run } from '../run'
import { TOOLCHAINS } from '../toolchains'
import { readDesign } from './make-design'

/** The programs of a downloaded repository, ready to run. */
export interface Programs {
  /** Runs the program of a step; its manifests lie where the image would have them. */
  start(key: StepKey, env: Readonly<Record<string, string>>): Promise<Ran>
  close(): void
}

/** The same design with all its programs in one language. */
export function inLanguage(files: Files, language: LanguageId): Files {
  return readDesign(files).steps.reduce(
    (now, step) => (step.language ? runCommand(now, setStepLanguage(step.key, language)) : now),
    files,
  )
}

/** Folders of installed packages, by language: they are the same for every step. */
const installed = new Map<LanguageId, string>()

/** Downloads a design into `folder`, and builds each of its steps from what was downloaded. */
export async function buildPrograms(
  folder: string,
  files: Files,
  language: LanguageId,
): Promise<Programs> {
  const repository = await unzipped(folder, files)
  type Start = (env: Readonly<Record<string, string>>) => Promise<Ran>
  const starts = new Map<StepKey, Start>()
  const closing: (() => void)[] = []
  for (const { key, kind } of readDesign(files).steps) {
    if (kind === 'image') continue
    const step = join(repository, 'workflows', key)
    const scripts = join(step, 'scripts')
    const resources = { RESOURCES_DIR: join(step, 'resources') }
    if (kind === 'dependencies') {
      const script = join(scripts, 'pipeline.sh')
      starts.set(key, (env) => run('sh', [script], { env: { ...env, ...resources } }))
      continue
    }
    share(language, scripts)
    const [command, ...args] = await TOOLCHAINS[language].make(scripts)
    // A step of the user's own is not of the shape that a session drives.
    const session =
      language === 'python' && kind === 'render' ? pythonSession(command, scripts) : undefined
    if (session) closing.push(() => session.close())
    starts.set(key, (env) =>
      session
        ? session.start({ ...env, ...resources })
        : run(command, args, { env: { ...env, ...resources } }),
    )
  }
  return {
    start(key, env) {
      const start = starts.get(key)
      if (!start) throw new Error(`${key} has no program`)
      return start(env)
    },
    close() {
      for (const close of closing) close()
    },
  }
}

/** Installs nothing twice: what the first step of a language has, the others are given. */
function share(language: LanguageId, scripts: string): void {
  const first = installed.get(language)
  if (first === undefined || !existsSync(first)) {
    installed.set(language, scripts)
    return
  }
  for (const packages of ['node_modules', '.venv']) {
    if (existsSync(join(first, packages))) {
      symlinkSync(join(first, packages), join(scripts, packages))
    }
  }
}
