'use client'

import { Button } from '@/components/ui/button'
import { Dot } from '@/components/ui/dot'
import { countProblems } from './count-problems'
import { useDesigner } from './use-designer'
import { useShell } from './use-shell'

/** How many problems there are; opens and closes their list. */
export function ProblemCount() {
  const problems = useDesigner((state) => state.problems)
  const { isOpen, toggle, wide } = useShell()
  const { errors, warnings, words } = countProblems(problems)
  return (
    <Button
      aria-label={`Problems: ${words}`}
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
