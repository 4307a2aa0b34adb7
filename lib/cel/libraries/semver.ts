import { declare, type FunctionDeclaration } from '../functions/overload'
import { Opaque } from '../values/value'
import { parses } from './parses'
import { compareSemver, normalizedSemver, parseSemver, type Semver } from './semver-value'

type Value = Opaque<Semver>

const read = (text: string, normalize = false): Semver =>
  parseSemver(normalize ? normalizedSemver(text) : text)

function semverOf(text: string, normalize = false): Value {
  const version = read(text, normalize)
  return new Opaque('kubernetes.Semver', version, (other) => compareSemver(other, version) === 0n)
}

const isSemver = (text: string, normalize = false) => parses(() => read(text, normalize))
/** The numbers of a version have no sign, those of CEL have. */
const signed = (value: bigint) => BigInt.asIntN(64, value)

/** `k8s.io/apiserver/pkg/cel/library/semverlib.go`. */
export const SEMVER: readonly FunctionDeclaration[] = declare({
  'semver(string): kubernetes.Semver': (text: string) => semverOf(text),
  'semver(string, bool): kubernetes.Semver': semverOf,
  'isSemver(string): bool': (text: string) => isSemver(text),
  'isSemver(string, bool): bool': isSemver,
  'kubernetes.Semver.isGreaterThan(kubernetes.Semver): bool': (a: Value, b: Value) =>
    compareSemver(a.value, b.value) > 0n,
  'kubernetes.Semver.isLessThan(kubernetes.Semver): bool': (a: Value, b: Value) =>
    compareSemver(a.value, b.value) < 0n,
  'kubernetes.Semver.compareTo(kubernetes.Semver): int': (a: Value, b: Value) =>
    compareSemver(a.value, b.value),
  'kubernetes.Semver.major(): int': ({ value }: Value) => signed(value.major),
  'kubernetes.Semver.minor(): int': ({ value }: Value) => signed(value.minor),
  'kubernetes.Semver.patch(): int': ({ value }: Value) => signed(value.patch),
})
