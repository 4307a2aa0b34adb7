'use client'

import { useEffect, useRef } from 'react'
import { useToast } from '@/components/ui/toast'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'

/** Notes are told once no more come or go for this long (milliseconds). */
const REST = 800

/** Tells what a change brought along beyond what it was asked for: merged files, new notes. */
export function FollowToast() {
  const store = useDesignerStore()
  const shell = useShell()
  const toast = useToast()
  const followed = useDesigner((state) => state.followed)
  const notes = useDesigner((state) => state.notes)
  // What was told already: an effect runs again when the window changes, too.
  const told = useRef(followed)
  const last = useRef(0)

  useEffect(() => {
    const [path] = followed?.paths ?? []
    if (!followed || path === undefined || told.current === followed) return
    told.current = followed
    const name = path.slice(path.lastIndexOf('/') + 1)
    const files = followed.paths.length
    toast({
      text:
        files === 1
          ? `${name}, which you edited, follows the change.`
          : `${files} files that you edited follow the change.`,
      action: {
        label: 'Show',
        run: () => {
          store.getState().open(path)
          shell.show('files')
        },
      },
    })
  }, [followed, store, shell, toast])

  useEffect(() => {
    // Files that follow by a merge take some of the notes away: what is left is told.
    const timer = setTimeout(() => {
      const fresh = notes.filter(({ id }) => id > last.current).length
      last.current = Math.max(last.current, ...notes.map(({ id }) => id))
      if (fresh === 0) return
      toast({
        text:
          fresh === 1
            ? 'A file of your own still holds the old name.'
            : `Your own files still hold the old name in ${fresh} places.`,
        action: { label: 'Show', run: () => shell.show('problems') },
      })
    }, REST)
    return () => clearTimeout(timer)
  }, [notes, shell, toast])
  return null
}
