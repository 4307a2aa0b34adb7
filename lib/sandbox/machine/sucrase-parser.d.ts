declare module 'sucrase/dist/parser' {
  /** Tokens of a text, with the places where each begins and ends. @throws Error with a place. */
  export function parse(
    input: string,
    isJSXEnabled: boolean,
    isTypeScriptEnabled: boolean,
    isFlowEnabled: boolean,
  ): { tokens: { start: number; end: number }[] }
}
