import { expect, test } from 'vitest'
import { EACH, renameInCel } from './rename'

test('a property is renamed where a rule reads it, and nowhere else', () => {
  const rename = (rule: string) => renameInCel(rule, ['db', 'size'], 'replicas')
  expect(rename('self.db.size > 1 && self.size != "self.db.size"')).toBe(
    'self.db.replicas > 1 && self.size != "self.db.size"',
  )
  expect(rename('has(self.db.size) ? self.db.?size.orValue(1) == oldSelf.db.size : true')).toBe(
    'has(self.db.replicas) ? self.db.?replicas.orValue(1) == oldSelf.db.replicas : true',
  )
  expect(rename('self.db.size() == 2 && size(self.db) > 1')).toBe(
    'self.db.size() == 2 && size(self.db) > 1',
  )
  expect(rename('self.db . // self.db.size\n size == 1')).toBe(
    'self.db . // self.db.size\n replicas == 1',
  )
  expect(rename('self.?db.?size.hasValue()')).toBe('self.?db.?replicas.hasValue()')
  expect(rename('self.?db.optMap(d, d.size > 1).orValue(true)')).toBe(
    'self.?db.optMap(d, d.replicas > 1).orValue(true)',
  )
})

test('items of lists and values of maps are followed into loops', () => {
  const rename = (rule: string) => renameInCel(rule, ['nodes', EACH, 'name'], 'host')
  for (const [rule, renamed] of [
    ['self.nodes.all(n, n.name != "")', 'self.nodes.all(n, n.host != "")'],
    ['self.nodes[0].name == "a"', 'self.nodes[0].host == "a"'],
    [
      'self.nodes.filter(n, n.name != "").map(n, n.name).size() > 1',
      'self.nodes.filter(n, n.host != "").map(n, n.host).size() > 1',
    ],
    [
      'self.nodes.filter(n, true).exists(m, m.name == self.name)',
      'self.nodes.filter(n, true).exists(m, m.host == self.name)',
    ],
    ['self.nodes.all(i, n, n.name != "")', 'self.nodes.all(i, n, n.host != "")'],
    [
      'self.nodes.map(n, [n]).all(l, l[0].name != "")',
      'self.nodes.map(n, [n]).all(l, l[0].host != "")',
    ],
    ['self.others.all(n, n.name != "")', 'self.others.all(n, n.name != "")'],
  ]) {
    expect(rename(rule as string)).toBe(renamed)
  }
})

test('names are escaped as the cluster has them', () => {
  expect(renameInCel('self.a__dash__b == 1', ['a-b'], 'if')).toBe('self.__if__ == 1')
  expect(renameInCel('self.a == 1', ['a'], 'x.y/z__')).toBe(
    'self.x__dot__y__slash__z__underscores__ == 1',
  )
  expect(renameInCel('self.a == 1', ['a'], 'two words')).toBeUndefined()
  expect(renameInCel('self.b == 1', ['a'], 'two words')).toBe('self.b == 1')
})

test('what is no CEL stays as it is', () => {
  expect(renameInCel('self.a ==', ['a'], 'b')).toBe('self.a ==')
  expect(renameInCel('', ['a'], 'b')).toBe('')
})
