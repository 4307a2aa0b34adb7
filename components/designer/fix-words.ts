import type { FixOutcome } from '@/lib/store/fix-each'
import { plural } from './count-problems'

/**
 * What became of the wish to mend problems, as a sentence; `undefined` where it is told already.
 * @param all true when all were to be mended, not one that the user sees go
 */
export function fixWords(outcome: FixOutcome, all: boolean): string | undefined {
  switch (outcome.kind) {
    case 'fixed':
      return all ? `Fixed ${plural(outcome.count, 'problem')}` : undefined
    case 'changed':
      return 'Nothing was fixed: the design has changed meanwhile.'
    case 'gone':
      return all
        ? 'Nothing was fixed: what the fixes do is done already.'
        : 'This does not apply any more.'
    case 'refused':
      return outcome.reason === undefined ? undefined : `Nothing was fixed: ${outcome.reason}`
  }
}
