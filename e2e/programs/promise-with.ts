/** A Promise whose API has this schema. */
export function promiseOf(openAPIV3Schema: unknown): unknown {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: { name: 'part' },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'parts.acme.dev' },
        spec: {
          group: 'acme.dev',
          scope: 'Namespaced',
          names: { kind: 'Part', plural: 'parts', singular: 'part' },
          versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema } }],
        },
      },
    },
  }
}

/** Its text. */
export const promiseWith = (openAPIV3Schema: unknown): string =>
  JSON.stringify(promiseOf(openAPIV3Schema))
