import { join } from 'node:path'
import { BLOCKED } from './runner'
import { type RunFolders, writeFiles } from './step-folder'

/** Something that goes wrong in the run of a program. */
export interface Fault {
  readonly title: string
  /** `object.yaml`, text or data; without it one that is good. */
  readonly input?: unknown
  /** What the environment of the run is besides. */
  readonly env?:
    | Readonly<Record<string, string>>
    | ((folders: RunFolders) => Readonly<Record<string, string>>)
  /** What the program says on standard error. */
  readonly told: RegExp
  /**
   * Which steps may have written files by then; Kratix takes none of them after a failure. A `render`
   * step reads all that may be at fault before it writes.
   */
  readonly partial?: 'any' | 'custom'
}

/** The name of a folder in which nothing can be made, whoever runs the test: a file is there. */
function blocked({ home }: RunFolders): string {
  writeFiles(home, [{ path: 'blocked', text: '' }])
  return join(home, 'blocked/x')
}

/** What every configure step must fail over, of whatever kind and language. */
export const FAULTS: readonly Fault[] = [
  {
    title: 'an input that is no YAML',
    input: 'kind: [\n',
    told: /^error: cannot read the input: .*\n/,
  },
  {
    title: 'an input that is not there',
    env: ({ home }) => ({ KRATIX_INPUT_DIR: home }),
    told: /^error: cannot read the input: .*object\.yaml/,
  },
  {
    title: 'an input that is no object',
    input: '- kind: x\n',
    told: /^error: (the input is not an object|cannot read the input: .*)\n/,
  },
  { title: 'an input that is empty', input: '', told: /^error: the input is not an object\n/ },
  {
    title: 'an object without a name',
    input: { kind: 'Redis', metadata: { namespace: 'default' }, spec: {} },
    told: /^error: metadata\.name is missing and has no default\n/,
  },
  {
    title: 'a name that leads out of the output',
    input: { kind: 'Redis', metadata: { name: '../x', namespace: 'default' }, spec: {} },
    told: /^error: metadata\.name is not a valid Kubernetes name: "\.\.\/x"\n/,
  },
  {
    title: 'an output that cannot be written',
    env: (folders) => ({ KRATIX_OUTPUT_DIR: blocked(folders) }),
    told: BLOCKED,
  },
  {
    title: 'a status that cannot be written',
    env: (folders) => ({ KRATIX_METADATA_DIR: blocked(folders) }),
    told: BLOCKED,
    partial: 'any',
  },
  {
    title: 'an earlier status that is no map',
    env: ({ home }) => {
      writeFiles(home, [{ path: 'metadata/status.yaml', text: '- a list\n' }])
      return { KRATIX_METADATA_DIR: join(home, 'metadata') }
    },
    told: /^error: .*status\.yaml.*\n/m,
    partial: 'custom',
  },
]
