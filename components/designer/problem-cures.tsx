'use client'

import { ChevronDown } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'

export interface ProblemCuresProps {
  /** Label of the certain cure. */
  readonly fix: string | undefined
  readonly suggestions: readonly string[]
  /** Runs the cure that bears the label. */
  readonly onCure: (label: string) => void
}

/** What mends a problem: the certain cure as a button, others in a menu. */
export function ProblemCures({ fix, suggestions, onCure }: ProblemCuresProps) {
  return (
    <>
      {fix === undefined ? null : (
        <Button
          variant="link"
          size="sm"
          data-do="fix"
          className="font-medium"
          aria-label={`Fix: ${fix}`}
          onClick={() => onCure(fix)}
        >
          {fix}
        </Button>
      )}
      {suggestions.length === 0 ? null : (
        <Menu
          align="end"
          trigger={
            <Button variant="link" size="sm" data-do="suggest" className="gap-1 whitespace-nowrap">
              Suggestions
              <ChevronDown size={13} aria-hidden />
            </Button>
          }
        >
          {suggestions.map((label) => (
            <MenuItem key={label} onSelect={() => onCure(label)}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  )
}
