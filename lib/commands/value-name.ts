import { isValueName } from '@/lib/render/types'

/** Why templates cannot name a value so, or `undefined` when they can. */
export function valueNameProblem(name: string): string | undefined {
  if (name === '') return 'A value needs a name.'
  if (name === '__proto__' || !isValueName(name)) {
    return `${JSON.stringify(name)} cannot name a value: use letters, digits, "-" and "_", and begin with a letter.`
  }
  return undefined
}
