'use client'

import { lazily } from '@/components/ui/lazily'
import type { CodeEditorProps } from './code-editor'
import type { DiffEditorProps } from './diff-editor'

export type { Assist } from './assist'
export type { CodeEditorProps, Marker } from './code-editor'
export type { DiffEditorProps } from './diff-editor'

const loading = (
  <div role="status" className="p-4 text-faint">
    Loading the editor…
  </div>
)

/** The code editor, loaded when it is first shown: Monaco is ten times the rest of the page. */
export const CodeEditor = lazily<CodeEditorProps>(
  'The editor',
  () => import('./code-editor').then((module) => module.CodeEditor),
  { loading, whenIdle: false },
)

/** Two states of a file side by side, loaded when first shown. */
export const DiffEditor = lazily<DiffEditorProps>(
  'The editor',
  () => import('./diff-editor').then((module) => module.DiffEditor),
  { loading, whenIdle: false },
)
