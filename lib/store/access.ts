/** Who may change a draft: one tab owns it, the others watch what it saves. */
export type Role = 'owner' | 'watcher'

/** What tabs of one browser share: `navigator.locks` and `BroadcastChannel`, or a test's. */
export interface AccessPort {
  /**
   * Absent where the page is served without TLS, and refusing where site data is blocked: then
   * every tab owns, and saving checks alone.
   */
  readonly locks: Pick<LockManager, 'request'> | undefined
  readonly channel: (name: string) => Channel
}

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  postMessage(message: unknown): void
  close(): void
  onmessage: ((event: MessageEvent) => unknown) | null
}

/** What happens to a tab from outside. */
export interface AccessEvents {
  /** The role changed: the other tab was closed, or another one took over. */
  role(role: Role): void
  /**
   * Another tab asks to take over: stop changing and save what is not saved. When it rejects,
   * this tab keeps the draft, and `role('owner')` follows.
   */
  release(): Promise<void>
  /** The owner has saved. */
  saved(): void
}

export interface Access {
  readonly role: Role
  /** Tells watchers that the storage holds something new. */
  announce(): void
  /**
   * Makes this tab the owner: at once when the other hands over or does not answer. Gives the
   * reason when the other tab cannot save what it holds; with `anyway` it is not asked.
   */
  takeOver(anyway?: boolean): Promise<{ readonly refused: string } | undefined>
  /** Lets go of the draft. */
  close(): void
}

type Message =
  | { readonly kind: 'saved' }
  | { readonly kind: 'ask'; readonly by: string }
  | { readonly kind: 'answer'; readonly to: string; readonly refused?: string }

/** A tab that does not answer for so long is frozen or gone (milliseconds). */
const PATIENCE = 2_000

/** Asks for the draft `id`; resolves when it is known whether this tab owns or watches it. */
export async function openAccess(
  id: string,
  port: AccessPort,
  events: AccessEvents,
): Promise<Access> {
  const name = `promise-designer:draft:${id}`
  const me = Array.from(crypto.getRandomValues(new Uint8Array(8))).join('.')
  const channel = port.channel(name)
  const { locks } = port
  let role: Role = 'owner'
  let closed = false
  let letGo: (() => void) | undefined
  let queue: AbortController | undefined
  let answered: ((answer: Extract<Message, { kind: 'answer' }>) => void) | undefined
  const say = (message: Message): void => channel.postMessage(message)

  /** Asks for the lock; true once nobody else has it. It is held until `letGo`, or until it is stolen. */
  const request = (options: LockOptions): Promise<boolean> =>
    new Promise((resolve) => {
      let held = false
      const hold = (lock: Lock | null): Promise<void> | undefined => {
        held = lock !== null
        resolve(held)
        if (!held) return undefined
        return new Promise((done) => {
          letGo = done
        })
      }
      locks?.request(name, options, hold).catch((error: unknown) => {
        const ended = error instanceof DOMException && error.name === 'AbortError'
        // Refused altogether, as where site data is blocked: that is as good as having no locks.
        // Else it was stolen from us while we held it, or our waiting was ended.
        resolve(!ended)
        if (ended && held && !closed) watch()
      })
    })

  const own = (): void => {
    queue = undefined
    if (closed) {
      letGo?.()
      return
    }
    role = 'owner'
    events.role(role)
  }
  const wait = (): void => {
    queue = new AbortController()
    void request({ signal: queue.signal }).then((granted) => {
      if (granted) own()
    })
  }
  const watch = (): void => {
    role = 'watcher'
    events.role(role)
    wait()
  }
  const answer = async (to: string): Promise<void> => {
    try {
      await events.release()
    } catch (error) {
      say({ kind: 'answer', to, refused: error instanceof Error ? error.message : String(error) })
      events.role(role)
      return
    }
    say({ kind: 'answer', to })
    // Whoever asked takes the lock now; if it is gone meanwhile, we go on.
    setTimeout(() => {
      if (role === 'owner' && !closed) events.role(role)
    }, PATIENCE)
  }

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'saved') events.saved()
    else if (data.kind === 'ask' && role === 'owner' && locks) void answer(data.by)
    else if (data.kind === 'answer' && data.to === me) answered?.(data)
  }
  if (locks && !(await request({ ifAvailable: true }))) {
    role = 'watcher'
    wait()
  }

  return {
    get role() {
      return role
    },
    announce: () => say({ kind: 'saved' }),
    async takeOver(anyway = false) {
      if (role === 'owner') return undefined
      if (!anyway) {
        const asked = new Promise<Extract<Message, { kind: 'answer' }> | undefined>((resolve) => {
          answered = resolve
          setTimeout(resolve, PATIENCE, undefined)
        })
        say({ kind: 'ask', by: me })
        const refused = (await asked)?.refused
        if (refused !== undefined) return { refused }
      }
      if (closed || (role as Role) === 'owner') return undefined // it was closed meanwhile
      queue?.abort()
      if (await request({ steal: true })) own()
      return undefined
    },
    close() {
      closed = true
      queue?.abort()
      letGo?.()
      channel.close()
    },
  }
}

/** The locks and channels of this browser. */
export function browserAccess(): AccessPort {
  return {
    locks: globalThis.navigator?.locks,
    channel: (name) => new BroadcastChannel(name),
  }
}
