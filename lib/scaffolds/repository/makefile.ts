import { fullImage, registryHost } from '@/lib/promise/images'
import { makeShellWord, makeValue, targetNames } from '../encode/makefile'
import { hashComment } from '../encode/text'
import type { GeneratedFile } from '../scaffold'
import {
  type OwnStep,
  ownSteps,
  type RepositoryContext,
  resourceType,
  testedSteps,
  unpushable,
} from './context'
import { engine, language, local } from './makefile-local'

/** `Makefile`: every command of the README, for GNU make from 3.81 on. */
export function makefile(context: RepositoryContext): GeneratedFile {
  return {
    path: 'Makefile',
    text: `${[head(context), help(context), images(context), cluster(context)].join('\n')}`,
  }
}

/** The target name of each step that is built here: also the README names them. */
export function stepTargets(context: RepositoryContext): ReadonlyMap<string, string> {
  const steps = ownSteps(context)
  const names = targetNames(steps.map(({ key }) => key))
  return new Map(steps.map(({ key }, i) => [key, names[i] ?? key]))
}

function head(context: RepositoryContext): string {
  const targets = stepTargets(context)
  const steps = ownSteps(context).map((step) => {
    const name = targets.get(step.key) ?? ''
    return `folder.${name} := ${makeValue(step.folder.replace(/\/$/, ''))}
image.${name} := ${makeValue(step.image)}${full(step, name)}${language(step, name)}${expected(step, name)}`
  })
  const list = [...targets.values()].map((name) => ` \\\n  ${name}`).join('')
  return `${hashComment(`Builds, tests and installs the Promise ${context.promise}. \`make\` lists the targets.`)}

# docker or podman.
ENGINE ?= docker
# For a cluster of another architecture: make push BUILD_FLAGS="--platform linux/amd64"
BUILD_FLAGS ?=
# The kind cluster that images are loaded into; \`kind get clusters\` lists yours.
KIND_CLUSTER ?= platform
# For another context: make install KUBECTL="kubectl --context kind-platform"
KUBECTL ?= kubectl
# How long to wait for the Promise and for a request.
TIMEOUT ?= 300s

# kind talks to the same engine.
KIND_EXPERIMENTAL_PROVIDER ?= $(notdir $(ENGINE))
export KIND_EXPERIMENTAL_PROVIDER

# The steps whose images are built from this repository, with folder and image of each.
STEPS :=${list}
${steps.length === 0 ? '' : `\n${steps.join('\n')}\n`}`
}

/** podman calls an image without a host `localhost/…`, where a cluster does not look for it. */
function full({ image }: OwnStep, name: string): string {
  return registryHost(image) === undefined ? `\nfull.${name} := ${makeValue(fullImage(image))}` : ''
}

/** A step that copies its resources is expected to write just these. */
function expected({ folder, objects }: OwnStep, name: string): string {
  return objects === 'resources' ? `\nexpected.${name} := ${makeValue(`${folder}${objects}`)}` : ''
}

function help(context: RepositoryContext): string {
  const lines: [string, string][] = [
    ['build', 'build every image'],
    ['test', 'build, and run every step on its tests/'],
    ...(testedSteps(context).length > 0
      ? ([['test-local', 'run the tests of the programs; needs no container engine']] as const)
      : []),
    ['push', 'build, and push every image to its registry'],
    ['kind-load', 'build, and load every image into the kind cluster KIND_CLUSTER'],
    ['install', 'install or update the Promise in the current cluster'],
    ...(context.api ? ([['request', 'make the request in example-resource.yaml']] as const) : []),
    ['status', 'show what Kratix says of the Promise and its requests'],
    ['smoke', 'prove it all on a kind cluster of its own (hack/kind-smoke.sh)'],
  ].map(([name = '', what = '']) => [name, what])
  const print = ([name, what]: [string, string]) => `\t@echo '  ${name.padEnd(11)} ${what}'`
  return `.DEFAULT_GOAL := help
.PHONY: help
help:
${lines.map(print).join('\n')}
${ownSteps(context).length === 0 ? '' : ONE_IMAGE}\t@echo 'Settings: ENGINE=$(ENGINE) KIND_CLUSTER=$(KIND_CLUSTER) KUBECTL="$(KUBECTL)" TIMEOUT=$(TIMEOUT)'
`
}

const ONE_IMAGE = `\t@echo
\t@echo 'One image alone: build-NAME, test-NAME, record-NAME, push-NAME, kind-load-NAME, where NAME is'
\t@for name in $(STEPS); do echo "  $$name"; done
`

function images(context: RepositoryContext): string {
  const all = ['build', 'test', 'push', 'kind-load']
  if (ownSteps(context).length === 0) {
    return `.PHONY: ${all.join(' ')}
${all.join(' ')}:
\t@echo 'No image is built from this repository.'
`
  }
  const guard = unpushable(context.steps).length > 0
  const full = ownSteps(context).some(({ image }) => registryHost(image) === undefined)
  return `${engine(context)}
.PHONY: ${all.join(' ')}
${all.map((name) => `${name}: $(STEPS:%=${name}-%)`).join('\n')}

.PHONY: ${[...all, 'record'].map((name) => `$(STEPS:%=${name}-%)`).join(' ')}
$(STEPS:%=build-%): build-%: engine
\t$(ENGINE) build $(BUILD_FLAGS) --tag '$(image.$*)' '$(folder.$*)'

$(STEPS:%=test-%): test-%: build-%
\tENGINE='$(ENGINE)' bash hack/test-step.sh '$(folder.$*)' '$(image.$*)' $(expected.$*)

# Takes what the step writes now as what its tests expect. Read the difference before you commit it.
$(STEPS:%=record-%): record-%: build-%
\tENGINE='$(ENGINE)' bash hack/test-step.sh --record '$(folder.$*)' '$(image.$*)'

$(STEPS:%=push-%): push-%: ${guard ? GUARDS : ''}build-%
\t$(ENGINE) push '$(image.$*)'
${guard ? REGISTRY : ''}
# An archive works with every engine; \`kind load docker-image\` needs docker.
$(STEPS:%=kind-load-%): kind-load-%: build-%
${full ? LOAD_FULL : LOAD}
\tkind load image-archive '.kind-load-$*.tar' --name '$(KIND_CLUSTER)'; \\
\t  status=$$?; rm -f '.kind-load-$*.tar'; exit $$status
${local(context)}`
}

const LOAD = "\t$(ENGINE) save --output '.kind-load-$*.tar' '$(image.$*)'"

// docker knows both names as one; to podman they are two.
const LOAD_FULL = `\t$(ENGINE) tag '$(image.$*)' '$(or $(full.$*),$(image.$*))'
\t$(ENGINE) save --output '.kind-load-$*.tar' '$(or $(full.$*),$(image.$*))'`

// Not `push: registry-…`: with --jobs or --keep-going some images would be pushed all the same.
const GUARDS = '$(if $(filter push,$(MAKECMDGOALS)),$(STEPS:%=registry-%),registry-%) '

const REGISTRY = `
# \`make push\` asks this of every image before it builds or pushes the first: all are pushed, or none.
# A name alone is that of an image on this machine: no registry takes it.
.PHONY: $(STEPS:%=registry-%)
$(STEPS:%=registry-%): registry-%:
\t@case '$(image.$*)' in */*) ;; *) \\
\t  echo '$(image.$*) names no registry, so it cannot be pushed. Set the image registry in Promise Designer' >&2; \\
\t  echo 'and download again, or write it in promise.yaml and in this Makefile.' >&2; \\
\t  exit 1 ;; esac
`

function cluster(context: RepositoryContext): string {
  const promise = makeShellWord(`promise/${context.promise}`)
  const { api } = context
  const type = api && makeShellWord(resourceType(api))
  const request =
    api &&
    `
.PHONY: request
request:
\t$(KUBECTL) apply --filename example-resource.yaml
\t$(KUBECTL) wait --for=condition=ConfigureWorkflowCompleted --timeout=$(TIMEOUT) \\
\t  --namespace ${makeShellWord(api.request.namespace)} ${makeShellWord(`${resourceType(api)}/${api.request.name}`)}
`
  return `# --server-side: a plain apply copies the whole Promise into an annotation, which holds 256 KiB at most.
.PHONY: install
install:
\t$(KUBECTL) apply --server-side --filename ${context.promiseFile}
\t$(KUBECTL) wait --for=condition=Available --timeout=$(TIMEOUT) ${promise}
${request ?? ''}
.PHONY: status
status:
\t$(KUBECTL) get ${promise}
${type === undefined ? '' : `\t$(KUBECTL) get ${type} --all-namespaces\n`}
.PHONY: smoke
smoke:${ownSteps(context).length > 0 ? ' engine' : ''}
\tENGINE='$(ENGINE)' bash hack/kind-smoke.sh
`
}
