import { registryHost } from '@/lib/promise/images'
import type { GeneratedFile } from '../scaffold'
import { ownSteps, type RepositoryContext, testedSteps, unpushable } from './context'
import { PINS } from './pins'

export const ACTIONS_FILE = '.github/workflows/promise.yaml'

/**
 * `.github/workflows/promise.yaml`: tests every change, and pushes the images of a tagged version
 * when all of them can be pushed. GitHub looks for `${{ }}` in every string, so no word of the user's is in it but hosts of images.
 */
export function githubActions(context: RepositoryContext): GeneratedFile {
  const builds = ownSteps(context).length > 0
  const programs = testedSteps(context).length > 0
  const jobs = builds ? [programs ? `${TEST}${TEST_PROGRAMS}` : TEST, CHECK] : [CHECK]
  if (pushes(context)) jobs.push(push(context))
  const says = pushes(context) ? PUSHES : builds ? NO_REGISTRY : TESTS
  return { path: ACTIONS_FILE, text: `${says}${HEAD}\njobs:\n${jobs.join('\n')}` }
}

/** True when the workflow pushes images: there are some, and each has a registry. */
export function pushes(context: RepositoryContext): boolean {
  return ownSteps(context).length > 0 && unpushable(context.steps).length === 0
}

/** The registries that the images are pushed to; images without a host are on Docker Hub. */
export function registriesOf(context: RepositoryContext): readonly string[] {
  const hosts = ownSteps(context).map(({ image }) => registryHost(image) ?? 'docker.io')
  return [...new Set(hosts)].sort()
}

/** The secrets of the repository that sign in to a registry; none for that of GitHub itself. */
export function secretsOf(registry: string): readonly [string, string] | undefined {
  if (registry === 'ghcr.io') return undefined
  // A name of a secret cannot begin with a digit, as an address may.
  const name = `REGISTRY_${registry.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`
  return [`${name}_USERNAME`, `${name}_PASSWORD`]
}

const TESTS = '# Tests every change.\n'
const PUSHES = '# Tests every change; pushes the images when a version is tagged.\n'
const NO_REGISTRY = `# Tests every change. It pushes no image, since not every image names a registry: once the image registry
# is set in Promise Designer, the next download has a job that pushes them when a version is tagged.
`

const HEAD = `name: Promise

on:
  pull_request:
  push:
    branches: [main]
    tags: ["*"]

permissions:
  contents: read

# A newer state of a branch makes the run of the older one useless.
concurrency:
  group: \${{ github.workflow }}-\${{ github.ref }}
  cancel-in-progress: \${{ !startsWith(github.ref, 'refs/tags/') }}
`

// What runs here needs no more of GitHub.
const CHECKOUT = `      - uses: ${PINS.checkout}
        with:
          persist-credentials: false
`

const TEST = `  test:
    runs-on: ${PINS.runner}
    timeout-minutes: 30
    steps:
${CHECKOUT}      - name: Build every image
        run: make build
      - name: Run every step on its tests/
        run: make test
`

// The images hold no tests: what an owner adds to them runs here.
const TEST_PROGRAMS = `      - name: Run the tests of the programs
        run: make test-local
`

const CHECK = `  # Installs the Promise on a kind cluster of its own, makes the request, and waits for what must come.
  check:
    runs-on: ${PINS.runner}
    timeout-minutes: 45
    steps:
${CHECKOUT}      - run: make smoke
`

function push(context: RepositoryContext): string {
  const registries = registriesOf(context)
  return `  push:
    if: startsWith(github.ref, 'refs/tags/')
    needs: [test, check]
    runs-on: ${PINS.runner}
    timeout-minutes: 30
    permissions:
      contents: read${registries.includes('ghcr.io') ? '\n      packages: write' : ''}
    steps:
${CHECKOUT}      - name: The tag is the version of the Promise
        run: |
          version="$(yq 'select(.kind == "Promise") | .metadata.labels["kratix.io/promise-version"] // ""' ${context.promiseFile})"
          if [ "$version" != "$GITHUB_REF_NAME" ]; then
            echo "::error::the tag is $GITHUB_REF_NAME, the version of the Promise is $version"
            exit 1
          fi
${registries.map(signIn).join('')}      - run: make push
`
}

function signIn(registry: string): string {
  const secrets = secretsOf(registry)
  const [user, password] = secrets
    ? [`secrets.${secrets[0]}`, `secrets.${secrets[1]}`]
    : ['github.actor', 'secrets.GITHUB_TOKEN']
  return `      - uses: ${PINS.login}
        with:
          registry: ${JSON.stringify(registry)}
          username: \${{ ${user} }}
          password: \${{ ${password} }}
`
}
