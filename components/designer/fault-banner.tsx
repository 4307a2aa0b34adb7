'use client'

import { Banner } from '@/components/ui/banner'
import { useDesigner } from './use-designer'

/** The checks themselves failed: a fault of ours that must not look like "no problems". */
export function FaultBanner() {
  const fault = useDesigner((state) => state.fault)
  if (fault === undefined) return null
  return (
    <Banner tone="warning" className="mx-4 mt-3 pane:mx-6">
      The checks could not run, so the problem list is not up to date. Your files are safe. ({fault}
      )
    </Banner>
  )
}
