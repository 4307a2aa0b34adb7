import { markdownBlock, markdownCode, markdownTable } from '../encode/markdown'
import { shellName } from '../encode/shell'
import { ownSteps, type RepositoryContext, resourceType } from './context'
import { ACTIONS_FILE, pushes, registriesOf, secretsOf } from './github-actions'
import { RELEASE_FILE, releaseUrl } from './promise-release'

/** The sections of the README for the day after: a new version, and what to look at in trouble. */
export function operate(context: RepositoryContext): readonly string[] {
  return [upgrade(context), troubleshooting(context)]
}

function upgrade(context: RepositoryContext): string {
  const version = context.version ? ` (now ${markdownCode(context.version)})` : ''
  const images = ownSteps(context).length > 0
  const steps = [
    `Raise the label \`kratix.io/promise-version\` in \`promise.yaml\`${version}${images ? ', and with it the tags of the images that changed, there and in the `Makefile` (its `image.…` and `full.…` lines say what is built and pushed). Promise Designer changes all of them at once' : ''}. Kratix keeps a revision for each version: a version that is used twice overwrites the first.`,
    ...(images
      ? [
          '`make test`, then `make push` (or `make kind-load`). A tag that a cluster has seen is not pulled again, so an image that changed needs a new one.',
        ]
      : []),
    ...(context.parts.length > 0
      ? [
          `Make ${markdownCode(context.promiseFile)} anew from the parts: open this repository in Promise Designer and download it.`,
        ]
      : []),
    '`make install`. Every existing request runs through the new workflows.',
    ...published(context),
  ]
  return `## Upgrade

${steps.map((step, i) => `${i + 1}. ${step}`).join('\n')}

A new optional field is safe. Renaming or removing a field, changing its type or narrowing its values breaks requests that exist.`
}

/** What the optional files ask for. */
function published(context: RepositoryContext): readonly string[] {
  const { extras, promiseFile, version } = context
  const lines: string[] = []
  if (extras.githubActions && pushes(context)) {
    const secrets = registriesOf(context).flatMap((registry) => secretsOf(registry) ?? [])
    const needed =
      secrets.length === 0
        ? ''
        : ` It signs in to the registry with the repository's secrets ${secrets.map(markdownCode).join(', ')}.`
    lines.push(
      `On GitHub a tag that is the version does the rest: the workflow ${markdownCode(ACTIONS_FILE)} tests the images and pushes them.${needed}`,
    )
  }
  if (extras.releaseUrl !== undefined) {
    lines.push(
      `Raise \`spec.version\` in ${markdownCode(RELEASE_FILE)}, and the version in its address where it has one. Put ${markdownCode(promiseFile)} where it says (now ${markdownCode(releaseUrl(extras.releaseUrl, version))}), then \`kubectl apply --filename ${RELEASE_FILE}\`. It takes the place of \`make install\`: use one of them, since deleting the PromiseRelease deletes the Promise with all requests.${version === '' ? ' The Promise needs a version for it: the label `kratix.io/promise-version`.' : ''}`,
    )
  }
  return lines
}

function troubleshooting(context: RepositoryContext): string {
  const rows = [...forPromise(context), ...forRequest(context)]
  return `## Troubleshooting

${rows.map(([question, commands]) => `${question}\n\n${markdownBlock('sh', commands)}`).join('\n\n')}

${markdownTable(
  ['What you see', 'What it means'],
  [
    ['`metadata.annotations: Too long`', 'the Promise was applied without `--server-side`'],
    [
      '`ImagePullBackOff`',
      'an image is neither in its registry nor loaded into the cluster: `make push` or `make kind-load`',
    ],
    [
      'condition `WorksSucceeded` is not `True`',
      'no Destination has the labels that the Promise asks for, or its state store cannot be written',
    ],
    [
      'the message stays `Pending`',
      'a step is running, or failed before it could say why: read its logs',
    ],
  ],
)}`
}

function forPromise({ promise, pipelineNamespace }: RepositoryContext): [string, string][] {
  const namespace = shellName(pipelineNamespace || 'kratix-platform-system')
  const selector = shellName(`kratix.io/promise-name=${promise},kratix.io/workflow-type=promise`)
  return [
    [
      'The Promise does not become available:',
      `kubectl describe promise ${shellName(promise)}
kubectl get pods --namespace ${namespace} --selector ${selector}
kubectl logs --namespace ${namespace} --selector ${selector} --all-containers --prefix --tail=100`,
    ],
    [
      'Nothing arrives at the Destination:',
      `kubectl get works,workplacements --all-namespaces --selector ${shellName(`kratix.io/promise-name=${promise}`)}
kubectl get destinations --show-labels`,
    ],
  ]
}

function forRequest({ promise, api, pipelineNamespace }: RepositoryContext): [string, string][] {
  if (!api) return []
  const { name } = api.request
  const namespace = shellName(api.request.namespace)
  const pods = shellName(pipelineNamespace || api.request.namespace)
  const type = shellName(resourceType(api))
  const selector = shellName(
    `kratix.io/promise-name=${promise},kratix.io/workflow-type=resource,kratix.io/resource-name=${name}`,
  )
  return [
    [
      `A request, here ${markdownCode(name)}, does not complete (each step is a container of the Pod):`,
      `kubectl describe ${type} ${shellName(name)} --namespace ${namespace}
kubectl get pods --namespace ${pods} --selector ${selector}
kubectl logs --namespace ${pods} --selector ${selector} --all-containers --prefix --tail=100`,
    ],
    [
      'Run its workflows again:',
      `kubectl label ${type} ${shellName(name)} --namespace ${namespace} kratix.io/manual-reconciliation=true`,
    ],
  ]
}
