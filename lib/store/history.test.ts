import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileContent, type Files } from '@/lib/promise/files'
import { emptyHistory, type History, type HistoryEntry, record, redone, undone } from './history'

const files = (text: string): Files => new Map([['promise.yaml', FileContent.fromText(text)]])
const place = { file: 'promise.yaml', path: [] }

function entry(before: Files, after: Files, time: number, group?: string): HistoryEntry {
  return {
    label: 'Type',
    group,
    before,
    after,
    place,
    section: 'overview',
    notes: { before: [], after: [] },
    time,
  }
}

describe('history', () => {
  const [a, b, c] = [files('a'), files('b'), files('c')]

  it('undoes a word that was typed without a pause in one step', () => {
    const history = record(record(emptyHistory, entry(a, b, 0, 'name')), entry(b, c, 900, 'name'))
    expect(undone(history)?.entry.before).toBe(a)
    expect(history.past).toHaveLength(1)
  })

  it('keeps steps apart that a second lies between', () => {
    const history = record(record(emptyHistory, entry(a, b, 0, 'name')), entry(b, c, 1_001, 'name'))
    expect(undone(history)?.entry.before).toBe(b)
  })

  it('keeps steps of different fields and steps without a group apart', () => {
    const fields = record(record(emptyHistory, entry(a, b, 0, 'name')), entry(b, c, 1, 'kind'))
    const clicks = record(record(emptyHistory, entry(a, b, 0)), entry(b, c, 1))
    expect([fields.past.length, clicks.past.length]).toEqual([2, 2])
  })

  it('does not join typing after an undo to what was typed before it', () => {
    const typed = record(record(emptyHistory, entry(a, b, 0, 'name')), entry(b, c, 2_000, 'name'))
    const back = undone(typed)?.history ?? emptyHistory
    expect(record(back, entry(b, a, 2_001, 'name')).past).toHaveLength(2)
  })

  it('forgets what could be redone when something new is done', () => {
    const back = undone(record(emptyHistory, entry(a, b, 0)))?.history ?? emptyHistory
    expect(redone(record(back, entry(a, c, 1)))).toBeUndefined()
  })

  it('comes back to the start and to the end whatever was done', () => {
    const step = fc.record({
      text: fc.string(),
      pause: fc.integer({ min: 0, max: 3_000 }),
      group: fc.option(fc.constantFrom('name', 'kind'), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let [history, here, time]: [History, Files, number] = [emptyHistory, a, 0]
        for (const { text, pause, group } of steps) {
          const next = files(text)
          time += pause
          history = record(history, entry(here, next, time, group))
          here = next
        }
        const end = here
        for (let back = undone(history); back; back = undone(history)) {
          expect(back.entry.after).toBe(here)
          ;[history, here] = [back.history, back.entry.before]
        }
        expect(here).toBe(a)
        for (let on = redone(history); on; on = redone(history)) {
          expect(on.entry.before).toBe(here)
          ;[history, here] = [on.history, on.entry.after]
        }
        expect(here).toBe(end)
      }),
    )
  })
})
