import clsx from 'clsx'
import {
  Braces,
  ChevronDown,
  ChevronRight,
  Compass,
  FlaskConical,
  type LucideIcon,
  Package,
  Target,
  Workflow,
} from 'lucide-react'
import { memo } from 'react'
import { Dot } from '@/components/ui/dot'
import type { Section } from '@/lib/store/section'
import type { OutlineNode } from './outline-tree'

export interface OutlineItemProps {
  readonly node: OutlineNode
  readonly level: number
  /** Its place among the rows in sight. */
  readonly index: number
  /** Distance from the top of the tree in pixels. */
  readonly top: number
  readonly selected: boolean
  readonly tabbable: boolean
  /** `undefined`: nothing to fold. */
  readonly open: boolean | undefined
  readonly tone: 'red' | 'amber' | undefined
  readonly onGo: (index: number) => void
  readonly onFold: (key: string, closed: boolean) => void
}

const ICONS: Record<Section, LucideIcon> = {
  overview: Compass,
  api: Braces,
  dependencies: Package,
  workflows: Workflow,
  scheduling: Target,
  'try-it': FlaskConical,
}

/** A row of the outline. Its chevron is for the pointer; the keyboard folds with the arrows. */
export const OutlineItem = memo(function OutlineItem({
  node,
  level,
  index,
  top,
  selected,
  tabbable,
  open,
  tone,
  onGo,
  onFold,
}: OutlineItemProps) {
  const Icon = ICONS[node.section]
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it handles the keys
    <div
      role="treeitem"
      data-key={node.key}
      aria-level={level}
      aria-selected={selected}
      aria-expanded={open}
      tabIndex={tabbable ? 0 : -1}
      onClick={() => onGo(index)}
      style={{ top, paddingLeft: 8 + (level - 1) * 14 }}
      className={clsx(
        'absolute inset-x-0 flex h-7 cursor-pointer select-none items-center gap-[7px] rounded-md pr-2 focus-visible:outline-offset-[-2px]',
        selected
          ? 'bg-accent-bg font-medium text-accent-text'
          : clsx('hover:bg-hover', node.look === 'absent' ? 'text-faint' : 'text-dim'),
      )}
    >
      {node.look === 'section' ? <Icon size={14} aria-hidden className="shrink-0" /> : null}
      {open !== undefined && node.look !== 'section' ? (
        <Chevron
          size={14}
          aria-hidden
          className="-ml-1 shrink-0 rounded-[3px] hover:bg-line"
          onClick={(event) => {
            event.stopPropagation()
            onFold(node.key, open)
          }}
        />
      ) : null}
      <span className="min-w-0 truncate">
        {node.prefix ? <span className="text-faint">{node.prefix} </span> : null}
        <span
          className={clsx(
            node.look === 'code' && 'font-mono text-sm',
            node.look === 'code' && !selected && 'font-medium text-text',
          )}
        >
          {node.label}
        </span>
      </span>
      <span className="ml-auto flex shrink-0 items-center gap-2 pl-1 font-normal text-faint text-xs">
        {node.hint}
        {tone ? <Dot tone={tone} label={tone === 'red' ? 'has errors' : 'has warnings'} /> : null}
      </span>
    </div>
  )
})
