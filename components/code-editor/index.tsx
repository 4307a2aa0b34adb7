'use client'

import dynamic from 'next/dynamic'
import type { CodeEditorProps } from './code-editor'

export type { CodeEditorProps, Marker } from './code-editor'

/** The code editor, loaded when it is first shown: Monaco is ten times the rest of the page. */
export const CodeEditor = dynamic<CodeEditorProps>(
  () => import('./code-editor').then((module) => module.CodeEditor),
  {
    ssr: false,
    loading: () => (
      <div role="status" className="p-4 text-faint">
        Loading the editor…
      </div>
    ),
  },
)
