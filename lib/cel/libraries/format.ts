import { declare, type FunctionDeclaration } from '../functions/overload'
import { List, Opaque, Optional } from '../values/value'
import { FORMATS, type NamedFormat } from './named-formats'

const formatOf = (format: NamedFormat): Opaque<NamedFormat> =>
  new Opaque('kubernetes.NamedFormat', format, (other) => other.name === format.name)

/** `k8s.io/apiserver/pkg/cel/library/format.go`. */
export const FORMAT: readonly FunctionDeclaration[] = declare({
  ...Object.fromEntries(
    Object.entries(FORMATS).map(([name, format]) => [
      `format::${name}(): kubernetes.NamedFormat`,
      () => formatOf(format),
    ]),
  ),
  'format::named(string): optional(kubernetes.NamedFormat)': (name: string) => {
    const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
    return new Optional(format && formatOf(format))
  },
  'kubernetes.NamedFormat.validate(string): optional(list(string))': (
    { value }: Opaque<NamedFormat>,
    text: string,
  ) => {
    const faults = value.faults(text)
    return new Optional(faults.length === 0 ? undefined : new List(faults))
  },
})
