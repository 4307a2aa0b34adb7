import type { Problem } from '@/lib/store/analysis'

export interface ProblemTally {
  readonly errors: number
  readonly warnings: number
  /** "1 error, 2 warnings". */
  readonly words: string
}

export function countProblems(problems: readonly Problem[]): ProblemTally {
  const count = (wanted: Problem['severity']) =>
    problems.filter(({ severity }) => severity === wanted).length
  const words = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const errors = count('error')
  const warnings = count('warning')
  return { errors, warnings, words: `${words(errors, 'error')}, ${words(warnings, 'warning')}` }
}
