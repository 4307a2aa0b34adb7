'use client'

import { useEffect, useState } from 'react'
import type { StartTab } from '@/components/designer/use-shell'
import { Dialog } from '@/components/ui/dialog'
import { Tabs } from '@/components/ui/tabs'
import { CrdTab } from './crd-tab'
import { LinesTab } from './lines-tab'
import { SampleTab } from './sample-tab'
import { SchemaTab } from './schema-tab'

export interface StartDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  /** Where to begin, and with what text. */
  readonly tab: StartTab
  readonly text: string
}

/** Properties of the API from something that is there already. */
export function StartDialog({ open, onOpenChange, tab, text }: StartDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} size="lg" title="Start from something">
      {open ? <StartTabs tab={tab} text={text} onDone={() => onOpenChange(false)} /> : null}
    </Dialog>
  )
}

interface StartTabsProps extends Pick<StartDialogProps, 'tab' | 'text'> {
  readonly onDone: () => void
}

const EMPTY: Record<StartTab, string> = { lines: '', sample: '', schema: '', crd: '' }

function StartTabs({ tab: first, text, onDone }: StartTabsProps) {
  const [tab, setTab] = useState(first)
  const [texts, setTexts] = useState<Record<StartTab, string>>({ ...EMPTY, [first]: text })
  useEffect(() => setTab(first), [first])
  const props = (own: StartTab) => ({
    text: texts[own],
    onText: (next: string) => setTexts((now) => ({ ...now, [own]: next })),
    onDone,
  })
  return (
    <Tabs<StartTab>
      label="What to start from"
      value={tab}
      onChange={setTab}
      tabs={[
        { id: 'lines', label: 'Short lines', content: <LinesTab {...props('lines')} /> },
        { id: 'sample', label: 'Sample request', content: <SampleTab {...props('sample')} /> },
        {
          id: 'schema',
          label: 'JSON Schema, OpenAPI',
          content: <SchemaTab {...props('schema')} />,
        },
        { id: 'crd', label: 'Custom resource', content: <CrdTab {...props('crd')} /> },
      ]}
    />
  )
}
