import type { AccessPort } from './access'

/** Locks and channels as browsers have them, among the tabs of one test. */
export function browser(): { tab(): AccessPort & { freeze(): void } } {
  type Waiting = { grant(): void }
  let held: { end(): void; steal(): void } | undefined
  const queue: Waiting[] = []
  const channels = new Set<{ onmessage: ((event: MessageEvent) => unknown) | null }>()
  const next = (): void => queue.shift()?.grant()

  const request = async (
    _name: string,
    options: LockOptions,
    hold: (lock: Lock | null) => unknown,
  ): Promise<unknown> => {
    if (options.ifAvailable && held) return hold(null)
    if (options.steal) held?.steal()
    else if (held) {
      await new Promise<void>((resolve, reject) => {
        const waiting = { grant: resolve }
        queue.push(waiting)
        options.signal?.addEventListener('abort', () => {
          queue.splice(queue.indexOf(waiting), 1)
          reject(new DOMException('ended', 'AbortError'))
        })
      })
    }
    return new Promise((resolve, reject) => {
      const mine = {
        end: () => {
          if (held === mine) held = undefined
          resolve(undefined)
          if (!held) next()
        },
        steal: () => reject(new DOMException('stolen', 'AbortError')),
      }
      held = mine
      void Promise.resolve(hold({ name: _name, mode: 'exclusive' })).then(mine.end)
    })
  }

  return {
    tab() {
      let frozen = false
      return {
        freeze: () => {
          frozen = true
        },
        locks: { request: request as LockManager['request'] },
        channel: () => {
          const own = {
            onmessage: null as ((event: MessageEvent) => unknown) | null,
            postMessage(message: unknown) {
              for (const other of channels) {
                if (other !== own) {
                  queueMicrotask(() => other.onmessage?.({ data: message } as MessageEvent))
                }
              }
            },
            close: () => channels.delete(own),
          }
          const heard = {
            get onmessage() {
              return frozen ? null : own.onmessage
            },
          }
          channels.add(heard)
          return Object.assign(own, { close: () => channels.delete(heard) })
        },
      }
    },
  }
}
