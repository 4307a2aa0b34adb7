import type { Settings } from '@/lib/promise/settings'

/** The platform that a Promise is made for; a part that is `undefined` sets no limit. */
export interface Target {
  /** Minor version of Kubernetes 1, e.g. 31 for `1.31`. */
  readonly kubernetes: number | undefined
  /** The state of Kratix, as year and month: `2025-08`. */
  readonly kratix: string | undefined
}

/** The versions of Kubernetes to choose from, newest first. Others may be typed in the settings. */
export const KUBERNETES_VERSIONS = [
  '1.36',
  '1.35',
  '1.34',
  '1.33',
  '1.32',
  '1.31',
  '1.30',
  '1.29',
  '1.28',
] as const

/**
 * Kratix carries no version numbers, only `latest` (kratix.md, sources). So its states are named by
 * the month; facts are known of these alone.
 */
export const KRATIX_STATES = ['2026-08', '2025-08'] as const

interface Since {
  /** Names the thing in a sentence: "Selectable fields". */
  readonly what: string
  /** What an older platform makes of it; ends a sentence that begins with the thing. */
  readonly before: string
  readonly source: string
}

/** A fact about Kubernetes: what it can from which minor version on, without a feature gate. */
export interface KubernetesFact extends Since {
  readonly kubernetes: number
}

/** The same of Kratix. */
export interface KratixFact extends Since {
  readonly kratix: string
}

const GATES = 'k8s.io/apiextensions-apiserver v0.36.2 pkg/features/kube_features.go'
const BASE = 'k8s.io/apiserver v0.36.2 pkg/cel/environment/base.go'
const NOT_COMPILED = 'do not compile there, and the Promise is refused'

/**
 * A CEL library of Kubernetes. A new rule is compiled with what the version *before* knows, so that
 * a cluster can be rolled back: from the version after `introduced` on it can be relied on.
 */
function library(what: string, introduced: number): KubernetesFact {
  return { what, kubernetes: introduced + 1, before: NOT_COMPILED, source: BASE }
}

/** What came to Kubernetes late enough to be missed by clusters in use. */
export const KUBERNETES_FACTS = {
  'selectable-fields': {
    what: 'Selectable fields',
    kubernetes: 31,
    before: 'are dropped there: requests cannot be selected by them',
    source: `${GATES}: CustomResourceFieldSelectors`,
  },
  ratcheting: {
    what: 'Requests that a stricter schema no longer accepts',
    kubernetes: 30,
    before: 'fail there on every write, also where the wrong value was not changed',
    source: `${GATES}: CRDValidationRatcheting`,
  },
  'optional-old-self': {
    what: 'Rules with "optionalOldSelf"',
    kubernetes: 30,
    before: 'lose it there, and are not evaluated when a request is created',
    source: `${GATES}: CRDValidationRatcheting`,
  },
  'k8s-name-formats': {
    what: 'The formats k8s-short-name and k8s-long-name',
    kubernetes: 35,
    before: 'are not checked there',
    source:
      'k8s.io/apiextensions-apiserver v0.36.2 pkg/apiserver/validation/formats.go, of the compatibility version',
  },
  'cel-quantity': library('CEL: quantities', 28),
  'cel-optional': library('CEL: optional values', 28),
  'cel-cross-type': library('CEL: comparisons of integers with doubles', 28),
  'cel-strings-2': library('CEL: strings.quote and format', 29),
  'cel-sets': library('CEL: sets', 29),
  'cel-ip': library('CEL: ip and cidr', 30),
  'cel-format': library('CEL: format.named', 31),
  'cel-two-variables': library('CEL: macros with two variables', 32),
  'cel-semver': library('CEL: semver', 33),
  'cel-lists-3': library('CEL: lists.range, distinct, flatten, sort, slice', 34),
} as const satisfies Readonly<Record<string, KubernetesFact>>

/** What the two states of Kratix differ in, as far as a Promise can say it. */
export const KRATIX_FACTS = {
  'workflows-config': {
    what: 'The settings in "spec.workflows.config"',
    kratix: '2026-08',
    before: 'are dropped there: Jobs run where they always did, and as often',
    source: 'github.com/syntasso/kratix api/v1alpha1/promise_types.go of 2025-08-07 and 2026-08-21',
  },
} as const satisfies Readonly<Record<string, KratixFact>>

export type KubernetesFeature = keyof typeof KUBERNETES_FACTS
export type KratixFeature = keyof typeof KRATIX_FACTS

/** The target that the settings name. What is not known there sets no limit. */
export function targetOf({ target }: Settings): Target {
  const [, minor] = /^v?1\.(\d{1,3})(?:\.\d+)?$/.exec(target?.kubernetes ?? '') ?? []
  const kratix = /^\d{4}-\d{2}$/.test(target?.kratix ?? '') ? target?.kratix : undefined
  return { kubernetes: minor === undefined ? undefined : Number(minor), kratix }
}

/** True when the target's Kubernetes can do it; also when no target is named. */
export function hasKubernetes({ kubernetes }: Target, feature: KubernetesFeature): boolean {
  return kubernetes === undefined || kubernetes >= KUBERNETES_FACTS[feature].kubernetes
}

/** True when the target's Kratix can do it; also when no target is named. */
export function hasKratix({ kratix }: Target, feature: KratixFeature): boolean {
  return kratix === undefined || kratix >= KRATIX_FACTS[feature].kratix
}

/** One sentence on what the target lacks. */
export function lacking(fact: KubernetesFact | KratixFact): string {
  const from =
    'kubernetes' in fact ? `Kubernetes 1.${fact.kubernetes}` : `the Kratix of ${fact.kratix}`
  return `${fact.what} need ${from}, newer than the target of this Promise; they ${fact.before}.`
}
