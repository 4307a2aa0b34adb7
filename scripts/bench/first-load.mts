import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { type Measure, summarise } from './measure.mjs'

const OUT = join(import.meta.dirname, '../../out')
const PAGES = [
  { page: 'home', file: 'index.html', budget: 200 },
  { page: 'designer', file: 'designer/index.html', budget: 300 },
] as const

/**
 * The scripts that each page's HTML asks for, gzipped. Scripts for old browsers (`nomodule`) are
 * never fetched by today's. `undefined` when the site has not been built.
 */
export function firstLoadMeasures(): readonly Measure[] | undefined {
  if (!existsSync(join(OUT, 'index.html'))) return undefined
  return PAGES.map(({ page, file, budget }) => {
    const html = readFileSync(join(OUT, file), 'utf8')
    const scripts = new Set<string>()
    for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/g)) {
      const url = /\s(?:src|href)="([^"]+\.js)(?:\?[^"]*)?"/.exec(tag)?.[1]
      if (url !== undefined && !/\snomodule\b/i.test(tag)) scripts.add(url)
    }
    const total = [...scripts].reduce((sum, url) => sum + gzipped(url), 0) / 1000
    const work = `first load, gzip JavaScript: ${page}`
    return summarise({ work, budget, unit: 'KB', note: `${scripts.size} scripts` }, [total])
  })
}

/** Bytes of a script of the built site, gzipped. */
export function gzipped(url: string): number {
  return gzipSync(readFileSync(join(OUT, decodeURI(url)))).length
}

/** Whether a script of the built site is part of Monaco. */
export function isEditor(url: string): boolean {
  return /editor\.contrib|vs\/editor/.test(readFileSync(join(OUT, decodeURI(url)), 'utf8'))
}
