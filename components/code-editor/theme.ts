import { monaco } from './monaco'

/** Defines Monaco's theme from the colour tokens of the page as they are now, and uses it. */
export function applyTheme(dark: boolean): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string): string => hex(style.getPropertyValue(`--${name}`))
  const rule = (name: string, colour: string) => ({
    token: name,
    foreground: token(colour).slice(1),
  })
  const name = dark ? 'promise-designer-dark' : 'promise-designer-light'
  // As strong as the text upon it can bear: a changed line carries both.
  const tint = dark ? { line: '1a', words: '33' } : { line: '0b', words: '0f' }
  monaco.editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      rule('', 'text'),
      rule('type', 'key'),
      rule('tag', 'key'),
      rule('keyword', 'key'),
      rule('string', 'str'),
      rule('number', 'num'),
      rule('constant', 'num'),
      rule('comment', 'com'),
      rule('attribute.name', 'key'),
      rule('inserted', 'green'),
      rule('removed', 'red'),
      // The base theme has rules of its own for YAML, which win over the general ones.
      rule('string.yaml', 'str'),
      rule('number.yaml', 'num'),
      rule('keyword.yaml', 'num'),
      rule('type.yaml', 'key'),
    ],
    colors: {
      'editor.background': token('code'),
      'editor.foreground': token('text'),
      'editorGutter.background': token('code'),
      'editorLineNumber.foreground': token('faint'),
      'editorLineNumber.activeForeground': token('dim'),
      'editorLineNumber.dimmedForeground': token('faint'),
      'editor.lineHighlightBackground': token('code'),
      'editor.selectionBackground': token('accent-line'),
      'editorIndentGuide.background1': token('line'),
      'editorIndentGuide.activeBackground1': token('line2'),
      'editorCursor.foreground': token('accent'),
      'editorWidget.background': token('raised'),
      'editorWidget.border': token('line2'),
      'editorSuggestWidget.background': token('raised'),
      'editorSuggestWidget.border': token('line2'),
      'editorSuggestWidget.foreground': token('text'),
      'editorSuggestWidget.highlightForeground': token('accent-text'),
      'editorSuggestWidget.focusHighlightForeground': token('accent-text'),
      'editorSuggestWidget.selectedBackground': token('accent-bg'),
      'editorSuggestWidget.selectedForeground': token('text'),
      'editorHoverWidget.background': token('raised'),
      'editorHoverWidget.border': token('line2'),
      'editorHoverWidget.foreground': token('text'),
      'list.hoverBackground': token('hover'),
      descriptionForeground: token('dim'),
      'symbolIcon.propertyForeground': token('key'),
      'symbolIcon.enumeratorMemberForeground': token('num'),
      'editorError.foreground': token('red'),
      'editorWarning.foreground': token('amber'),
      focusBorder: token('accent'),
      'input.background': token('raised'),
      'scrollbar.shadow': token('code'),
      'diffEditor.insertedLineBackground': token('green') + tint.line,
      'diffEditor.insertedTextBackground': token('green') + tint.words,
      'diffEditor.removedLineBackground': token('red') + tint.line,
      'diffEditor.removedTextBackground': token('red') + tint.words,
      'diffEditor.border': token('line'),
      'diffEditor.diagonalFill': token('line'),
      'diffEditor.unchangedRegionBackground': token('panel'),
      'diffEditor.unchangedRegionForeground': token('dim'),
      'diffEditor.unchangedRegionShadow': '#00000000',
    },
  })
  monaco.editor.setTheme(name)
}

/** Any CSS colour as `#rrggbb`: Monaco reads nothing else, and wide-gamut screens get `color(…)`. */
function hex(colour: string): string {
  if (/^\s*#[0-9a-f]{6}\s*$/i.test(colour)) return colour.trim()
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 1
  const context = canvas.getContext('2d')
  if (!context) throw new Error('the browser offers no canvas to read a colour with')
  context.fillStyle = colour
  context.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data
  return `#${[r, g, b].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
