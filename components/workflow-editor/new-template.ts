/** A template to go on from: a ConfigMap that uses the values that there are. */
export function newTemplateText(values: readonly string[]): string {
  const has = (value: string): boolean => values.includes(value)
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: ${has('name') ? '${name}' : 'example'}`,
    ...(has('namespace') ? ['  namespace: ${namespace}'] : ['  namespace: default']),
    '  labels:',
    '    app.kubernetes.io/managed-by: kratix',
    'data: {}',
    '',
  ].join('\n')
}
