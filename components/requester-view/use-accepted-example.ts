import { useEffect, useState } from 'react'
import { browserRuleRunner } from '@/components/designer/browser-rule-runner'
import type { RequestFault } from '@/lib/cel/request/verdict'
import { isRecord } from '@/lib/promise/path'
import { CEL_RULES, type JudgedExample } from '@/lib/schema/judged-example'

/** What is known of an example once its CEL rules have run, too. */
export interface AcceptedExample {
  readonly example: JudgedExample
  /** Set where the rules refuse every example that was tried: what they say of this one. */
  readonly refusal: RequestFault | undefined
  /** What cannot be told; ends a sentence: "the format email". */
  readonly unsure: string | undefined
  readonly judging: boolean
}

/**
 * The first of `candidates` that its CEL rules take, too: they run in a worker, and until it has
 * answered the first one stands. Without such rules the first it is.
 * @param candidates best first, at least one; the same list while nothing changes
 */
export function useAcceptedExample(
  schema: unknown,
  candidates: readonly JudgedExample[],
): AcceptedExample | undefined {
  const [found, setFound] = useState<AcceptedExample & { readonly of: typeof candidates }>()
  const [failed, setFailed] = useState<Error>()
  const [first] = candidates
  const open = first?.unsure === CEL_RULES && isRecord(schema)

  useEffect(() => {
    if (!open || !isRecord(schema)) return
    const runner = browserRuleRunner()
    let here = true
    const tell = (answer: AcceptedExample) => here && setFound({ ...answer, of: candidates })
    judge(runner, schema, candidates).then(
      (answer) => answer && tell(answer),
      (error: Error) => here && setFailed(error),
    )
    return () => {
      here = false
      runner.stop()
    }
  }, [schema, candidates, open])

  // A fault of ours meets the boundary of the region.
  if (failed) throw failed
  if (!first) return undefined
  if (open && found?.of === candidates) return found
  return { example: first, refusal: undefined, unsure: first.unsure, judging: open }
}

async function judge(
  runner: ReturnType<typeof browserRuleRunner>,
  schema: Readonly<Record<string, unknown>>,
  candidates: readonly JudgedExample[],
): Promise<AcceptedExample | undefined> {
  let refused: AcceptedExample | undefined
  for (const example of candidates) {
    const question = { kind: 'request', schema, value: example.request, old: undefined } as const
    const answer = await runner.ask(question)
    if (answer?.kind !== 'request') {
      return { example, refusal: undefined, unsure: CEL_RULES, judging: false }
    }
    const { faults, unsure } = answer.verdict
    const one = { example, refusal: faults[0], unsure: unsure[0], judging: false }
    if (faults.length === 0) return one
    refused ??= one
  }
  return refused
}
