import { declare, type FunctionDeclaration } from '../functions/overload'
import { EvaluationFault, Opaque } from '../values/value'
import { parses } from './parses'
import { Quantity } from './quantity-value'

type Value = Opaque<Quantity>

const TYPE = 'kubernetes.Quantity'

const wrap = (quantity: Quantity, sum = false): Value =>
  new Opaque(TYPE, quantity, (other) => quantity.equals(other), sum)
const sum = (quantity: Quantity) => wrap(quantity, true)

function integerOf({ value }: Value): bigint {
  const { integer } = value
  if (integer === undefined) throw new EvaluationFault('cannot convert value to integer')
  return integer
}

/** `k8s.io/apiserver/pkg/cel/library/quantity.go`. */
export const QUANTITY: readonly FunctionDeclaration[] = declare({
  'quantity(string): kubernetes.Quantity': (text: string) => wrap(Quantity.parse(text)),
  'isQuantity(string): bool': (text: string) => parses(() => Quantity.parse(text)),
  'sign(kubernetes.Quantity): int': ({ value }: Value) => value.sign,
  'kubernetes.Quantity.isGreaterThan(kubernetes.Quantity): bool': (a: Value, b: Value) =>
    a.value.compare(b.value) > 0n,
  'kubernetes.Quantity.isLessThan(kubernetes.Quantity): bool': (a: Value, b: Value) =>
    a.value.compare(b.value) < 0n,
  'kubernetes.Quantity.compareTo(kubernetes.Quantity): int': (a: Value, b: Value) =>
    a.value.compare(b.value),
  'kubernetes.Quantity.asApproximateFloat(): double': ({ value }: Value) => value.approximate,
  'kubernetes.Quantity.asInteger(): int': integerOf,
  'kubernetes.Quantity.isInteger(): bool': ({ value }: Value) => value.integer !== undefined,
  'kubernetes.Quantity.add(kubernetes.Quantity): kubernetes.Quantity': (a: Value, b: Value) =>
    sum(a.value.add(b.value)),
  'kubernetes.Quantity.add(int): kubernetes.Quantity': (a: Value, b: bigint) =>
    sum(a.value.add(Quantity.of(b))),
  'kubernetes.Quantity.sub(kubernetes.Quantity): kubernetes.Quantity': (a: Value, b: Value) =>
    sum(a.value.sub(b.value)),
  'kubernetes.Quantity.sub(int): kubernetes.Quantity': (a: Value, b: bigint) =>
    sum(a.value.sub(Quantity.of(b))),
})
