import { EXAMPLE_FILE } from '@/lib/promise/files'
import { markdownBlock, markdownCode, markdownTable, markdownText } from '../encode/markdown'
import { shellCommand, shellName } from '../encode/shell'
import type { GeneratedFile } from '../scaffold'
import {
  type OwnStep,
  ownSteps,
  type RepositoryContext,
  resourceType,
  testedSteps,
  unpushable,
} from './context'
import { ACTIONS_FILE, pushes } from './github-actions'
import { LOCAL_TESTS } from './local-tests'
import { stepTargets } from './makefile'
import { RELEASE_FILE } from './promise-release'
import { destinations } from './readme-destinations'
import { operate } from './readme-operate'
import { waiting } from './readme-waiting'
import { written } from './readme-written'

/** `README.md`: what this Promise offers, and every command from a checkout to a running request. */
export function readme(context: RepositoryContext): GeneratedFile {
  const sections = [
    title(context),
    parts(context),
    api(context),
    example(context),
    written(context),
    start(context),
    tests(context),
    waiting(context),
    ...operate(context),
    layout(context),
  ]
  return {
    path: 'README.md',
    text: `${sections.filter((section) => section !== '').join('\n\n')}\n`,
  }
}

function title({ promise, version, api: offered }: RepositoryContext): string {
  const kind = offered ? markdownText(offered.kind) : ''
  const what = offered
    ? `This repository is a [Kratix](https://docs.kratix.io) Promise: it offers ${kind} as a service. Users of the platform create small requests of the kind ${markdownCode(offered.kind)} (${markdownCode(`${offered.group}/${offered.version}`)}); Kratix runs the steps below for each of them.`
    : 'This repository is a [Kratix](https://docs.kratix.io) Promise. It offers no API: what it holds is sent to every matching Destination when it is installed.'
  const description = offered?.description ? `\n\n${markdownText(offered.description)}` : ''
  return `# ${markdownText(promise) || 'Promise'}${version ? ` ${markdownText(version)}` : ''}

${what}${description}`
}

function parts(context: RepositoryContext): string {
  const { dependencies, requires, steps } = context
  const lines = destinations(context)
  if (requires.length > 0) {
    const names = requires.map(({ name, version }) =>
      markdownCode(version ? `${name} ${version}` : name),
    )
    lines.push(`It needs these Promises first: ${names.join(', ')}.`)
  }
  if (dependencies.length > 0) {
    lines.push(
      `${dependencies.length === 1 ? 'One object is' : `${dependencies.length} objects are`} part of ${markdownCode(context.promiseFile)} itself and sent along.`,
    )
  }
  const table = steps.map((step, i) => [
    `${i + 1}`,
    when(step),
    markdownCode(`${step.pipeline}/${step.container}`),
    markdownText(step.what),
    markdownCode(step.image),
  ])
  return `## Parts

${lines.join(' ')}

${steps.length === 0 ? 'No workflow runs.' : markdownTable(['', 'Runs when', 'Step', 'What it is', 'Image'], table)}`
}

function when({ type, action }: RepositoryContext['steps'][number]): string {
  if (type === 'promise')
    return `the Promise is ${action === 'configure' ? 'installed or changed' : 'deleted'}`
  return `a request is ${action === 'configure' ? 'made or changed' : 'deleted'}`
}

function api({ api: offered }: RepositoryContext): string {
  if (!offered) return ''
  const rows = offered.fields.map((field) => {
    const allowed = field.allowed.map((value) => markdownCode(JSON.stringify(value)))
    const given = field.default === undefined ? '' : markdownCode(JSON.stringify(field.default))
    const description = markdownText(field.description)
    const said = allowed.length === 0 ? field.bounds : [`one of ${allowed.join(', ')}`]
    const bounds = said.map((one) => `${one.charAt(0).toUpperCase()}${one.slice(1)}.`)
    const text = [...bounds, description].join(' ')
    return [markdownCode(field.path), field.type, field.required ? 'yes' : '', given, text.trim()]
  })
  if (rows.length === 0) return '## API\n\nA request has nothing to set but its name.'
  return `## API

${markdownTable(['Field', 'Type', 'Required', 'Default', 'Meaning'], rows)}`
}

function example({ api: offered }: RepositoryContext): string {
  if (!offered) return ''
  return `A request, as in [example-resource.yaml](example-resource.yaml):

${markdownBlock('yaml', offered.request.text)}`
}

function start(context: RepositoryContext): string {
  const own = ownSteps(context)
  const { api: offered, promise, promiseFile } = context
  const lines: string[] = []
  if (own.length > 0) {
    lines.push('make build      # every image', 'make kind-load KIND_CLUSTER=platform')
  }
  lines.push(
    `kubectl apply --server-side --filename ${promiseFile}`,
    shellCommand(
      'kubectl',
      'wait',
      '--for=condition=Available',
      '--timeout=300s',
      `promise/${promise}`,
    ),
  )
  const images = own.map((step) => [
    markdownCode(step.image),
    markdownCode(`docker build --tag ${step.image} ${step.folder.replace(/\/$/, '')}`),
  ])
  const byHand =
    images.length === 0
      ? ''
      : `

What \`make build\` runs, image by image:

${markdownTable(['Image', 'Command'], images)}

\`make kind-load\` loads them into the kind cluster \`platform\`; for a real cluster, \`make push\` sends them to their registry instead${unnamed(context)}. Both are part of \`make help\`, as are podman (\`ENGINE=podman\`) and single images (\`make build-NAME\`).`
  return `## Build and install

You need \`kubectl\` with a cluster that runs [Kratix](https://docs.kratix.io/main/quick-start) as its current context${own.length > 0 ? ', `make`, and `docker` or `podman`' : ''}.

${markdownBlock('sh', lines.join('\n'))}

\`--server-side\` matters: a plain \`kubectl apply\` copies the whole Promise into an annotation, which holds 256 KiB at most.${byHand}${
    offered ? `\n\n${request(context, offered)}` : ''
  }`
}

/** No registry takes an image that is a name alone. */
function unnamed(context: RepositoryContext): string {
  const [first, ...rest] = unpushable(context.steps).map(({ image }) => markdownCode(image))
  if (!first) return ''
  const names = rest.length > 0 ? `${first} and ${rest.length} more name` : `${first} names`
  return ` (not yet: ${names} no registry; set the image registry in Promise Designer and download again)`
}

function request(
  context: RepositoryContext,
  offered: NonNullable<RepositoryContext['api']>,
): string {
  const name = shellName(`${resourceType(offered)}/${offered.request.name}`)
  const namespace = shellName(offered.request.namespace)
  const commands = [
    'kubectl apply --filename example-resource.yaml',
    `kubectl get ${shellName(resourceType(offered))} --namespace ${namespace} --watch`,
    `kubectl wait --for=condition=ConfigureWorkflowCompleted --timeout=300s --namespace ${namespace} ${name}`,
    `kubectl get ${name} --namespace ${namespace} --output yaml`,
  ]
  return `## Request

${markdownBlock('sh', commands.join('\n'))}

The column \`MESSAGE\` and the whole \`status\` say how far the request is.${statusTable(context)}

What the steps write appears on the Destination once its GitOps agent has synchronised, usually within a minute. Deleting the request removes it again.`
}

function statusTable({ steps }: RepositoryContext): string {
  const rows = steps.flatMap(({ status, container }) => {
    if (!status) return []
    const keys = [...new Set([...Object.keys(status.success), ...Object.keys(status.failure)])]
    const text = (texts: Readonly<Record<string, unknown>>, key: string) =>
      Object.hasOwn(texts, key) ? markdownCode(String(texts[key])) : ''
    return keys.map((key) => [
      markdownCode(container),
      markdownCode(key),
      text(status.success, key),
      text(status.failure, key),
    ])
  })
  if (rows.length === 0) return ''
  return ` On failure \`reason\` holds the cause; on success it is empty.

${markdownTable(['Step', 'Status key', 'On success', 'On failure'], rows)}`
}

function tests(context: RepositoryContext): string {
  const own = ownSteps(context)
  const targets = stepTargets(context)
  const smoke = `\`make smoke\` (${markdownCode('hack/kind-smoke.sh')}) proves the whole: it creates a kind cluster of its own, installs Kratix, builds and loads the images, installs the Promise${context.api ? ', makes the request' : ''} and waits for what must come of it. The cluster is deleted at the end, unless \`KEEP=1\` is set.`
  const first =
    own.find(({ type, action }) => type === 'resource' && action === 'configure') ?? own[0]
  if (!first) return `## Test\n\n${smoke}`
  return `## Test

\`make test\` runs every image on the \`tests/object.yaml\` of its step, without a network, and compares what it writes with \`tests/expected-output\` and \`tests/expected-metadata\`; every \`tests/CASE/object.yaml\` is a further case with expectations of its own. The layout is that of \`kratix test stage\` (\`--input-dir\` is the folder of a case). After a change that is meant, \`make record-NAME\` takes the new output as expected; review it like code.
${local(context)}
${smoke}

One step by hand, here ${markdownCode(first.container)} (\`make test-${targets.get(first.key)}\` does the same and compares):

${markdownBlock('sh', byHand(first))}`
}

/** The tests for who has no container engine at hand; '' when there are none. */
function local(context: RepositoryContext): string {
  const needs = new Set(testedSteps(context).map(({ program }) => LOCAL_TESTS.get(program)?.needs))
  if (needs.size === 0) return ''
  return `
Without docker or podman, \`make test-local\` runs the programs on the same cases, by the tests in their \`scripts/\`. It needs ${[...needs].join(', ')}.
`
}

function byHand({ folder, image }: OwnStep): string {
  return `mkdir -p .test-local/output .test-local/metadata && chmod 0777 .test-local/*
docker build --tag ${shellName(image)} ${folder.replace(/\/$/, '')}
docker run --rm --network none --read-only \\
  --volume "$PWD/${folder}tests:/kratix/input:ro" \\
  --volume "$PWD/.test-local/output:/kratix/output" \\
  --volume "$PWD/.test-local/metadata:/kratix/metadata" \\
  ${shellName(image)}
cat .test-local/metadata/status.yaml; find .test-local/output -type f`
}

function layout(context: RepositoryContext): string {
  const rows = [
    ...promiseRows(context),
    ...(context.api ? [[markdownCode(EXAMPLE_FILE), 'a request, valid against the API']] : []),
    ...ownSteps(context).map(({ folder, what }) => [markdownCode(folder), markdownText(what)]),
    ...extraRows(context),
    [markdownCode('hack/'), 'the scripts behind `make test` and `make smoke`'],
    [
      markdownCode('.promise-designer.yaml'),
      'what Promise Designer needs to go on: settings of the steps, hashes of generated files',
    ],
  ]
  return `## Layout

${markdownTable(['Path', 'What it is'], rows)}${ownSteps(context).length === 0 ? '' : STEP_FOLDER}`
}

function extraRows(context: RepositoryContext): string[][] {
  const { extras } = context
  const rows: string[][] = []
  if (extras.releaseUrl !== undefined) {
    rows.push([markdownCode(RELEASE_FILE), 'lets Kratix fetch the Promise from its address'])
  }
  if (extras.githubActions) {
    rows.push([
      markdownCode(ACTIONS_FILE),
      pushes(context)
        ? 'GitHub tests every change, and pushes the images of a tag'
        : 'GitHub tests every change',
    ])
  }
  return rows
}

function promiseRows({ parts, promiseFile }: RepositoryContext): [string, string][] {
  if (parts.length === 0) {
    return [[markdownCode(promiseFile), 'the Promise: the only file that Kratix reads']]
  }
  return [
    [parts.map(markdownCode).join(', '), 'the Promise, in parts: edit these'],
    [
      markdownCode(promiseFile),
      'the Promise, joined from its parts by Promise Designer: the only file that Kratix reads. It is made anew with every download; what is edited here is lost.',
    ],
  ]
}

const STEP_FOLDER = `

In the folder of a step, \`Dockerfile\` and \`scripts/\` make its image, \`resources/\` holds the manifests that go into it, and \`tests/\` an input with what must come of it. The layout is that of the \`kratix\` command line, so \`kratix build container TYPE/ACTION/PIPELINE --name CONTAINER\` works here too.`
