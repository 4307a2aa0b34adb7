import { checkDns1035, checkSubdomain } from '@/lib/promise/names'
import { isRecord, type Path, valueAt } from '@/lib/promise/path'
import { API } from '@/lib/promise/read'
import { isInteger, show } from '@/lib/schema/misfit'
import type { Finding, Rule } from './rule'

const AT: Path = [...API, 'spec', 'conversion']
const REVIEWS = ['v1', 'v1beta1']

/** kratix.md 95: how requests of one version become those of another. */
export const apiConversion: Rule = {
  id: 'api-conversion',
  check({ value }, report) {
    const conversion = valueAt(value, AT)
    if (!isRecord(conversion)) return
    const { strategy } = conversion
    const webhook = isRecord(conversion.webhook) ? conversion.webhook : undefined
    if (strategy !== 'None' && strategy !== 'Webhook') {
      const what = strategy ? `is ${show(strategy)}` : 'is missing'
      const message = `The strategy of the conversion ${what}; it must be "None" or "Webhook".`
      report({ severity: 'error', message, at: [...AT, 'strategy'] })
    }
    if (strategy === 'Webhook') checkWebhook(webhook ?? {}, report)
    else forbidWebhook(webhook ?? {}, report)
  },
}

type Report = (finding: Finding) => void
type Fields = Readonly<Record<string, unknown>>

function forbidWebhook(webhook: Fields, report: Report) {
  const versions = webhook.conversionReviewVersions
  for (const key of ['clientConfig', 'conversionReviewVersions']) {
    const there = key === 'clientConfig' ? webhook[key] : Array.isArray(versions) && versions[0]
    if (there === undefined || there === null || there === false) continue
    const message = `"${key}" should not be set when the strategy is not set to Webhook.`
    report({ severity: 'error', message, at: [...AT, 'webhook', key] })
  }
}

function checkWebhook(webhook: Fields, report: Report) {
  const say = (message: string, ...path: Path) =>
    report({ severity: 'error', message, at: [...AT, 'webhook', ...path] })
  const config = webhook.clientConfig
  if (!isRecord(config)) {
    say('"clientConfig" is required when the strategy is set to Webhook.', 'clientConfig')
  } else checkClient(config, say)
  checkReviews(webhook.conversionReviewVersions, say)
}

type Say = (message: string, ...path: Path) => void

function checkReviews(versions: unknown, say: Say) {
  const key = 'conversionReviewVersions'
  const list = Array.isArray(versions) ? versions : []
  if (list.length === 0) {
    say(`"${key}" is required: name the versions of ConversionReview that the webhook reads.`, key)
    return
  }
  for (const [i, version] of list.entries()) {
    const name = typeof version === 'string' ? version : ''
    const fault =
      list.indexOf(version) < i
        ? `The version "${name}" is a duplicate.`
        : checkDns1035(name, 'The version')
    if (fault) say(fault, key, i)
  }
  if (!list.some((version) => REVIEWS.includes(version))) {
    say(
      `"${key}" must include at least one of ${REVIEWS.join(', ')}, which the cluster speaks.`,
      key,
    )
  }
}

function checkClient(config: Fields, say: Say) {
  const { url, service } = config
  const hasUrl = url !== undefined && url !== null
  const hasService = service !== undefined && service !== null
  if (hasUrl === hasService) {
    say(
      'Exactly one of "url" or "service" is required: there the cluster finds the webhook.',
      'clientConfig',
    )
    return
  }
  if (typeof url === 'string') {
    const fault = urlFault(url)
    if (fault) say(`The URL ${show(url)} ${fault}.`, 'clientConfig', 'url')
  }
  if (isRecord(service)) checkService(service, say)
}

function checkService(service: Fields, say: Say) {
  for (const key of ['name', 'namespace']) {
    if (!service[key]) say(`The ${key} of the service is required.`, 'clientConfig', 'service', key)
  }
  const { port, path } = service
  if (isInteger(port) && (port < 1 || port > 65_535)) {
    say(
      `The port ${port} is not valid: it must be between 1 and 65535.`,
      'clientConfig',
      'service',
      'port',
    )
  }
  if (typeof path === 'string') {
    const fault = pathFault(path)
    if (fault) say(`The path ${show(path)} ${fault}.`, 'clientConfig', 'service', 'path')
  }
}

function pathFault(path: string): string | undefined {
  if (path === '/' || path === '') return path === '' ? 'must start with a "/"' : undefined
  if (!path.startsWith('/')) return 'must start with a "/"'
  const steps = path.slice(1).split('/')
  if (steps.at(-1) === '') steps.pop()
  for (const step of steps) {
    if (step === '') return 'must not hold an empty segment'
    if (checkSubdomain(step)) return `holds "${step}", which is no DNS-1123 subdomain`
  }
  return undefined
}

function urlFault(url: string): string | undefined {
  const found = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url)
  const [, scheme, host = '', , query, fragment] = found ?? []
  if (scheme?.toLowerCase() !== 'https') return 'must begin with "https://"'
  if (host === '' || host.startsWith(':')) return 'must name a host'
  if (host.includes('@')) return 'must not hold user information'
  if (query !== undefined && query !== '?') return 'must not have a query'
  return fragment !== undefined && fragment !== '#' ? 'must not have a fragment' : undefined
}
