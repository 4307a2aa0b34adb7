import { displayPath, type Path } from '@/lib/promise/path'
import { withoutBlankEnd } from '../blank-end'
import { reindent } from '../carry'
import type { YamlDocument } from '../document'
import { locate } from '../locate'
import { renderFlow } from '../print-yaml'
import { columnOf } from '../text'
import { YamlSource } from '../yaml-source'
import { insertBlock, insertFlow } from './add'
import { type Edited, edited, refused, subjectOf } from './edited'
import { guarded } from './guard'
import { isVacant, setValue } from './set-value'

/**
 * Adds an item, given as a text of its own at the left edge, to the list at `listPath`, which is made
 * when absent: in its own words, comments above it included, but in a list of flow style in one line.
 */
export function pasteItem(
  doc: YamlDocument,
  listPath: Path,
  index: number,
  source: string,
): Edited {
  return guarded(doc, [...listPath, index], (here, path) => {
    const subject = subjectOf(here)
    const parent = path.slice(0, -1)
    const spot = locate(subject.root, parent)
    const text = listText(source)
    if (!spot || isVacant(spot.node, 0)) return setValue(here, parent, new YamlSource(text))
    const { node } = spot
    const name = displayPath(parent) || 'The document'
    if (node.kind !== 'seq') return refused(`${name} is not a list.`)
    if (index > node.items.length) return refused(`${name} has only ${node.items.length} items.`)
    if (node.flow) {
      const body = renderFlow(new YamlSource(source), subject.style)
      return edited(insertFlow(subject, node, index, body))
    }
    const column = columnOf(subject.text, node.from)
    const body = reindent(text.replace(/\n$/, ''), column, 0, subject.style.lineEnd)
    return edited(...insertBlock(subject, spot, index, body))
  })
}

/** The item as a list of one, its comments above the dash. */
function listText(source: string): string {
  const lines = withoutBlankEnd(source.replace(/\r\n/g, '\n')).replace(/\n$/, '').split('\n')
  const start = lines.findIndex((line) => line.trim() !== '' && !line.startsWith('#'))
  const head = lines.slice(0, start).filter((line) => line.trim() !== '')
  const body = lines
    .slice(start)
    .map((line, i) => (line === '' ? '' : `${i > 0 ? '  ' : '- '}${line}`))
  return `${[...head, ...body].join('\n')}\n`
}
