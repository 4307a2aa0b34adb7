export interface ParseQuestion {
  readonly text: string
}

/** The documents of a text of YAML or JSON as plain data, or why it has none. */
export interface ParseAnswer {
  readonly values: readonly unknown[]
  readonly problem: string | undefined
}

export interface Parse {
  readonly answer: Promise<ParseAnswer>
  /** Ends the work; the answer never comes. */
  readonly stop: () => void
}

/** Reads a text beside the page: that of an operator's CRD takes half a second. */
export function parseText(text: string): Parse {
  const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module' })
  const answer = new Promise<ParseAnswer>((resolve) => {
    const done = (given: ParseAnswer): void => {
      worker.terminate()
      resolve(given)
    }
    worker.addEventListener('message', (event: MessageEvent<ParseAnswer>) => done(event.data))
    worker.addEventListener('error', (event) =>
      done({ values: [], problem: event.message || 'The text could not be read.' }),
    )
    worker.postMessage({ text } satisfies ParseQuestion)
  })
  return { answer, stop: () => worker.terminate() }
}
