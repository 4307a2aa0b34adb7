import type { LanguageId } from '@/lib/promise/settings'
import { bash } from './bash'
import { go } from './go'
import { python } from './python'
import type { Language } from './scaffold'
import { typescript } from './typescript'

/** Every language that programs can be generated in: one folder, one line here. */
export const LANGUAGE_LIST: readonly Language[] = [go, typescript, python, bash]

/** The language of that name; `undefined` when it is not offered. */
export function languageOf(id: LanguageId): Language | undefined {
  return LANGUAGE_LIST.find((language) => language.id === id)
}
