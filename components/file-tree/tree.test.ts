import { expect, it } from 'vitest'
import { treeOf } from './tree'

it('lists folders before files, each by name', () => {
  expect(treeOf(['promise.yaml', 'hack/kind-smoke.sh', 'Makefile'])).toEqual([
    {
      name: 'hack',
      path: 'hack',
      children: [{ name: 'kind-smoke.sh', path: 'hack/kind-smoke.sh', children: undefined }],
    },
    { name: 'Makefile', path: 'Makefile', children: undefined },
    { name: 'promise.yaml', path: 'promise.yaml', children: undefined },
  ])
})

it('joins a folder with the only folder in it', () => {
  const [node] = treeOf(['workflows/resource/configure/a.yaml'])
  expect(node).toMatchObject({
    name: 'workflows/resource/configure',
    path: 'workflows/resource/configure',
  })
})

it('keeps a folder apart that holds a file too', () => {
  const [node] = treeOf(['a/b/c.yaml', 'a/d.yaml'])
  expect(node?.children?.map((child) => child.name)).toEqual(['b', 'd.yaml'])
})

it('what is kept to merge with comes last', () => {
  const names = treeOf(['.promise-designer/base/Makefile', 'Makefile', 'workflows/a']).map(
    ({ name }) => name,
  )
  expect(names).toEqual(['workflows', 'Makefile', '.promise-designer/base'])
})
