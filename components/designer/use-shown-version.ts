'use client'

import { useState } from 'react'
import { PROMISE_FILE } from '@/lib/promise/files'
import { isWithin } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { type ApiVersionView, type ApiView, storageVersion } from '@/lib/promise/view'
import { useDesigner } from './use-designer'

const VERSIONS = [...API, 'spec', 'versions']

/**
 * The version that a tab of the API shows: the one in which the selected place lies, else the one chosen last,
 * else the stored one. `undefined` for an API without versions.
 */
export function useShownVersion(
  api: ApiView | undefined,
): readonly [ApiVersionView | undefined, (index: number) => void] {
  const place = useDesigner((state) => state.place)
  const selections = useDesigner((state) => state.selections)
  const [chosen, setChosen] = useState<{ index: number; at: number }>()
  const step = place.path[VERSIONS.length]
  const selected =
    place.file === PROMISE_FILE && isWithin(place.path, VERSIONS) && typeof step === 'number'
      ? step
      : undefined
  // What is selected after the choice wins over it.
  const latest = chosen && (chosen.at === selections || selected === undefined)
  const index = latest ? chosen.index : (selected ?? chosen?.index)
  const version = index === undefined ? undefined : api?.versions[index]
  const stored = api && storageVersion(api)
  return [version ?? stored, (next) => setChosen({ index: next, at: selections })]
}
