/** The deepest nesting that forms and rules follow; the text below it is kept. */
export const MAX_DEPTH = 40
