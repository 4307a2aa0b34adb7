import type { Rule } from './rule'

/** Every rule; `index.test.ts` compares this list with the folder. */
export const RULES: readonly Rule[] = []
