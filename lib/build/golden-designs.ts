import { setGithubActions, setPromiseRelease } from '@/lib/commands/set-extra-files'
import { runCommand } from '@/lib/promise/command'
import { type Files, PROMISE_FILE, SETTINGS_FILE } from '@/lib/promise/files'
import { LANGUAGE_LIST } from '@/lib/scaffolds/languages'
import { adopt } from './provenance'
import { filesOf, redisFiles, type Step } from './testing'

/** Where the golden repositories are, from the root of this one. */
export const GOLDEN_FOLDER = 'e2e/golden'

/**
 * The designs whose repositories are kept in full, so that every change of what we generate can be
 * read in a diff. `npm run golden` writes them anew.
 */
export function goldenDesigns(): ReadonlyMap<string, Files> {
  const designs = new Map<string, Files>()
  for (const { id } of LANGUAGE_LIST) {
    const files = redisFiles(id, [...customSteps(id), extrasStep(id)])
    designs.set(`redis-${id}`, withExtras(files))
  }
  const go = designs.get('redis-go')
  if (go) designs.set('redis-go', withOptionalFiles(go))
  const promise = redisFiles().get(PROMISE_FILE)
  if (promise) designs.set('lone-promise', adopt(new Map([[PROMISE_FILE, promise]])).files)
  return designs
}

/** A `render` step with all that one may have: conditions, Destinations, requests of other Promises. */
function extrasStep(language: string): Step {
  return {
    ...{ type: 'resource', action: 'configure', pipeline: 'extras', container: 'extras' },
    settings: {
      ...{ kind: 'render', language },
      values: {
        name: { from: 'request.name' },
        namespace: { from: 'request.namespace' },
        size: { from: 'spec.size' },
        team: { label: 'team', default: 'platform' },
      },
      templates: {
        'backup.yaml': { onlyWhen: { value: 'size', oneOf: ['large'] }, component: true },
      },
      destinationSelectors: [
        { directory: 'monitoring', matchLabels: { environment: 'platform', team: '${team}' } },
      ],
    },
  }
}

const EXTRAS_FOLDER = 'workflows/resource/configure/extras/extras/resources/'
const EXTRAS: Readonly<Record<string, string>> = {
  [`${EXTRAS_FOLDER}backup.yaml`]: `# A large Redis is backed up: the request of another Promise.
apiVersion: storage.example.org/v1
kind: Bucket
metadata:
  name: \${name}-backup
  namespace: \${namespace}
spec:
  keepDays: 30
`,
  [`${EXTRAS_FOLDER}monitoring/alerts.yaml`]: `# Alerts go where those of the team are watched.
apiVersion: v1
kind: ConfigMap
metadata:
  name: \${name}-alerts
  namespace: \${namespace}
data:
  team: "\${team}"
`,
}

/** The files with these besides, and settings in the format that knows what they say. */
function withExtras(files: Files): Files {
  const settings = files.get(SETTINGS_FILE)?.text ?? ''
  const version2 = settings.replace('version: 1', 'version: 2')
  return new Map([...files, ...filesOf({ ...EXTRAS, [SETTINGS_FILE]: version2 })])
}

function withOptionalFiles(files: Files): Files {
  const url = 'https://raw.githubusercontent.com/acme/redis-promise/{version}/promise.yaml'
  return runCommand(runCommand(files, setGithubActions(true)), setPromiseRelease(url))
}

function customSteps(language: string): readonly Step[] {
  const settings = { kind: 'custom', language }
  return [
    { type: 'promise', action: 'configure', pipeline: 'platform', container: 'prepare', settings },
    {
      type: 'resource',
      action: 'configure',
      pipeline: 'announce',
      container: 'announce',
      settings,
    },
    { type: 'resource', action: 'delete', pipeline: 'cleanup', container: 'cleanup', settings },
  ]
}
