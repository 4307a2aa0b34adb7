import { expect, test } from 'vitest'
import { NotEvaluated } from '../values/value'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['quantity("1.5").asApproximateFloat()', 1.5],
  ['quantity("1500m") == quantity("1.5")', true],
  ['quantity("1Ki").asInteger()', 1024],
  ['quantity("1Gi").asInteger()', 1073741824],
  ['quantity("1Pi").isInteger()', false],
  ['quantity("1.0").isInteger()', false],
  ['quantity("1.0").asInteger()', '! cannot convert value to integer'],
  ['quantity("-").asInteger()', 0],
  ['quantity(".").asInteger()', 0],
  ['quantity("1e3").asInteger()', 1000],
  ['quantity("0.1n").compareTo(quantity("1n"))', 0],
  ['quantity("9Ei") == quantity("9223372036854775807")', true],
  ['quantity("50Mi").compareTo(quantity("50M"))', 1],
  ['sign(quantity("-5m"))', -1],
  ['quantity("1K")', "! unable to parse quantity's suffix"],
  [
    'quantity("")',
    "! quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
  [
    'quantity("1 ")',
    "! quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'",
  ],
  ['quantity("1e99999999999999999999")', "! unable to parse quantity's suffix"],
  ['quantity("1").add(quantity("1Ki")).asInteger()', 1025],
  ['quantity("1").sub(2).asInteger()', -1],
  ['quantity("1") == quantity("1").add(0)', '! no such overload'],
  ['quantity("1").add(0) == quantity("1")', true],
  ['quantity("1") != quantity("1").add(0)', true],
  ['quantity("1") in [quantity("1").add(0)]', false],
  ['dyn(quantity("1")) == dyn("1")', '! no such overload'],
  ['dyn("1") == dyn(quantity("1"))', false],
  [
    '[quantity("1")].map(q, [q.isInteger(), q.isLessThan(quantity("1Pi")), q.isInteger()])',
    [[true, true, false]],
  ],
  ['[quantity("1Pi")].map(q, [q.add(1) == q, q.sub(1) == q])', [[true, true]]],
  ['isQuantity("1Gi1")', false],
  ['isQuantity("5.")', true],
])(
  'quantities are read, compared and added as Kubernetes does, its quirks included: %s',
  (call, result) => {
    expect(outcome(call)).toEqual(result)
  },
)

test.each(['1e-2147483648', '1e-10000000', '5e-10000000'])(
  'gives no answer for %s, and takes no time for it',
  (text) => {
    expect(() => outcome(`quantity("${text}").isInteger()`)).toThrow(NotEvaluated)
  },
)
