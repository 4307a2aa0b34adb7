import { expect, test } from 'vitest'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['isIP("01.2.3.4")', false],
  [
    'ip("1.2.3")',
    '! IP Address "1.2.3" parse error during conversion from string: ParseAddr("1.2.3"): IPv4 address too short',
  ],
  ['ip("fe80::1%eth0")', '! IP address "fe80::1%eth0" with zone value is not allowed'],
  ['ip("::ffff:1.2.3.4")', '! IPv4-mapped IPv6 address "::ffff:1.2.3.4" is not allowed'],
  [
    'ip("1::2::3")',
    '! IP Address "1::2::3" parse error during conversion from string: ParseAddr("1::2::3"): multiple :: in address (at ":3")',
  ],
  [
    'ip("1:2:3:4:5:6:7:8:9")',
    '! IP Address "1:2:3:4:5:6:7:8:9" parse error during conversion from string: ParseAddr("1:2:3:4:5:6:7:8:9"): trailing garbage after address (at "9")',
  ],
  ['ip("::1").family()', 6],
  ['string(ip("1:0:0:2:0:0:0:3"))', '1:0:0:2::3'],
  ['string(ip("2001:DB8::ABCD"))', '2001:db8::abcd'],
  ['ip.isCanonical("2001:0db8::1")', false],
  ['ip("255.255.255.255").isGlobalUnicast()', false],
  ['ip("169.254.1.1").isLinkLocalUnicast()', true],
  ['ip("febf::1").isLinkLocalUnicast()', true],
  ['ip("224.0.0.9").isLinkLocalMulticast()', true],
  ['ip("ff12::1").isLinkLocalMulticast()', true],
  ['ip("127.9.9.9").isLoopback()', true],
  ['ip("::").isUnspecified()', true],
  ['type(ip("::1")) == type(cidr("::1/64").ip())', true],
])(
  'addresses are read and told apart as Go does, but for those with a zone and those of IPv4 within IPv6: %s',
  (call, result) => {
    expect(outcome(call)).toEqual(result)
  },
)
