import { TOOLS } from '../pins'
import lock from '../typescript/lock.json'

const { engines } = lock.packages['']

/** How the tests of a program run without a container engine. */
export interface LocalTest {
  /** Of the language, as a variable of the Makefile is called. */
  readonly name: string
  /** Path of the tests in the folder of the step. */
  readonly file: string
  /** What must be installed, as the README says it. */
  readonly needs: string
  /** Commands for `scripts/`. */
  readonly commands: readonly string[]
}

/** By the path of the program in the folder of its step. */
export const LOCAL_TESTS: ReadonlyMap<string | undefined, LocalTest> = new Map([
  [
    'scripts/pipeline.go',
    {
      name: 'go',
      file: 'scripts/pipeline_test.go',
      needs: `Go ${TOOLS.go} or newer`,
      commands: ['go test -count=1 ./...'],
    },
  ],
  [
    'scripts/pipeline.ts',
    {
      name: 'typescript',
      file: 'scripts/pipeline.test.ts',
      needs: `Node.js ${engines.node.replace('>=', '')} or newer`,
      commands: ['npm ci --ignore-scripts', 'npm test'],
    },
  ],
  [
    'scripts/pipeline.py',
    {
      name: 'python',
      file: 'scripts/test_pipeline.py',
      needs: `Python ${TOOLS.python} or newer (on Debian and Ubuntu also \`python3-venv\`)`,
      commands: [
        'python3 -m venv .venv',
        '.venv/bin/pip install --quiet --require-hashes --requirement requirements.txt',
        '.venv/bin/python -m unittest',
      ],
    },
  ],
  [
    'scripts/pipeline.sh',
    {
      name: 'bash',
      file: 'scripts/test_pipeline.sh',
      needs: 'bash and [yq](https://github.com/mikefarah/yq)',
      commands: ['bash test_pipeline.sh'],
    },
  ],
])
