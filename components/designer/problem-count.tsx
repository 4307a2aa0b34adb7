'use client'

import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { useDesigner } from './use-designer'
import { useShell } from './use-shell'

/** How many problems there are; opens and closes their list. */
export function ProblemCount() {
  const problems = useDesigner((state) => state.problems)
  const { isOpen, toggle, wide } = useShell()
  const errors = problems.filter(({ severity }) => severity === 'error').length
  const warnings = problems.filter(({ severity }) => severity === 'warning').length
  const spoken = `${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`
  return (
    <Button
      aria-label={`Problems: ${spoken}`}
      aria-expanded={isOpen('problems')}
      onClick={() => toggle('problems')}
      className="tabular-nums"
    >
      {errors + warnings === 0 ? (
        <>
          <Dot tone="green" />
          {wide ? 'No problems' : null}
        </>
      ) : (
        <>
          {errors > 0 ? <Dot tone="red" /> : null}
          {errors > 0 ? errors : null}
          {warnings > 0 ? <Dot tone="amber" /> : null}
          {warnings > 0 ? warnings : null}
          {wide ? (errors + warnings === 1 ? ' problem' : ' problems') : null}
        </>
      )}
    </Button>
  )
}
