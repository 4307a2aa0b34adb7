import { hasFormat } from '@/lib/schema/formats'
import { requestUriFault } from './url-value'

/** A format of `format.named()`. */
export interface NamedFormat {
  readonly name: string
  /** What is wrong with a text; nothing where it fits. */
  readonly faults: (text: string) => readonly string[]
  /** How long the cluster takes its regular expression to be: for what it costs. */
  readonly regexSize: number
}

const LABEL = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const SUBDOMAIN = `${LABEL}(\\.${LABEL})*`
const LABEL_1035 = '[a-z]([-a-z0-9]*[a-z0-9])?'
const KEY = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const VALUE = `(${KEY})?`

const matches = (pattern: string, text: string) => new RegExp(`^${pattern}$`).test(text)
const bytes = (text: string) => new TextEncoder().encode(text).length

/** As `k8s.io/apimachinery/pkg/util/validation` words it. */
function pattern(message: string, regex: string, ...examples: readonly string[]): string {
  const shown = examples.map((example) => `'${example}', `).join(' or ')
  return `${message} (e.g. ${shown}regex used for validation is '${regex}')`
}

const tooLong = (text: string, most: number, unit: string) =>
  bytes(text) > most ? [`must be no more than ${most} ${unit}`] : []

function label(text: string): readonly string[] {
  const long = tooLong(text, 63, 'characters')
  if (matches(LABEL, text)) return long
  if (matches(SUBDOMAIN, text)) return [...long, 'must not contain dots']
  const message =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
  return [...long, pattern(message, LABEL, 'my-name', '123-abc')]
}

const subdomainIn =
  (unit: string) =>
  (text: string): readonly string[] => {
    const long = tooLong(text, 253, unit)
    if (matches(SUBDOMAIN, text)) return long
    const message =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
    return [...long, pattern(message, SUBDOMAIN, 'example.com')]
  }
const subdomain = subdomainIn('characters')

function label1035(text: string): readonly string[] {
  const long = tooLong(text, 63, 'characters')
  if (matches(LABEL_1035, text)) return long
  const message =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character"
  return [...long, pattern(message, LABEL_1035, 'my-name', 'abc-123')]
}

function qualifiedName(text: string): readonly string[] {
  const parts = text.split('/')
  const message =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  const wrong = pattern(message, KEY, 'MyName', 'my.name', '123-abc')
  if (parts.length > 2) {
    return [
      `a valid label key ${wrong} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]
  }
  const faults: string[] = []
  const name = parts.at(-1) ?? ''
  const [prefix = ''] = parts
  if (parts.length === 2) {
    if (prefix === '') faults.push('prefix part must be non-empty')
    else faults.push(...subdomainIn('bytes')(prefix).map((fault) => `prefix part ${fault}`))
  }
  if (name === '') faults.push('name part must be non-empty')
  else faults.push(...tooLong(name, 63, 'bytes').map((fault) => `name part ${fault}`))
  if (!matches(KEY, name)) faults.push(`name part ${wrong}`)
  return faults
}

function labelValue(text: string): readonly string[] {
  const long = tooLong(text, 63, 'bytes')
  if (matches(VALUE, text)) return long
  const message =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  return [...long, pattern(message, VALUE, 'MyValue', 'my_value', '12345')]
}

/** A name to which more is added may end in a dash, which goes with the byte before it. */
function masked(text: string): string {
  if (text.length <= 1 || !text.endsWith('-')) return text
  const before = [...text].at(-2) ?? ''
  return bytes(before) === 1 ? `${text.slice(0, -2)}a` : `${text.slice(0, -1)}a`
}

const prefixOf = (faults: NamedFormat['faults']) => (text: string) => faults(masked(text))

const known =
  (format: string, message: string): NamedFormat['faults'] =>
  (text) =>
    hasFormat(format, text) === true ? [] : [message]

/** As `strfmt.IsDateTime`, which looks no further than the first two parts. */
function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t')
  const [, hour = '', minute = '', second = ''] =
    /^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$/u.exec(time) ?? []
  const dated = hasFormat('date', date) === true && hour !== ''
  return dated && hour <= '23' && minute <= '59' && second <= '59'
}

const uri = (text: string) => {
  const fault = requestUriFault(text)
  return fault === undefined ? [] : [fault]
}

const format = (name: string, faults: NamedFormat['faults'], regexSize: number): NamedFormat => ({
  name,
  faults,
  regexSize,
})

/** `ConstantFormats` of k8s.io/apiserver, pkg/cel/library/format.go. */
export const FORMATS: Readonly<Record<string, NamedFormat>> = {
  dns1123Label: format('DNS1123Label', label, 30),
  dns1123Subdomain: format('DNS1123Subdomain', subdomain, 60),
  dns1035Label: format('DNS1035Label', label1035, 30),
  qualifiedName: format('QualifiedName', qualifiedName, 60),
  dns1123LabelPrefix: format('DNS1123LabelPrefix', prefixOf(label), 30),
  dns1123SubdomainPrefix: format('DNS1123SubdomainPrefix', prefixOf(subdomain), 60),
  dns1035LabelPrefix: format('DNS1035LabelPrefix', prefixOf(label1035), 30),
  labelValue: format('LabelValue', labelValue, 40),
  uri: format('URI', uri, 1103),
  uuid: format('uuid', known('uuid', 'does not match the UUID format'), 70),
  byte: format('byte', known('byte', 'invalid base64'), 84),
  date: format('date', known('date', 'invalid date'), 71),
  datetime: format('datetime', (text) => (isDateTime(text) ? [] : ['invalid datetime']), 71),
}
