import type * as Monaco from 'monaco-editor/editor'

/** Patches, which Monaco does not know: what came, what went, where. */
export function registerDiff({ languages }: typeof Monaco): void {
  languages.register({ id: 'diff' })
  languages.setMonarchTokensProvider('diff', {
    tokenizer: {
      root: [
        [
          /^(diff|index|---|\+\+\+|old mode|new mode|new file|deleted file|GIT binary).*$/,
          'comment',
        ],
        [/^@@.*$/, 'keyword'],
        [/^\+.*$/, 'inserted'],
        [/^-.*$/, 'removed'],
        [/^.*$/, ''],
      ],
    },
  })
}
