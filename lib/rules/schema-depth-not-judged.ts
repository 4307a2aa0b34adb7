import { MAX_DEPTH } from '@/lib/schema/max-depth'
import { schemaRule } from './schema-rule'

const HOLDS = ['items', 'additionalProperties', 'properties', 'not', 'allOf', 'anyOf', 'oneOf']

/** Rules follow a schema so deep and no deeper; what lies below they do not call valid. */
export const schemaDepthNotJudged = schemaRule(
  'schema-depth-not-judged',
  (node, report) => {
    let depth = 0
    for (let here = node; here.parent; here = here.parent) depth++
    if (depth < MAX_DEPTH) return
    const below = HOLDS.find((keyword) => typeof node.schema[keyword] === 'object')
    if (below === undefined || node.schema[below] === null) return
    const message = `What lies more than ${MAX_DEPTH} schemas deep is not judged here.`
    report({ severity: 'info', message, at: [...node.path, below] })
  },
  { logic: true },
)
