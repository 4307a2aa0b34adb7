import type { Diagnostic } from '@/lib/diagnostics/diagnostic'
import type { Build } from './types'

/** Code of what `build` says while the Promise cannot be read. */
export const UNREADABLE = 'build-unreadable'

/**
 * Why `build` holds the authored files alone although there are to be more: such a build must not
 * be handed over as the repository, since what is missing in it would be taken for removed.
 */
export function unreadableIn({ diagnostics }: Build): Diagnostic | undefined {
  return diagnostics.find(({ code }) => code === UNREADABLE)
}
