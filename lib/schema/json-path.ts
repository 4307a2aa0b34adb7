import type { Place } from './relative-place'

/** A step of a json path: `.name`, `['name']`, or any other brackets such as `[0]` and `[*]`. */
interface Step {
  readonly from: number
  readonly to: number
  /** `undefined` in brackets that hold no name. */
  readonly name: string | undefined
  readonly brackets: boolean
}

const STEP = /\.((?:[^.[\]\\]|\\.)+)|\[(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|[^\]]*)\]/y

/**
 * A json path that leads through `from` (columns, selectable fields, `fieldPath` of a rule), led
 * through `to` instead; the text itself when it leads elsewhere or cannot be led there. Both places
 * are named from where the json path begins.
 */
export function followInJsonPath(jsonPath: string, from: Place, to: Place): string {
  const steps = stepsOf(jsonPath)
  if (!steps || steps.length < from.length || !from.every((one, i) => leadsTo(steps[i], one))) {
    return jsonPath
  }
  const common = from.findIndex((one, i) => one !== to[i] || i === to.length - 1)
  const [first, last] = [steps[common], steps[from.length - 1]]
  const rest = to.slice(common)
  if (common < 0 || !first || !last || from.slice(common).includes(null)) return jsonPath
  const written = rest.map((name) => (name === null ? undefined : stepText(name, last.brackets)))
  if (written.includes(undefined)) return jsonPath
  return jsonPath.slice(0, first.from) + written.join('') + jsonPath.slice(last.to)
}

function stepsOf(jsonPath: string): readonly Step[] | undefined {
  const steps: Step[] = []
  STEP.lastIndex = 0
  for (let at = 0; at < jsonPath.length; at = STEP.lastIndex) {
    STEP.lastIndex = at
    const match = STEP.exec(jsonPath)
    if (!match) return undefined
    const raw = match[1] ?? match[2] ?? match[3]
    const name = raw?.replace(/\\(.)/g, '$1')
    steps.push({ from: at, to: at + match[0].length, name, brackets: match[0].startsWith('[') })
  }
  return steps
}

/** An item of a list is in brackets, a value of a map under any key. */
function leadsTo(step: Step | undefined, place: string | null): boolean {
  return step !== undefined && (place === null || step.name === place)
}

/** A step with this name; `undefined` for a name that none can say. */
function stepText(name: string, brackets: boolean): string | undefined {
  if (!/^[\w.-]+$/.test(name)) return undefined
  return brackets ? `['${name}']` : `.${name.replaceAll('.', '\\.')}`
}
