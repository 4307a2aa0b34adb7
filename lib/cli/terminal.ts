/** What the command touches of its process. */
export interface Terminal {
  /** Paths on the command line count from here. */
  readonly cwd: string
  readonly version: string
  readonly stdin: AsyncIterable<Uint8Array>
  out(text: string): void
  err(text: string): void
}
