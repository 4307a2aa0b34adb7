'use client'

import { useMemo, useState } from 'react'
import { useDesigner, useDesignerStore } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Card } from '@/components/ui/section-head'
import { Segmented } from '@/components/ui/segmented'
import { useToast } from '@/components/ui/toast'
import { tryPrintYaml } from '@/lib/build/print'
import { writeFile } from '@/lib/commands/write-file'
import { EXAMPLE_FILE, FileContent } from '@/lib/promise/files'
import { displayPath } from '@/lib/promise/path'
import { type ApiVersionView, type ApiView, storageVersion } from '@/lib/promise/view'
import { type JudgedExample, judgedExample } from '@/lib/schema/judged-example'

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
  const toast = useToast()
  const [extent, setExtent] = useState<'minimal' | 'full'>('minimal')
  const present = useDesigner((state) => state.files.get(EXAMPLE_FILE)?.text)
  const example = useMemo(() => {
    const asked = { group: api.group, version: version.name, kind: api.kind }
    return judgedExample(asked, version.schema, extent)
  }, [api, version, extent])
  const yaml = useMemo(() => tryPrintYaml(example.request) ?? '', [example])
  const isStored = storageVersion(api) === version
  const isUsed = present === yaml

  function use() {
    const { run, undo } = store.getState()
    const label = `Use as ${EXAMPLE_FILE}`
    if (!run(writeFile(EXAMPLE_FILE, FileContent.fromText(yaml), label))) return
    const text = `${EXAMPLE_FILE} is this request now.`
    toast({ text, action: { label: 'Undo', run: undo } })
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
          <Verdict example={example} />
        </p>
        <CopyButton text={yaml} what="the example" />
        <Button
          size="sm"
          disabled={isUsed || !isStored || example.misfit !== undefined}
          title={isStored ? undefined : 'The example of the repository is in the stored version.'}
          onClick={use}
        >
          {isUsed ? `This is ${EXAMPLE_FILE}` : `Use as ${EXAMPLE_FILE}`}
        </Button>
      </div>
    </Card>
  )
}

function Verdict({ example: { misfit, unsure } }: { readonly example: JudgedExample }) {
  if (misfit) {
    return (
      <span className="text-red">
        No valid example could be found: <code>{displayPath(misfit.path) || 'the request'}</code>{' '}
        {misfit.reason}.
      </span>
    )
  }
  if (unsure) {
    return <span className="text-amber">Valid as far as it is judged here: not {unsure}.</span>
  }
  return <span className="text-green">Valid against the schema.</span>
}
