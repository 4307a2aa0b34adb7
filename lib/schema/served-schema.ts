import { isRecord, valueAt } from '@/lib/promise/path'
import type { Schema } from './property'
import type { KRATIX_STATES } from './target'

const CONVENTIONS =
  'https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md'

const text = { type: 'string' }
const integer = { type: 'integer' }
const truth = { type: 'boolean' }
const texts = { type: 'object', additionalProperties: text }
const list = (items: Schema) => ({ type: 'array', items })

/** Fields of ObjectMeta (k8s.io/apimachinery pkg/apis/meta/v1/types.go). */
const METADATA = {
  type: 'object',
  explainAs: 'ObjectMeta',
  description: `Standard object's metadata. More info: ${CONVENTIONS}#metadata`,
  properties: {
    annotations: texts,
    creationTimestamp: text,
    deletionGracePeriodSeconds: integer,
    deletionTimestamp: text,
    finalizers: list(text),
    generateName: text,
    generation: integer,
    labels: texts,
    managedFields: list({
      type: 'object',
      explainAs: 'ManagedFieldsEntry',
      properties: {
        apiVersion: text,
        fieldsType: text,
        fieldsV1: { type: 'object', explainAs: 'FieldsV1' },
        manager: text,
        operation: text,
        subresource: text,
        time: text,
      },
    }),
    name: text,
    namespace: text,
    ownerReferences: list({
      type: 'object',
      explainAs: 'OwnerReference',
      required: ['apiVersion', 'kind', 'name', 'uid'],
      properties: {
        apiVersion: text,
        blockOwnerDeletion: truth,
        controller: truth,
        kind: text,
        name: text,
        uid: text,
      },
    }),
    resourceVersion: text,
    selfLink: text,
    uid: text,
  },
}

/** The state of Kratix whose status is served here, since its fields are certain for that one. */
export const STATUS_OF: (typeof KRATIX_STATES)[number] = '2025-08'

/**
 * What Kratix writes over the author's status (kratix.md 2.5.3): `setStatusFieldsOnCRD` of
 * github.com/syntasso/kratix v0.125.1-0.20250807132634-605d221cdabc, internal/controller. The Kratix
 * of 2026-08 has `kratix.workflows` besides, of which not each field is known.
 */
const STATUS = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    conditions: list({
      type: 'object',
      properties: {
        lastTransitionTime: text,
        message: text,
        reason: text,
        status: text,
        type: text,
      },
    }),
    message: text,
    observedGeneration: integer,
    workflows: integer,
    workflowsFailed: integer,
    workflowsSucceeded: integer,
  },
}

/**
 * The schema of a version as the cluster publishes it, with what every resource has and what Kratix
 * adds. `explainAs` names a type that kubectl shows by its own name.
 */
export function servedSchema(openAPIV3Schema: unknown): Schema {
  const schema = isRecord(openAPIV3Schema) ? openAPIV3Schema : {}
  const given = valueAt(schema, ['properties'])
  const properties = {
    ...(isRecord(given) ? given : {}),
    apiVersion: {
      ...text,
      description: `APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: ${CONVENTIONS}#resources`,
    },
    kind: {
      ...text,
      description: `Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: ${CONVENTIONS}#types-kinds`,
    },
    metadata: METADATA,
    status: STATUS,
  }
  return { ...schema, properties }
}
