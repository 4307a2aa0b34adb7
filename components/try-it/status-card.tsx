'use client'

import { useMemo } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Card } from '@/components/ui/section-head'
import { tryPrintYaml } from '@/lib/build/print'
import type { Run } from '@/lib/tryout/types'

/** The status as Kratix leaves it. */
export function StatusCard({ run }: { readonly run: Run }): React.ReactElement {
  const yaml = useMemo(() => tryPrintYaml({ status: run.status }) ?? '', [run.status])
  const kept =
    run.workflow.type === 'promise'
      ? 'Of what a promise workflow writes only the message stays.'
      : ''
  return (
    <Card title="Status" actions={<CopyButton text={yaml} what="the status" />}>
      <p className="mb-2 text-dim">
        {run.statusCertain
          ? `As Kratix merges it, without times. ${kept}`
          : 'As far as it is known: a step that is not run here may write more.'}
      </p>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label="Status as YAML"
        className="max-h-[420px] overflow-auto rounded-lg border border-line bg-panel px-3 py-2"
      >
        <pre className="text-sm">{yaml}</pre>
      </section>
    </Card>
  )
}
