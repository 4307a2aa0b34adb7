import { Link2 } from 'lucide-react'

export interface FollowAgainProps {
  readonly label: string
  readonly onFollow: () => void
}

/** Gives up a value of its own: it follows what it is made of again. */
export function FollowAgain({ label, onFollow }: FollowAgainProps) {
  return (
    <button
      type="button"
      onClick={onFollow}
      className="inline-flex items-center gap-1 rounded-sm text-accent-text text-sm hover:underline"
    >
      <Link2 size={12} aria-hidden /> {label}
    </button>
  )
}
