import { declare, type FunctionDeclaration } from '../functions/overload'
import { CelMap, EvaluationFault, List, Opaque } from '../values/value'
import {
  escapedPath,
  formatUrl,
  fromBytes,
  hostAndPort,
  parseUrl,
  queryOf,
  requestUriFault,
  type Url,
} from './url-value'

type Value = Opaque<Url>

/** Only an absolute address; its fragment is read apart. */
function urlOf(text: string): Value {
  const fault = requestUriFault(text)
  if (fault !== undefined) {
    throw new EvaluationFault(`URL parse error during conversion from string: ${fault}`)
  }
  const url = parseUrl(text)
  return new Opaque('kubernetes.URL', url, (other) => formatUrl(other) === formatUrl(url))
}

/** `k8s.io/apiserver/pkg/cel/library/urls.go`. */
export const URLS: readonly FunctionDeclaration[] = declare({
  'url(string): kubernetes.URL': urlOf,
  'isURL(string): bool': (text: string) => requestUriFault(text) === undefined,
  'kubernetes.URL.getScheme(): string': ({ value }: Value) => value.scheme,
  'kubernetes.URL.getHost(): string': ({ value }: Value) => fromBytes(value.host),
  'kubernetes.URL.getHostname(): string': ({ value }: Value) => fromBytes(hostAndPort(value).name),
  'kubernetes.URL.getPort(): string': ({ value }: Value) => hostAndPort(value).port,
  'kubernetes.URL.getEscapedPath(): string': ({ value }: Value) => fromBytes(escapedPath(value)),
  'kubernetes.URL.getQuery(): map(string, list(string))': ({ value }: Value) =>
    new CelMap([...queryOf(value)].map(([key, items]) => [key, new List(items)] as const)),
})
