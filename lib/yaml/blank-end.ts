import { parseYaml } from './document'
import { sameValue } from './same-value'

/** A text of YAML without the blank lines at its end, unless a block scalar there keeps them (`|+`). */
export function withoutBlankEnd(source: string): string {
  const short = `${source.replace(/(\r?\n)*$/, '')}\n`
  if (!/[|>][0-9]*\+/.test(source) || short.length >= source.length) return short
  const [[long], [cut]] = [parseYaml(source), parseYaml(short)]
  return long && cut && !sameValue(long.value(), cut.value()) ? source : short
}
