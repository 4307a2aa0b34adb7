import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseAllDocuments } from 'yaml'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { printYaml } from '@/lib/yaml/print-yaml'
import type { Environment } from './process'

/** A folder of its own below the system's temporary one, and how to remove it. */
export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'step-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

export async function writeFiles(folder: string, files: readonly GeneratedFile[]): Promise<void> {
  for (const { path, text, executable } of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
    if (executable) await chmod(target, 0o755)
  }
}

/** What a step's `tests/` folder holds. */
export interface StepCase {
  readonly object: unknown
  readonly files: readonly { readonly path: string; readonly documents: readonly unknown[] }[]
  /** `undefined`: the step writes none. */
  readonly status: unknown
}

/** `tests/`: the input, and what the step must make of it. */
export function caseFiles({ object, files, status }: StepCase): readonly GeneratedFile[] {
  const output = files.map(({ path, documents }) => ({
    path: `tests/expected-output/${path}`,
    text: documents.map((document) => printYaml(document)).join('---\n'),
  }))
  return [
    { path: 'tests/object.yaml', text: printYaml(object) },
    ...(output.length > 0 ? output : [{ path: 'tests/expected-output/.gitkeep', text: '' }]),
    status === undefined
      ? { path: 'tests/expected-metadata/.gitkeep', text: '' }
      : { path: 'tests/expected-metadata/status.yaml', text: printYaml(status) },
  ]
}

/** The folders of a run and the environment that names them to a program. */
export async function runFolders(
  folder: string,
  object: unknown,
): Promise<{
  readonly output: string
  readonly metadata: string
  readonly env: Environment
}> {
  const [input, output, metadata] = ['input', 'output', 'metadata'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  for (const path of [input, output, metadata]) await mkdir(path, { recursive: true })
  const text = typeof object === 'string' ? object : printYaml(object)
  await writeFile(join(input, 'object.yaml'), text)
  return {
    output,
    metadata,
    env: {
      KRATIX_INPUT_DIR: input,
      KRATIX_OUTPUT_DIR: output,
      KRATIX_METADATA_DIR: metadata,
    },
  }
}

/** Bytes of every file below a folder as text, by path, sorted. */
export async function textsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  const texts: Record<string, string> = {}
  for (const path of paths) texts[path.slice(folder.length + 1)] = await readFile(path, 'utf8')
  return texts
}

/** The documents of every YAML file below a folder, by path. */
export async function documentsIn(folder: string): Promise<Readonly<Record<string, unknown[]>>> {
  const texts = Object.entries(await textsIn(folder))
  return Object.fromEntries(
    texts.map(([path, text]) => [
      path,
      [...parseAllDocuments(text)].map((document) => {
        if (document.errors[0]) throw document.errors[0]
        return document.toJS() as unknown
      }),
    ]),
  )
}
