import { neededFeatures } from '@/lib/cel/needed-features'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import {
  hasKratix,
  hasKubernetes,
  KRATIX_FACTS,
  KUBERNETES_FACTS,
  type KubernetesFeature,
  lacking,
  targetOf,
} from '@/lib/schema/target'
import { walkSchema } from '@/lib/schema/walk'
import type { Rule } from './rule'

const NAME_FORMATS: readonly unknown[] = ['k8s-short-name', 'k8s-long-name']
const CONFIG: Path = ['spec', 'workflows', 'config']

/** What is newer than the platform that the settings name (lib/schema/target has the sources). */
export const targetVersion: Rule = {
  id: 'target-version',
  check({ promise: { api }, value, settings }, report) {
    const target = targetOf(settings)
    const need = (feature: KubernetesFeature, at: Path) => {
      if (hasKubernetes(target, feature)) return
      report({ severity: 'warning', message: lacking(KUBERNETES_FACTS[feature]), at })
    }
    if (!hasKratix(target, 'workflows-config') && valueAt(value, CONFIG) !== undefined) {
      const message = lacking(KRATIX_FACTS['workflows-config'])
      report({ severity: 'warning', message, at: CONFIG })
    }
    if (target.kubernetes === undefined) return
    for (const { path, selectableFields, schema, schemaPath } of api?.versions ?? []) {
      if (selectableFields.length > 0) need('selectable-fields', [...path, 'selectableFields'])
      for (const node of walkSchema(schema, schemaPath)) {
        if (NAME_FORMATS.includes(node.schema.format)) {
          need('k8s-name-formats', [...node.path, 'format'])
        }
        const rules = node.schema['x-kubernetes-validations']
        for (const [i, rule] of Array.isArray(rules) ? rules.entries() : []) {
          if (!isRecord(rule)) continue
          const at: Path = [...node.path, 'x-kubernetes-validations', i]
          if (rule.optionalOldSelf === true) need('optional-old-self', [...at, 'optionalOldSelf'])
          for (const key of ['rule', 'messageExpression']) {
            const text = rule[key]
            if (typeof text !== 'string') continue
            for (const feature of neededFeatures(text)) need(feature, [...at, key])
          }
        }
      }
    }
  },
}
