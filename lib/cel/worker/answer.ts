import type { SchemaNode } from '@/lib/schema/walk'
import { runRulesAt } from '../request/run-rules'
import { validateRequest, validateValue } from '../request/validate-request'
import type { Answer, Message, Question, Reply } from './protocol'

/** The other end: answers one question after the other. */
export function reply({ id, question }: Message): Reply {
  try {
    return { id, answer: answer(question), error: undefined }
  } catch (error) {
    return { id, answer: undefined, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Stands above a schema that is not that of a whole resource. */
const ABOVE: SchemaNode = {
  schema: { type: 'object' },
  path: [],
  as: undefined,
  parent: undefined,
  logic: false,
}

function answer(question: Question): Answer {
  const { schema, value, old } = question
  if (question.kind === 'request') {
    return { kind: 'request', verdict: validateRequest(schema, value, old) }
  }
  const node: SchemaNode = question.root
    ? { ...ABOVE, schema }
    : { schema, path: ['properties', 'value'], as: 'properties', parent: ABOVE, logic: false }
  const verdict = validateValue(node, value, old)
  return { kind: 'rules', verdict, results: runRulesAt({ node, value: verdict.stored, old }) }
}
