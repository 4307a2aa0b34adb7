'use client'

import { FileWarning } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { fetchWhenIdle } from '@/components/ui/code'
import { EmptyState } from '@/components/ui/empty-state'
import { emptyReading } from '@/lib/store/reading'
import { RegionBoundary } from './region-boundary'
import { FORMS } from './section-forms'
import { useDesigner, useReadOnly } from './use-designer'
import { usePlaceFocus } from './use-place-focus'

/** Never say of a Promise that could not be read what it lacks. */
function Unread() {
  return (
    <EmptyState icon={<FileWarning size={20} aria-hidden />}>
      promise.yaml has not been readable yet, so its forms are empty. Mend its text in the files;
      nothing is lost meanwhile.
    </EmptyState>
  )
}

/** The form of the selected section; readable but still while it cannot be changed. */
export function SectionView({ onRescue }: { readonly onRescue: () => void }) {
  const section = useDesigner((state) => state.section)
  const stale = useDesigner((state) => state.reading.stale)
  const blank = useDesigner((state) => state.reading.view === emptyReading.view)
  const readOnly = useReadOnly()
  const form = useRef<HTMLFieldSetElement>(null)
  usePlaceFocus(form)
  const Form = FORMS[section]
  useEffect(() => {
    // After the first form has come and what follows from the first reading is shown.
    let later: ReturnType<typeof setTimeout> | undefined
    const begin = () => {
      later ??= setTimeout(fetchWhenIdle, 500)
    }
    Form.get().then(begin, begin)
    return () => clearTimeout(later)
  }, [Form])
  return (
    <RegionBoundary region="The form" onDownload={onRescue} resetKey={section}>
      {/* Disabled as a whole: an edit of an old state would go astray in the broken text, and
          one beside another tab would be lost. */}
      <fieldset
        ref={form}
        disabled={readOnly}
        className={`min-w-0 max-w-[1120px] px-4 py-4 transition-opacity pane:px-6 pane:py-[18px] ${stale ? 'opacity-60' : ''}`}
      >
        {stale && blank ? <Unread /> : <Form />}
      </fieldset>
    </RegionBoundary>
  )
}
