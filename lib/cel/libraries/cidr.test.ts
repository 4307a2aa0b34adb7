import { expect, test } from 'vitest'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['string(cidr("10.1.2.3/8"))', '10.1.2.3/8'],
  ['string(cidr("10.1.2.3/8").masked())', '10.0.0.0/8'],
  ['string(cidr("10.1.2.3/8").ip())', '10.1.2.3'],
  ['cidr("2001:db8::/32").prefixLength()', 32],
  ['cidr("10.0.0.0/8").containsIP("10.9.9.9")', true],
  ['cidr("10.0.0.0/8").containsIP("::1")', false],
  ['cidr("10.0.0.0/8").containsIP("x")', '! no such overload'],
  ['cidr("10.0.0.0/8").containsCIDR("10.128.0.0/9")', true],
  ['cidr("10.128.0.0/9").containsCIDR("10.0.0.0/8")', false],
  ['cidr("::/0").containsCIDR("10.0.0.0/8")', false],
  [
    'cidr("10.0.0.0/8").containsCIDR("x")',
    '! network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("x"): no \'/\'',
  ],
  ['cidr("10.0.0.0/8") == cidr("10.0.0.1/8")', false],
  [
    'cidr("10.0.0.0/08")',
    '! network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("10.0.0.0/08"): bad bits after slash: "08"',
  ],
  [
    'cidr("10.0.0.0/33")',
    '! network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("10.0.0.0/33"): prefix length out of range',
  ],
  [
    'cidr("fe80::1%eth0/64")',
    '! network address parse error during conversion from string: network address parse error during conversion from string: netip.ParsePrefix("fe80::1%eth0/64"): IPv6 zones cannot be present in a prefix',
  ],
  [
    'cidr("::ffff:1.2.3.4/100")',
    '! network address parse error during conversion from string: IPv4-mapped IPv6 address "::ffff:1.2.3.4/100" is not allowed',
  ],
])(
  'networks are read as Go does, and hold addresses and networks of their own family: %s',
  (call, result) => {
    expect(outcome(call)).toEqual(result)
  },
)
