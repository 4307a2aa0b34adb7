type Listener = (...given: unknown[]) => unknown

/** As much of `node:events` as programs of a few lines have use for. */
export class EventEmitter {
  readonly #listeners = new Map<unknown, Listener[]>()

  on(event: unknown, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }
  addListener(event: unknown, listener: Listener): this {
    return this.on(event, listener)
  }
  once(event: unknown, listener: Listener): this {
    const once = (...given: unknown[]) => {
      this.off(event, once)
      return listener.apply(this, given)
    }
    return this.on(event, once)
  }
  off(event: unknown, listener: Listener): this {
    const all = this.#listeners.get(event) ?? []
    this.#listeners.set(
      event,
      all.filter((one) => one !== listener),
    )
    return this
  }
  removeListener(event: unknown, listener: Listener): this {
    return this.off(event, listener)
  }
  removeAllListeners(event?: unknown): this {
    if (event === undefined) this.#listeners.clear()
    else this.#listeners.delete(event)
    return this
  }
  listenerCount(event: unknown): number {
    return this.#listeners.get(event)?.length ?? 0
  }
  /** @throws what is given with `error` when nobody listens for it. */
  emit(event: unknown, ...given: unknown[]): boolean {
    const all = this.#listeners.get(event) ?? []
    if (all.length === 0 && event === 'error') throw given[0]
    for (const listener of all) listener.apply(this, given)
    return all.length > 0
  }
}
