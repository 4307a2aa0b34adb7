'use client'

import { Bookmark, Ellipsis, FlaskConical, GitCompare } from 'lucide-react'
import { useState } from 'react'
import { useDesigner, useReadOnly } from '@/components/designer/use-designer'
import { Button } from '@/components/ui/button'
import { writeClipboard } from '@/components/ui/clipboard'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useToast } from '@/components/ui/toast'
import { valueAt } from '@/lib/promise/path'
import { randomId } from '@/lib/store/random-id'
import { dryRunOf } from '@/lib/tryout/dry-run'
import type { Run } from '@/lib/tryout/types'
import { CaseDialog } from './case-dialog'
import { CompareDialog } from './compare-dialog'
import { isPending, outcomeWord } from './run-words'
import { useTryout, useTryoutStore } from './use-tryout'

const COPIED =
  'Copied. kubectl apply it where the Promise is installed; Kratix needs the feature flag dryRun.'
const icon = { size: 14, 'aria-hidden': true } as const

export interface RunMenuProps {
  readonly run: Run
  readonly running: boolean
  /** What the steps do alone is wanted, for a test case; or no longer. */
  readonly onTests: (wanted: boolean) => void
}

/** What can be done with a run: keep it, compare it, make a test case or a DryRun of it. */
export function RunMenu({ run, running, onTests }: RunMenuProps): React.ReactElement {
  const store = useTryoutStore()
  const toast = useToast()
  const readOnly = useReadOnly()
  const promise = useDesigner((state) => state.reading.view.name)
  const kept = useTryout((state) => state.runs)
  const [dialog, setDialog] = useState<'compare' | 'case'>()
  const hasPrograms = run.pipelines.some(({ steps }) => steps.some(({ program }) => program))
  const dryRun = dryRunOf(run, promise)

  const keep = () => {
    const name = nameFor(run, new Set(kept.map((one) => one.name)))
    store.getState().keep({ id: randomId(), name, run })
    toast({
      text: `Kept as "${name}".`,
      action: { label: 'Compare', run: () => setDialog('compare') },
    })
  }
  const copy = (text: string) => {
    writeClipboard(text).then(
      () => toast({ text: COPIED }),
      () => toast({ text: 'This browser does not let the page copy.' }),
    )
  }
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        disabled={readOnly || isPending(run)}
        icon={<Bookmark {...icon} />}
        onClick={keep}
      >
        Keep
      </Button>
      <Button
        size="sm"
        variant="ghost"
        disabled={readOnly || kept.length === 0}
        title={kept.length === 0 ? 'Keep a run first, then change something.' : undefined}
        icon={<GitCompare {...icon} />}
        onClick={() => setDialog('compare')}
      >
        Compare{kept.length > 0 ? ` ${kept.length}` : ''}
      </Button>
      <Menu
        align="end"
        trigger={
          <IconButton
            size="sm"
            disabled={readOnly}
            label="More of this run"
            icon={<Ellipsis {...icon} />}
          />
        }
      >
        <MenuItem
          icon={<FlaskConical {...icon} />}
          onSelect={() => {
            onTests(hasPrograms)
            setDialog('case')
          }}
        >
          Save as a test case…
        </MenuItem>
        <MenuItem disabled={dryRun === undefined} onSelect={() => copy(dryRun ?? '')}>
          Copy as a DryRun
        </MenuItem>
      </Menu>
      <CompareDialog
        run={run}
        open={dialog === 'compare'}
        onOpenChange={(open) => setDialog(open ? 'compare' : undefined)}
      />
      <CaseDialog
        run={run}
        running={running}
        open={dialog === 'case'}
        onOpenChange={(open) => {
          onTests(open && hasPrograms)
          setDialog(open ? 'case' : undefined)
        }}
      />
    </>
  )
}

function nameFor(run: Run, taken: ReadonlySet<string>): string {
  const object = valueAt(run.object, ['metadata', 'name'])
  const stem = `${typeof object === 'string' && object ? object : 'run'}, ${outcomeWord(run).label.toLowerCase()}`
  let name = stem
  for (let n = 2; taken.has(name); n++) name = `${stem} ${n}`
  return name
}
