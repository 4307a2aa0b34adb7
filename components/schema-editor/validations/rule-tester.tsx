import { ArrowRight, Check, Minus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { TextArea } from '@/components/ui/text-area'
import type { RuleResult } from '@/lib/cel/request/run-rules'
import type { Answer } from '@/lib/cel/worker/protocol'
import { displayPath } from '@/lib/promise/path'
import { exampleFor } from '@/lib/schema/example'
import type { Schema } from '@/lib/schema/property'
import { readYaml } from '@/lib/schema/value-text'
import { printYaml } from '@/lib/yaml/edit'
import type { SchemaFormProps } from '../inspector/schema-form'
import { useAnswer } from './use-answer'

interface RuleTesterProps extends SchemaFormProps {
  readonly rules: readonly Schema[]
}

/** Tries the rules on a value of the user's, and on an earlier one where a rule compares with it. */
export function RuleTester({ path, schema, rules }: RuleTesterProps): React.ReactElement {
  const example = useMemo(() => printYaml(exampleFor(schema) ?? {}).trimEnd(), [schema])
  const [self, setSelf] = useState<string>()
  const [old, setOld] = useState<string>()
  const compares = rules.some(({ rule }) => typeof rule === 'string' && /\boldSelf\b/.test(rule))
  const now = readYaml(self ?? example)
  const before = readYaml(old ?? example)
  const readable = now.ok && (!compares || before.ok)
  const answer = useAnswer(
    readable
      ? { schema, path, value: now.value, old: compares && before.ok ? before.value : undefined }
      : undefined,
  )
  return (
    <section
      aria-label="Try the rules"
      className="mt-2 rounded-md border border-line bg-panel px-3 pt-2 pb-2"
    >
      <div
        className={compares ? 'grid grid-cols-2 gap-x-3 gap-y-2 max-pane:grid-cols-1' : undefined}
      >
        {compares ? (
          <TextArea
            label="Earlier value (oldSelf), as YAML"
            mono
            rows={1}
            reserve={before.ok ? 0 : 1}
            error={before.ok ? undefined : before.reason}
            value={old ?? example}
            onChange={setOld}
          />
        ) : null}
        <TextArea
          label="A value to try (self), as YAML"
          mono
          rows={1}
          reserve={now.ok ? 0 : 1}
          error={now.ok ? undefined : now.reason}
          value={self ?? example}
          onChange={setSelf}
        />
      </div>
      <div aria-live="polite" className="mt-2 min-h-6">
        {readable ? <Results answer={answer} rules={rules} /> : null}
      </div>
    </section>
  )
}

function Results({
  answer,
  rules,
}: {
  readonly answer: Answer | undefined
  readonly rules: readonly Schema[]
}): React.ReactElement | null {
  if (!answer) return <p className="text-faint text-sm">…</p>
  if (answer.kind === 'late') {
    return <p className="text-red text-sm">The rules took too long and were stopped.</p>
  }
  if (answer.kind === 'unavailable') {
    return (
      <p className="text-red text-sm">
        What runs the rules cannot be loaded. Look at the network, or load the page again.
      </p>
    )
  }
  if (answer.kind !== 'rules') return null
  const misfits = answer.verdict.faults.filter(({ rule }) => rule === undefined)
  if (misfits.length > 0) {
    return (
      <div className="text-sm">
        <p className="text-dim">The value does not fit its type, so the API server asks no rule:</p>
        <ul className="text-red">
          {misfits.map(({ path, message }) => (
            <li key={`${displayPath(path)} ${message}`}>
              {path.length > 0 ? <code>{displayPath(path)}: </code> : null}
              {message}
            </li>
          ))}
        </ul>
      </div>
    )
  }
  return (
    <ul>
      {rules.map((_, index) => {
        const found = answer.results.find((one) => one.index === index)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no name of their own
          <li key={index} className="flex min-h-6 items-baseline gap-2 text-sm">
            <span className="w-12 shrink-0 text-faint">Rule {index + 1}</span>
            <Outcome result={found} />
          </li>
        )
      })}
    </ul>
  )
}

function Outcome({ result }: { readonly result: RuleResult | undefined }): React.ReactElement {
  const outcome = result?.outcome
  switch (outcome?.kind) {
    case 'holds':
      return (
        <Line tone="text-green" icon={<Check size={13} aria-hidden />}>
          holds
        </Line>
      )
    case 'fails':
      return (
        <Line tone="text-red" icon={<X size={13} aria-hidden />}>
          does not hold: {outcome.at.length > 0 ? <code>{displayPath(outcome.at)}: </code> : null}
          {outcome.message}
        </Line>
      )
    case 'error':
      return (
        <Line tone="text-red" icon={<X size={13} aria-hidden />}>
          fails: {outcome.message}
        </Line>
      )
    case 'skipped':
      return (
        <Line tone="text-faint" icon={<ArrowRight size={13} aria-hidden />}>
          not asked without an earlier value
        </Line>
      )
    case 'unsure':
      return (
        <Line tone="text-faint" icon={<Minus size={13} aria-hidden />}>
          not judged here, because of {outcome.because}
        </Line>
      )
    default:
      return (
        <Line tone="text-faint" icon={<Minus size={13} aria-hidden />}>
          not asked of null
        </Line>
      )
  }
}

function Line(props: {
  readonly tone: string
  readonly icon: React.ReactNode
  readonly children: React.ReactNode
}): React.ReactElement {
  return (
    <span className={`inline-flex min-w-0 items-baseline gap-1.5 ${props.tone}`}>
      <span className="relative top-0.5 shrink-0">{props.icon}</span>
      <span className="min-w-0 break-words">{props.children}</span>
    </span>
  )
}
