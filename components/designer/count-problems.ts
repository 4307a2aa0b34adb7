import type { Problem } from '@/lib/store/analysis'

export interface ProblemTally {
  readonly errors: number
  readonly warnings: number
  /** "1 error, 2 warnings". */
  readonly words: string
}

/** "1 error", "2 errors". */
export const plural = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`

export function countProblems(problems: readonly Problem[]): ProblemTally {
  const count = (wanted: Problem['severity']) =>
    problems.filter(({ severity }) => severity === wanted).length
  const errors = count('error')
  const warnings = count('warning')
  return { errors, warnings, words: `${plural(errors, 'error')}, ${plural(warnings, 'warning')}` }
}
