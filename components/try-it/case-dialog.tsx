'use client'

import { useMemo, useState } from 'react'
import { useDesignerStore } from '@/components/designer/use-designer'
import { useUndoToast } from '@/components/designer/use-undo-toast'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextField } from '@/components/ui/text-field'
import { checkCaseName, saveTestCase } from '@/lib/commands/save-test-case'
import { toDnsLabel } from '@/lib/promise/dns-label'
import { nameOf } from '@/lib/tryout/judge'
import { testCasesOf } from '@/lib/tryout/test-cases'
import type { Run } from '@/lib/tryout/types'

export interface CaseDialogProps {
  readonly run: Run
  /** What the steps do alone is not known yet. */
  readonly running: boolean
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Takes what the steps have written in this run as what their tests expect. */
export function CaseDialog(props: CaseDialogProps): React.ReactElement {
  return (
    <Dialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      title="Save as a test case"
      description="The object of this run, and what its steps made of it, become files of the repository."
    >
      {props.open ? <CaseForm {...props} /> : null}
    </Dialog>
  )
}

function CaseForm({ run, running, onOpenChange }: CaseDialogProps): React.ReactElement {
  const store = useDesignerStore()
  const tell = useUndoToast()
  const cases = useMemo(() => testCasesOf(run), [run])
  const [name, setName] = useState(() => toDnsLabel(nameOf(run.object).name, 'case'))
  const fault = checkCaseName(name)
  const save = () => {
    const saved = store.getState().run(saveTestCase(name, cases))
    onOpenChange(false)
    if (saved) tell(`Saved the test case ${name}.`)
  }
  if (running) {
    return (
      <p role="status" className="pb-3 text-dim">
        Each program runs alone, as its tests run it…
      </p>
    )
  }
  if (cases.length === 0) {
    return (
      <p className="pb-3 text-dim">
        No step has run to its end in this run, so there is nothing that a test could expect.
      </p>
    )
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (fault === undefined) save()
      }}
    >
      <TextField label="Name of the case" mono value={name} error={fault} onChange={setName} />
      <ul className="mb-3 text-sm">
        {cases.map(({ step, output, metadata }) => (
          <li key={step} className="wrap-anywhere">
            <code>
              workflows/{step}/tests/{name || '…'}/
            </code>{' '}
            <span className="text-faint">
              object.yaml and {Object.keys(output).length + Object.keys(metadata).length} expected
            </span>
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2 pb-3">
        <Button onClick={() => onOpenChange(false)}>Cancel</Button>
        <Button variant="primary" type="submit" disabled={fault !== undefined}>
          Save the test case
        </Button>
      </div>
    </form>
  )
}
