'use client'

import { Copy, Rows3, Search } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Kbd } from '@/components/ui/kbd'
import { Segmented } from '@/components/ui/segmented'
import { SelectField } from '@/components/ui/select-field'
import { TextField } from '@/components/ui/text-field'
import type { Problem } from '@/lib/store/analysis'
import { countProblems } from './count-problems'
import { type ProblemFilter, SECTION_NAMES, sectionOfProblem } from './problem-groups'

export interface ProblemToolbarProps {
  readonly problems: readonly Problem[]
  readonly filter: ProblemFilter
  readonly onFilter: (filter: ProblemFilter) => void
  readonly grouped: boolean
  readonly onGrouped: (grouped: boolean) => void
  /** How many of those in sight have a certain cure. */
  readonly fixable: number
  readonly onFixAll: () => void
  readonly onCopy: () => void
}

const SECTIONS = ['overview', 'api', 'dependencies', 'workflows', 'scheduling', 'files'] as const

/** Which problems are shown, and what can be done with all of them. */
export function ProblemToolbar({
  problems,
  filter,
  onFilter,
  grouped,
  onGrouped,
  fixable,
  onFixAll,
  onCopy,
}: ProblemToolbarProps) {
  const { errors, warnings } = countProblems(problems)
  const infos = problems.length - errors - warnings
  const sections = SECTIONS.flatMap((section) => {
    const count = problems.filter((one) => sectionOfProblem(one) === section).length
    if (count === 0 && filter.section !== section) return []
    return [{ value: section, label: `${SECTION_NAMES[section]} (${count})` }]
  })
  return (
    <>
      <Segmented
        label="Show"
        size="sm"
        value={filter.severity}
        onChange={(severity) => onFilter({ ...filter, severity })}
        options={[
          { value: 'all', label: <>All {problems.length}</> },
          { value: 'error', label: <>Errors {errors}</> },
          { value: 'warning', label: <>Warnings {warnings}</> },
          ...(infos > 0 || filter.severity === 'info'
            ? [{ value: 'info', label: <>Notes {infos}</> } as const]
            : []),
        ]}
      />
      {problems.length > 1 || filter.text !== '' || filter.section !== 'all' ? (
        <>
          <TextField
            type="search"
            label="Filter problems"
            hideLabel
            placeholder="Filter"
            prefix={<Search size={13} aria-hidden />}
            value={filter.text}
            onChange={(text) => onFilter({ ...filter, text })}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onFilter({ ...filter, text: '' })
            }}
            reserve={0}
            inputClassName="h-[22px]! text-sm"
            className="w-36"
          />
          {sections.length > 1 || filter.section !== 'all' ? (
            <SelectField
              label="Section"
              hideLabel
              value={filter.section}
              options={[{ value: 'all', label: 'All sections' }, ...sections]}
              onChange={(section) => onFilter({ ...filter, section })}
              reserve={0}
              className="w-36 text-sm [&_select]:h-[22px]"
            />
          ) : null}
          <IconButton
            label="Group by place"
            aria-pressed={grouped}
            size="sm"
            icon={<Rows3 size={14} aria-hidden />}
            className="aria-pressed:bg-accent-bg aria-pressed:text-accent-text"
            onClick={() => onGrouped(!grouped)}
          />
        </>
      ) : null}
      <span className="flex-1" />
      {problems.length > 0 ? (
        <span className="mr-1 hidden items-center gap-1 text-faint text-xs xl:inline-flex">
          <Kbd>F8</Kbd> next
          <Kbd>F</Kbd> fix
          <Kbd>S</Kbd> suggestions
          <Kbd>D</Kbd> about
        </span>
      ) : null}
      {fixable > 1 ? (
        <Button size="sm" onClick={onFixAll}>
          Fix all {fixable}
        </Button>
      ) : null}
      {problems.length > 0 ? (
        <IconButton
          label="Copy report"
          size="sm"
          icon={<Copy size={14} aria-hidden />}
          onClick={onCopy}
        />
      ) : null}
    </>
  )
}
