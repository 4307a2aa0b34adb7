import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { browserRuleRunner } from '@/components/designer/browser-rule-runner'
import type { Answer, RuleRunner } from '@/lib/cel/worker/protocol'
import type { Path } from '@/lib/promise/path'
import type { Schema } from '@/lib/schema/property'

interface Sample {
  readonly schema: Schema
  /** Place of the schema: the root is that of a whole resource. */
  readonly path: Path
  readonly value: unknown
  readonly old: unknown
}

/** What the rules of a schema say of a value: found by a worker, a moment after the last change. */
export function useAnswer(sample: Sample | undefined): Answer | undefined {
  const runner = useRef<RuleRunner>(undefined)
  const [answer, setAnswer] = useState<Answer>()
  const [failed, setFailed] = useState<Error>()
  const text = useDeferredValue(sample && JSON.stringify(sample, asText))
  const latest = useRef(sample)
  latest.current = sample

  useEffect(() => {
    runner.current = browserRuleRunner()
    return () => runner.current?.stop()
  }, [])
  useEffect(() => {
    const now = latest.current
    if (text === undefined || !now) return
    let here = true
    const { schema, path, value, old } = now
    const root = path.at(-1) === 'openAPIV3Schema'
    runner.current
      ?.ask({ kind: 'rules', schema, root, value, old })
      .then((found) => {
        if (here && found) setAnswer(found)
      })
      .catch((error: Error) => {
        if (here) setFailed(error)
      })
    return () => {
      here = false
    }
  }, [text])
  // A fault of ours meets the boundary of the region.
  if (failed) throw failed
  return useMemo(() => (text === undefined ? undefined : answer), [text, answer])
}

const asText = (_: string, part: unknown): unknown =>
  typeof part === 'bigint' ? `bigint ${part}` : part
