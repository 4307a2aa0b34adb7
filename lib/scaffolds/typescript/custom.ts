import { tsDoc, tsLiteral, tsString } from '../encode/typescript'
import type { GeneratedFile, StepContext } from '../scaffold'
import { specField } from '../shape'
import { STARTER_NAMESPACE, starterProperties } from '../starter'
import { imageFiles } from './dockerfile'
import { packageFiles } from './lock'
import { programFiles } from './programs'
import { requestFile } from './request'

/** Every file of a `custom` step but `resources/` and `tests/`. */
export function customStepFiles(step: StepContext): readonly GeneratedFile[] {
  return [
    ...imageFiles(),
    ...packageFiles(),
    ...programFiles((path) => !path.startsWith('render/')),
    ...(step.type === 'resource' ? [requestFile(step.api)] : []),
    { path: 'scripts/pipeline.ts', text: program(step) },
  ]
}

function program(step: StepContext): string {
  if (step.action === 'delete') return deleteProgram(step)
  return step.type === 'promise' ? promiseProgram(step) : resourceProgram(step)
}

/** The user's words, once and in one place. */
function names(step: StepContext): string {
  const kind = step.type === 'resource' ? `const KIND = ${tsString(kindOf(step))}\n` : ''
  return `const PROMISE = ${tsString(step.promise)}
const STEP = ${tsString(step.container)}
${kind}`
}

function kindOf(step: StepContext): string {
  return step.api?.kind ?? 'Resource'
}

function head(step: StepContext): string {
  return tsDoc(`Step ${step.container} of ${step.promise}: workflow ${step.type}/${step.action}.`)
}

const start = `
if (isMain(import.meta.url)) process.exitCode = await runPipeline(pipeline)
`

const rendered = `/** Everything that the step writes. */
export interface Rendered {
  /** Documents by the path of their file below /kratix/output. */
  readonly files: Readonly<Record<string, unknown>>
  readonly status: Readonly<Record<string, unknown>>
}
`

const write = `for (const [path, document] of Object.entries(files)) {
      await sdk.writeOutput(path, writeYaml(document))
    }
    await sdk.addStatus(status)
    // While something is not ready: await sdk.writeRetryAfter('1m', 'what it waits for'), or
    // sdk.writeSuspend.`

const shortName = `
/** Names of many kinds have at most 63 characters; a hash keeps a cut name unique. */
function shortName(name: string): string {
  if (name.length <= 63) return name
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  return \`\${name.slice(0, 54).replace(/[-.]+$/, '')}-\${hash}\`
}
`

function resourceProgram(step: StepContext): string {
  const properties = starterProperties(step.api)
  const spec = step.api && specField(step.api.schema)
  const copy =
    properties.length === 0
      ? ''
      : `  const data: Record<string, string> = { request: \`\${metadata.namespace}/\${metadata.name}\` }
  for (const key of ${list(properties)} as const) {
    const value = request.spec${spec?.present === false ? '?.' : ''}[key]
    if (typeof value === 'string') data[key] = value
  }
`
  return `import { createHash } from 'node:crypto'
import { isMain, type Pipeline, runPipeline, writeYaml } from './kratix/index.js'
import type { Request } from './request.js'

${names(step)}
${head(step)}export const pipeline: Pipeline<Request> = {
  type: 'resource',
  action: 'configure',
  async run(sdk, resource) {
    const { files, status } = render(resource.toObject())
    ${write}
  },
  failure: (reason) => ({ stage: 'failed', message: reason, reason }),
}

${rendered}
/** What the step makes of a request. The same request must always give the same result. */
export function render(request: Request): Rendered {
  const { metadata } = request
  const name = shortName(\`\${metadata.name}-\${STEP}\`)
${copy}
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: metadata.namespace,
      labels: {
        'app.kubernetes.io/managed-by': 'kratix',
        'kratix.io/promise-name': PROMISE,
      },
    },
    data${copy ? '' : ': { request: `${metadata.namespace}/${metadata.name}` }'},
  }
  return {
    files: { [\`configmap-\${metadata.namespace}-\${name}.yaml\`]: configMap },
    // Kratix never removes a key: the empty reason clears that of an earlier failure.
    status: { stage: 'configured', message: \`\${KIND} \${metadata.name} is configured\`, reason: '' },
  }
}
${shortName}${start}`
}

function promiseProgram(step: StepContext): string {
  return `import { createHash } from 'node:crypto'
import { isMain, type Pipeline, runPipeline, writeYaml } from './kratix/index.js'

${names(step)}
/** The Promise itself, as far as this step reads it. */
export interface PromiseObject {
  readonly metadata: { readonly name: string }
}

${head(step)}export const pipeline: Pipeline<PromiseObject> = {
  type: 'promise',
  action: 'configure',
  async run(sdk, promise) {
    const { files, status } = render(promise.toObject())
    ${write}
  },
  // Of what a promise workflow reports, Kratix keeps the message alone.
  failure: (reason) => ({ message: reason }),
}

${rendered}
/** A Promise has no namespace; this one is there on every Destination. */
const NAMESPACE = ${tsString(STARTER_NAMESPACE)}

/** What the step makes of the Promise. The same Promise must always give the same result. */
export function render(promise: PromiseObject): Rendered {
  const { metadata } = promise
  const name = shortName(\`\${metadata.name}-\${STEP}\`)
  const configMap = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name,
      namespace: NAMESPACE,
      labels: {
        'app.kubernetes.io/managed-by': 'kratix',
        'kratix.io/promise-name': PROMISE,
      },
    },
    data: { promise: metadata.name },
  }
  return {
    files: { [\`configmap-\${NAMESPACE}-\${name}.yaml\`]: configMap },
    status: { message: \`Promise \${metadata.name} is configured\` },
  }
}
${shortName}${start}`
}

function deleteProgram(step: StepContext): string {
  const isPromise = step.type === 'promise'
  const failure = isPromise
    ? '({ message: reason })'
    : "({ stage: 'failed', message: reason, reason })"
  const what = isPromise
    ? '`Promise ${object.getName()}`'
    : `\`\${${tsString(kindOf(step))}} \${object.getNamespace()}/\${object.getName()}\``
  const type = isPromise ? '' : '<Request>'
  return `import { isMain, type Pipeline, runPipeline } from './kratix/index.js'
${isPromise ? '' : "import type { Request } from './request.js'\n"}
${head(step)}export const pipeline: Pipeline${type} = {
  type: ${tsLiteral(step.type)},
  action: 'delete',
  async run(sdk, object) {
    const what = ${what}
    // Kratix itself removes what the configure workflow wrote. Here is the place for what it does
    // not know of, such as an account in another system. What is gone already counts as removed:
    // this step may run again, and a failure would keep the object from going away.
    if (sdk.isDryRun()) return
    console.log(\`cleaning up what belongs to \${what}: nothing outside Kratix\`)
  },
  failure: (reason) => ${failure},
}
${start}`
}

/** Names on one line, or one a line when there are many. */
function list(names: readonly string[]): string {
  const line = `[${names.map(tsString).join(', ')}]`
  if (line.length < 70) return line
  return `[\n${names.map((name) => `    ${tsString(name)},\n`).join('')}  ]`
}
