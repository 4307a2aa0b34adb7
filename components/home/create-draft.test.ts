import { expect, it, vi } from 'vitest'
import { newPromise } from '@/lib/commands/create-promise'
import type { DraftStorage } from '@/lib/store/drafts'
import { memoryStorage } from '@/lib/store/memory-storage'
import { createDraft } from './create-draft'

const files = newPromise({
  name: 'redis',
  group: 'mygroup.org',
  kind: 'Redis',
  version: 'v1alpha1',
  registry: '',
})

it('a draft that is stored is opened, although the state as opened does not fit beside it', async () => {
  const storage: DraftStorage = {
    ...memoryStorage(),
    keep: async () => {
      throw new Error('The storage of this browser is full.')
    },
  }
  const onNotKept = vi.fn<(reason: string) => void>()
  const received = { name: 'redis.zip', files }
  const id = await createDraft(storage, files, { received, onNotKept })
  expect((await storage.list()).map((draft) => draft.id)).toEqual([id])
  expect(onNotKept).toHaveBeenCalledWith('The storage of this browser is full.')
})
