import { expect, test } from 'vitest'
import { addTemplate } from '@/lib/commands/add-template'
import { setDestinationSelectors } from '@/lib/commands/set-destination-selectors'
import { setTemplate } from '@/lib/commands/set-template'
import { setValueRow } from '@/lib/commands/set-value-row'
import { afterAll, RENDER, redis } from '@/lib/commands/testing'
import type { SelectorSettings } from '@/lib/promise/settings'
import { renderDestinations } from './render-destinations'
import { report } from './testing'

const said = (...selectors: readonly SelectorSettings[]) =>
  report(
    renderDestinations,
    afterAll(
      redis,
      addTemplate(RENDER, 'monitoring/board.yaml', 'kind: X\n'),
      setDestinationSelectors(RENDER, selectors),
    ),
  ).join('\n')

const labels = { environment: 'prod' }

test('labels for a folder and for the rest, with values in them, are fine', () => {
  expect(
    said({ matchLabels: { team: '${name}' } }, { directory: 'monitoring', matchLabels: labels }),
  ).toBe('')
})

test.each([
  ['two entries for one folder', [{ matchLabels: labels }, { directory: '', matchLabels: labels }]],
  [
    'two entries for one folder',
    [
      { directory: 'monitoring', matchLabels: labels },
      { directory: 'monitoring', matchLabels: labels },
    ],
  ],
  ['a folder in a folder', [{ directory: 'monitoring/x', matchLabels: labels }]],
  ['the folder itself', [{ directory: '.', matchLabels: labels }]],
  ['a folder without templates', [{ directory: 'elsewhere', matchLabels: labels }]],
  ['no labels', [{ matchLabels: {} }]],
  ['a key that is none', [{ matchLabels: { 'a b': 'x' } }]],
  ['a value that is none', [{ matchLabels: { a: 'x y' } }]],
  ['an unknown value', [{ matchLabels: { a: '${nobody}' } }]],
  ['a ${ that opens nothing', [{ matchLabels: { a: 'x${' } }]],
] as const)('refused: %s', (_, selectors) => {
  expect(said(...selectors)).toMatch(/^error /)
  expect(said(...selectors).split('\n')).toHaveLength(1)
})

test('a label holds a value that may be absent only where the templates ask for it', () => {
  const notes = { value: 'tls', present: true }
  const judge = (directory: string) =>
    report(
      renderDestinations,
      afterAll(
        redis,
        setValueRow(RENDER, 'tls', { from: 'spec.tls.enabled' }),
        addTemplate(RENDER, 'monitoring/board.yaml', 'kind: X\n'),
        setTemplate(RENDER, 'monitoring/board.yaml', { onlyWhen: notes }),
        setDestinationSelectors(RENDER, [{ directory, matchLabels: { tls: '${tls}' } }]),
      ),
    ).join()
  expect(judge('monitoring')).toBe('')
  expect(judge('')).toContain('${tls} may be absent')
})
