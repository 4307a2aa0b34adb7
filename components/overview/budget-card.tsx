'use client'

import { useDesigner } from '@/components/designer/use-designer'
import { Meter } from '@/components/ui/meter'
import { Card } from '@/components/ui/section-head'
import { budgetsOf } from './budgets'

/** The 60 characters that Kratix allows for promise, workflow and pipeline together. */
export function BudgetCard() {
  const view = useDesigner((state) => state.reading.view)
  const budgets = budgetsOf(view)
  const [longest] = budgets
  if (!longest) return null
  return (
    <Card title="Name budget" hint="promise, workflow and pipeline name together">
      <Meter
        className="max-w-[560px]"
        label={`Longest: ${longest.id}`}
        value={longest.used}
        limit={longest.limit}
      />
      {budgets.length > 1 ? (
        <table className="mt-3 w-full max-w-[560px] border-collapse">
          <thead>
            <tr className="text-left text-faint text-xs">
              <th className="border-line border-b py-1 font-medium">Pipeline</th>
              <th className="w-32 border-line border-b py-1 font-medium">Used</th>
              <th className="w-14 border-line border-b py-1 text-right font-medium">Left</th>
            </tr>
          </thead>
          <tbody>
            {budgets.map((budget) => (
              <tr key={budget.key}>
                <td className="break-all border-line border-b py-1.5">
                  <code>{budget.id}</code>
                </td>
                <td className="border-line border-b py-1.5">
                  <Meter
                    compact
                    label={`Characters of ${budget.id}`}
                    value={budget.used}
                    limit={budget.limit}
                  />
                </td>
                <td
                  className={`border-line border-b py-1.5 text-right tabular-nums ${budget.used > budget.limit ? 'text-red' : 'text-faint'}`}
                >
                  {budget.limit - budget.used}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Card>
  )
}
