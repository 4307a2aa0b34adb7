'use client'

import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Card } from '@/components/ui/section-head'
import { Segmented } from '@/components/ui/segmented'
import { tryPrintYaml } from '@/lib/build/print'
import { writeFile } from '@/lib/commands/write-file'
import { EXAMPLE_FILE, FileContent } from '@/lib/promise/files'
import { displayPath } from '@/lib/promise/path'
import { type ApiVersionView, type ApiView, storageVersion } from '@/lib/promise/view'
import { CEL_RULES, judgedExample } from '@/lib/schema/judged-example'
import { type AcceptedExample, useAcceptedExample } from './use-accepted-example'

const EXTENTS = [
  { value: 'minimal', label: 'Minimal' },
  { value: 'full', label: 'Full' },
] as const

export interface ExampleCardProps {
  readonly api: ApiView
  readonly version: ApiVersionView
}

/** A request to start from, with what is required or with everything. */
export function ExampleCard({ api, version }: ExampleCardProps) {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const [extent, setExtent] = useState<'minimal' | 'full'>('minimal')
  const present = useDesigner((state) => state.files.get(EXAMPLE_FILE)?.text)
  const candidates = useMemo(() => {
    const asked = { group: api.group, version: version.name, kind: api.kind }
    const wanted = judgedExample(asked, version.schema, extent)
    // The others are tried where the CEL rules refuse what is wanted.
    if (wanted.unsure !== CEL_RULES) return [wanted]
    const others = ([extent === 'full' ? 'minimal' : 'full', 'usual'] as const).map((one) =>
      judgedExample(asked, version.schema, one),
    )
    return [wanted, ...others.filter(({ misfit }) => !misfit)]
  }, [api, version, extent])
  const accepted = useAcceptedExample(version.schema, candidates)
  const request = accepted?.example.request
  const yaml = useMemo(() => (request && tryPrintYaml(request)) ?? '', [request])
  const valid = accepted && !accepted.example.misfit && !accepted.refusal
  const isStored = storageVersion(api) === version
  const isUsed = present === yaml
  const usable = !isUsed && isStored && valid

  function use() {
    const label = `Use as ${EXAMPLE_FILE}`
    const written = writeFile(EXAMPLE_FILE, FileContent.fromText(yaml), label)
    if (store.getState().run(written)) tell(`${EXAMPLE_FILE} is this request now.`)
  }

  return (
    <Card
      title="Example request"
      actions={
        <Segmented
          label="How much the example says"
          size="sm"
          options={EXTENTS}
          value={extent}
          onChange={setExtent}
        />
      }
    >
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
        tabIndex={0}
        aria-label="Example request"
        className="max-h-[420px] overflow-auto rounded-lg border border-line bg-panel px-3 py-2"
      >
        <pre className="text-sm">{yaml}</pre>
      </section>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-52 flex-1 text-sm">
          {accepted ? <Verdict accepted={accepted} /> : null}
        </p>
        <CopyButton text={yaml} what="the example" />
        <Button
          size="sm"
          // Not `disabled`: who has just pressed it keeps the focus.
          aria-disabled={!usable}
          title={isStored ? undefined : 'The example of the repository is in the stored version.'}
          onClick={() => usable && use()}
        >
          {isUsed ? `This is ${EXAMPLE_FILE}` : `Use as ${EXAMPLE_FILE}`}
        </Button>
      </div>
    </Card>
  )
}

function Verdict({ accepted }: { readonly accepted: AcceptedExample }) {
  const { example, refusal, unsure, judging } = accepted
  const at = example.misfit ?? refusal
  if (at) {
    return (
      <span className="text-red">
        No valid example could be found: <code>{displayPath(at.path) || 'the request'}</code>{' '}
        {example.misfit ? `${example.misfit.reason}.` : refusal?.message}
      </span>
    )
  }
  if (judging) return <span className="text-faint">Its CEL rules are being run…</span>
  if (unsure) {
    return <span className="text-amber">Valid as far as it is judged here: not {unsure}.</span>
  }
  return <span className="text-green">Valid against the schema.</span>
}
