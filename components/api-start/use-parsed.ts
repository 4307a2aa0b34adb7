import { useEffect, useState } from 'react'
import { type ParseAnswer, parseText } from './parse-text'

export interface Parsed extends ParseAnswer {
  /** A text is being read; what stands here is that of the text before. */
  readonly pending: boolean
}

const NOTHING: ParseAnswer = { values: [], problem: undefined }

/** The documents of a text that is typed, pasted or opened. Reading what is out of date ends. */
export function useParsed(text: string): Parsed {
  const [read, setRead] = useState<ParseAnswer & { readonly of: string }>({ ...NOTHING, of: '' })
  const empty = text.trim() === ''
  useEffect(() => {
    if (empty) return
    let stop: () => void = () => undefined
    const later = setTimeout(() => {
      const parse = parseText(text)
      stop = parse.stop
      void parse.answer.then((answer) => setRead({ ...answer, of: text }))
    }, 150)
    return () => {
      clearTimeout(later)
      stop()
    }
  }, [text, empty])
  return empty ? { ...NOTHING, pending: false } : { ...read, pending: read.of !== text }
}
