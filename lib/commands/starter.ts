import type { LanguageId, StepSettings, ValueSettings } from '@/lib/promise/settings'
import type { PromiseView } from '@/lib/promise/view'
import type { WorkflowType } from '@/lib/promise/workflows'
import { printScalar } from '@/lib/yaml/edit'

/** What a new `render` step begins with: useful as it is, and a pattern to go on from. */
export interface RenderStarter {
  readonly settings: StepSettings
  readonly template: { readonly path: string; readonly text: string }
}

export interface StarterNames {
  /** Of the step: its template is called like it, so that no step writes over another's output. */
  readonly step: string
  /** What the name of the ConfigMap ends with, after that of the request: '' or a DNS label. */
  readonly object: string
}

/** A step that writes one ConfigMap for a request, or for the Promise itself. */
export function renderStarter(
  type: WorkflowType,
  language: LanguageId,
  promise: PromiseView,
  { step, object }: StarterNames,
): RenderStarter {
  const name = `\${name}${object && `-${object}`}`
  const ofRequest = type === 'resource'
  return {
    settings: ofRequest
      ? resourceSettings(language, promise.api?.kind || 'Request')
      : promiseSettings(language),
    template: {
      path: `${step}.yaml`,
      text: ofRequest ? resourceTemplate(promise.name, name) : promiseTemplate(promise.name, name),
    },
  }
}

/** Settings of a step that answers a request by an object of this kind. */
export function resourceSettings(
  language: LanguageId,
  kind: string,
  values: Readonly<Record<string, ValueSettings>> = {
    name: { from: 'request.name' },
    namespace: { from: 'request.namespace' },
  },
): StepSettings {
  return {
    kind: 'render',
    language,
    values,
    status: {
      success: { stage: 'provisioning', message: `${literal(kind)} requested` },
      failure: { stage: 'provisioning error' },
    },
  }
}

function promiseSettings(language: LanguageId): StepSettings {
  return {
    kind: 'render',
    language,
    values: { name: { from: 'request.name' } },
    // Only the message of a Promise's status survives (kratix.md 5.5).
    status: { success: { message: 'Installed' }, failure: {} },
  }
}

function resourceTemplate(promise: string, name: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: "${name}"
  namespace: "\${namespace}"
  labels:
    app.kubernetes.io/managed-by: kratix
    kratix.io/promise-name: ${printScalar(literal(promise))}
data:
  request: "\${namespace}/\${name}"
`
}

function promiseTemplate(promise: string, name: string): string {
  // The Promise has no namespace of its own, and every cluster has this one.
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: "${name}"
  namespace: default
  labels:
    app.kubernetes.io/managed-by: kratix
    kratix.io/promise-name: ${printScalar(literal(promise))}
data:
  promise: "\${name}"
`
}

/** User text that must not be taken for a placeholder. */
export function literal(text: string): string {
  return text.replaceAll('${', () => '$${')
}
