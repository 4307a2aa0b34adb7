import type { ReadStores, Stores } from './database'

/** What Try it keeps of a draft, by its parts. */
export type Tryout = Readonly<Record<string, unknown>>

/** Every part of what is kept of the draft `id`: a list sorts behind each text. */
const partsOf = (id: string): IDBKeyRange => IDBKeyRange.bound([id], [id, []])

/** What Try it keeps of a draft; `undefined` when that is nothing. */
export async function tryoutOf(
  { tryouts }: Pick<ReadStores, 'tryouts'> | Pick<Stores, 'tryouts'>,
  id: string,
): Promise<Tryout | undefined> {
  const range = partsOf(id)
  const [keys, values] = [await tryouts.getAllKeys(range), await tryouts.getAll(range)]
  if (keys.length === 0) return undefined
  return Object.fromEntries(keys.map(([, part], i) => [part, values[i]]))
}

/** Stores these parts in place of those of the same names; one that is `undefined` goes. */
export async function putTryout({ tryouts }: Stores, id: string, parts: Tryout): Promise<void> {
  for (const [part, value] of Object.entries(parts)) {
    if (value === undefined) await tryouts.delete([id, part])
    else await tryouts.put(value, [id, part])
  }
}

/** Deletes all that Try it keeps of a draft. */
export async function removeTryout({ tryouts }: Stores, id: string): Promise<void> {
  await tryouts.delete(partsOf(id))
}
