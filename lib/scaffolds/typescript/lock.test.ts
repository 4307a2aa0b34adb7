import { expect, test } from 'vitest'
import app from '@/package.json'
import { TOOLS } from '../pins'
import python from '../python/lock.json'
import lock from './lock.json'

test('the locked set is complete, runs anywhere and names no place to download from', () => {
  const { '': root, ...packages } = lock.packages
  expect(root.dependencies).toEqual({ yaml: TOOLS.yaml })
  expect(root.devDependencies).toEqual({
    '@types/node': TOOLS.nodeTypes,
    typescript: TOOLS.typescript,
  })
  expect(app.dependencies.yaml).toBe(TOOLS.yaml)
  for (const [path, entry] of Object.entries(packages)) {
    expect(entry.integrity, path).toMatch(/^sha512-/)
    // A package for one platform only would be missing from the lock of another.
    for (const key of ['resolved', 'os', 'cpu', 'optional', 'optionalDependencies']) {
      expect(Object.hasOwn(entry, key), `${path} ${key}`).toBe(false)
    }
  }
})

test('every Python package has one version and hashes', () => {
  const packages = python.join('\n').split(/\n(?! )/)
  for (const text of packages) {
    expect(text).toMatch(/^[a-z0-9-]+==[0-9.]+ \\(\n {4}--hash=sha256:[0-9a-f]{64}( \\)?)+$/)
  }
  expect(packages.map((text) => text.split(' ')[0])).toContain(`kratix-sdk==${TOOLS.kratixPython}`)
})
