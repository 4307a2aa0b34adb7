'use client'

import dynamic from 'next/dynamic'
import type { CodeEditorProps } from './code-editor'
import type { DiffEditorProps } from './diff-editor'

export type { Assist } from './assist'
export type { CodeEditorProps, Marker } from './code-editor'
export type { DiffEditorProps } from './diff-editor'

const loading = () => (
  <div role="status" className="p-4 text-faint">
    Loading the editor…
  </div>
)

/** The code editor, loaded when it is first shown: Monaco is ten times the rest of the page. */
export const CodeEditor = dynamic<CodeEditorProps>(
  () => import('./code-editor').then((module) => module.CodeEditor),
  { ssr: false, loading },
)

/** Two states of a file side by side, loaded when first shown. */
export const DiffEditor = dynamic<DiffEditorProps>(
  () => import('./diff-editor').then((module) => module.DiffEditor),
  { ssr: false, loading },
)
