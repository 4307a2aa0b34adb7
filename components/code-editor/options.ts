import type { monaco } from './monaco'

/** How every editor of the page looks and behaves. */
export const editorLooks = {
  automaticLayout: true,
  fontFamily: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSize: 12,
  lineHeight: 18,
  minimap: { enabled: false },
  scrollBeyondLastLine: false,
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  overviewRulerBorder: false,
  lineNumbersMinChars: 4,
  lineDecorationsWidth: 10,
  glyphMargin: false,
  guides: { indentation: true },
  padding: { top: 8, bottom: 8 },
  stickyScroll: { enabled: false },
  autoIndent: 'advanced',
  fixedOverflowWidgets: true,
  wordWrap: 'off',
  links: false,
  // Of our own making alone (see assist.ts): words of the text are no keys.
  quickSuggestions: { other: true, strings: true, comments: false },
  wordBasedSuggestions: 'off',
  acceptSuggestionOnEnter: 'smart',
  suggestOnTriggerCharacters: true,
  suggest: { showWords: false, showSnippets: false, preview: false, showStatusBar: false },
  accessibilitySupport: 'auto',
  scrollbar: { useShadows: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
  editContext: false, // the text area is what assistive tools and tests know
} satisfies monaco.editor.IEditorOptions & monaco.editor.IGlobalEditorOptions
