/**
 * The formats of strings that the cluster checks (kratix.md 4.5). Each says whether a text has the
 * format: `undefined` where the cluster's own reader would have to be asked.
 */
type Format = (text: string) => boolean | undefined

const matches =
  (pattern: RegExp): Format =>
  (text) =>
    pattern.test(text)

/** True for the plain cases; others may be right, too. */
const atLeast =
  (pattern: RegExp): Format =>
  (text) =>
    pattern.test(text) ? true : undefined

/** False for what lacks something, or has what cannot be in it; undecided between. */
const between =
  (sure: RegExp, never: RegExp): Format =>
  (text) =>
    sure.test(text) ? true : never.test(text) ? false : undefined

const UUID = (version: string, variant: string) =>
  matches(
    new RegExp(
      `^[0-9a-f]{8}-?[0-9a-f]{4}-?${version}-?${variant}-?[0-9a-f]{12}$`.replaceAll(
        '~',
        '[0-9a-f]',
      ),
      'i',
    ),
  )
const ANY = '~~~~'
const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const IPV4 = `${OCTET}(\\.${OCTET}){3}`
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/
const LABEL = '[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?'

function isDate(text: string): boolean {
  const [, year, month, day] = DATE.exec(text) ?? []
  if (year === undefined) return false
  const date = new Date(Date.UTC(2000, 0, 1))
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
}

const FORMATS: Readonly<Record<string, Format>> = {
  bsonobjectid: matches(/^[0-9a-f]{24}$/i),
  byte: matches(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$/),
  cidr: between(new RegExp(`^${IPV4}/(3[0-2]|[12]?\\d)$`), /^[^/]*$/),
  creditcard: between(/^$(?!)/, /^[^0-9]*$/),
  date: isDate,
  datetime: (text) => {
    const sure = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[-+][01]\d:[0-5]\d)$/
    const [, date] = sure.exec(text) ?? []
    if (date !== undefined) return isDate(date) ? true : undefined
    return /^\d{4}-\d\d-\d\d/.test(text) ? undefined : false
  },
  duration: between(/^(\d+(\.\d+)?(ns|us|ms|s|m|h))+$/, /^[^0-9]*$/),
  email: between(/^[A-Za-z0-9._+-]*[A-Za-z0-9]@[A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/, /^[^@]*$/),
  hexcolor: matches(/^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/),
  hostname: atLeast(/^[a-z]([a-z0-9]{0,30})(\.[a-z][a-z0-9]{1,30})*$/),
  ipv4: between(new RegExp(`^${IPV4}$`), /^[^.]*$/),
  ipv6: between(/^([0-9a-f]{1,4}:){7}[0-9a-f]{1,4}$/i, /^[^:]*$/),
  isbn: between(/^$(?!)/, /^\D*$/),
  isbn10: between(/^$(?!)/, /^\D*$/),
  isbn13: between(/^$(?!)/, /^\D*$/),
  k8slongname: (text) =>
    text.length <= 253 &&
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text),
  k8sshortname: matches(new RegExp(`^${LABEL}$`)),
  mac: between(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/i, /^[^:.-]*$/),
  password: () => true,
  rgbcolor: between(/^rgb\(\d{1,2},\d{1,2},\d{1,2}\)$/, /^(?!\s*rgb)/),
  ssn: matches(/^\d{3}[- ]?\d{2}[- ]?\d{4}$/),
  uri: between(/^https?:\/\/[a-z0-9.-]+(\/[\w./-]*)?$/, /^(?![a-zA-Z/])|^$/),
  uuid: UUID(ANY, ANY),
  uuid3: UUID('3~~~', ANY),
  uuid4: UUID('4~~~', '[89ab]~~~'),
  uuid5: UUID('5~~~', '[89ab]~~~'),
}

/** What every text of a format has, too. */
const WIDER: Readonly<Record<string, string>> = {
  isbn10: 'isbn',
  isbn13: 'isbn',
  k8sshortname: 'k8slongname',
  uuid3: 'uuid',
  uuid4: 'uuid',
  uuid5: 'uuid',
}

/** Whether `text` has the format; a format that the cluster does not know fits all. */
export function hasFormat(format: string, text: string): boolean | undefined {
  const name = nameOf(format)
  const judge = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  return judge ? judge(text) : true
}

/**
 * Whether each text of the format `was` has the format `is`, too: of any text where `was` is
 * `undefined`. False also where that is not known.
 */
export function impliesFormat(was: string | undefined, is: string): boolean {
  const name = nameOf(is)
  if (!Object.hasOwn(FORMATS, name) || name === 'password') return true
  if (was === undefined) return false
  const old = nameOf(was)
  return old === name || (Object.hasOwn(WIDER, old) && WIDER[old] === name)
}

/** The cluster takes no notice of dashes: `date-time` is `datetime`. */
function nameOf(format: string): string {
  return format.replaceAll('-', '')
}
