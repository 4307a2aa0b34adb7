import { useEffect, useState } from 'react'
import type { Build } from '@/lib/build/types'
import { zipInSteps } from '@/lib/bundle/zip'

export interface Zip {
  /** From 0 to 1. */
  readonly progress: number
  /** The finished zip. */
  readonly bytes: Uint8Array | undefined
}

/** Makes the zip of `build` in slices, so that the page stays smooth; starts anew when it changes. */
export function useZip(build: Build | undefined, root: string): Zip {
  const [zip, setZip] = useState<Zip>({ progress: 0, bytes: undefined })
  useEffect(() => {
    setZip({ progress: 0, bytes: undefined })
    if (!build) return
    const steps = zipInSteps(build.files.values(), root)
    let timer = setTimeout(function next() {
      const step = steps.next()
      if (step.done) setZip({ progress: 1, bytes: step.value })
      else {
        setZip({ progress: step.value.done / Math.max(1, step.value.total), bytes: undefined })
        timer = setTimeout(next, 0)
      }
    }, 0)
    return () => clearTimeout(timer)
  }, [build, root])
  return zip
}
