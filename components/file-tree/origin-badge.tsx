import { Badge } from '@/components/ui/badge'
import { Tooltip } from '@/components/ui/tooltip'
import type { Origin } from '@/lib/build/types'

const MEANING: Record<Origin, string> = {
  authored: 'Yours: never replaced by the generator',
  generated: 'Generated: follows the design until you edit it',
  edited: 'Generated, then edited by you: your text is kept',
}

const BEHIND = 'Edited by you; what is generated for it has changed since'

export interface OriginBadgeProps {
  readonly origin: Origin
  /** What is generated for an edited file has changed since. */
  readonly behind?: boolean
  /** Says nothing of authored files and less of the others: for long lists. */
  readonly quiet?: boolean
}

/** Whose a file is. */
export function OriginBadge({
  origin,
  behind = false,
  quiet = false,
}: OriginBadgeProps): React.ReactElement | null {
  if (quiet) {
    if (origin === 'authored') return null
    return (
      <span className={origin === 'edited' ? 'text-amber text-xs' : 'text-faint text-xs'}>
        {behind ? 'update' : origin}
      </span>
    )
  }
  return (
    <Tooltip label={behind ? BEHIND : MEANING[origin]}>
      <span>
        <Badge tone={origin === 'edited' ? 'amber' : 'neutral'}>
          {behind ? 'update waits' : origin}
        </Badge>
      </span>
    </Tooltip>
  )
}
