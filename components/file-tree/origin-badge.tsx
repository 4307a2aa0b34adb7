import { Badge } from '@/components/ui/badge'
import { Tooltip } from '@/components/ui/tooltip'
import type { Origin } from '@/lib/build/types'

const MEANING: Record<Origin, string> = {
  authored: 'Yours: never replaced by the generator',
  generated: 'Generated: follows the design until you edit it',
  edited: 'Generated, then edited by you: your text is kept',
}

export interface OriginBadgeProps {
  readonly origin: Origin
  /** Says nothing of authored files and less of the others: for long lists. */
  readonly quiet?: boolean
}

/** Whose a file is. */
export function OriginBadge({
  origin,
  quiet = false,
}: OriginBadgeProps): React.ReactElement | null {
  if (quiet) {
    if (origin === 'authored') return null
    return (
      <span className={origin === 'edited' ? 'text-amber text-xs' : 'text-faint text-xs'}>
        {origin}
      </span>
    )
  }
  return (
    <Tooltip label={MEANING[origin]}>
      <span>
        <Badge tone={origin === 'edited' ? 'amber' : 'neutral'}>{origin}</Badge>
      </span>
    </Tooltip>
  )
}
