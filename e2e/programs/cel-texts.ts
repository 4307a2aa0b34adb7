import * as fc from 'fast-check'

/** Texts that the libraries of Kubernetes read, by library; those that they refuse, too. */
const TEXTS: Readonly<Record<string, string>> = {
  quantity:
    '0 1 -1 +1 1.5 .5 -.5 5. . - + -. 007 100m 1Ki 1Mi 10Gi 1Ti 1Pi 1Ei 8Ei 7Ei 1k 5M 2G 3T 4P 9E 10E 1e3 1E3 1e-3 1E 1e 1e+2 12e6 1.5Gi .5Ki -1.5Mi 1n 1u 1.23456789n 0.1n 0.0000000001 123456789012345678 1234567890123456789 9223372036854775807 9223372036854775808 -9223372036854775808 123456789012345678901234567890 1.0 1.10 0.5Ki 1e19 1e25 1e300 1e400 1e-20 1e-9 1e-10 1K 1mi 1.5.5 1Gi1 1e1e1 1e99999999999999999999 000 -0 0Ki 0.0 99999999999999999999Ki 9.223372036854775807E 1000000000000000000000000m',
  ip: '127.0.0.1 0.0.0.0 255.255.255.255 10.0.0.1 169.254.1.1 224.0.0.1 224.0.1.1 239.1.1.1 1.2.3 1.2.3.4.5 01.2.3.4 1..2.3 .1.2.3 1.2.3. 256.1.1.1 1.2.3.a ::1 :: fe80::1 fe80::1%eth0 fe80::1% ff02::1 ff05::2 2001:db8::abcd 2001:DB8::ABCD 2001:0db8::1 1:2:3:4:5:6:7:8 1:2:3:4:5:6:7 1:2:3:4:5:6:7:8:9 1::2::3 ::ffff:1.2.3.4 ::1.2.3.4 1:2:3:4:5:6:1.2.3.4 1:2:3::1.2.3 12345::1 1:2:3:4:5:6:7:: ::2:3:4:5:6:7:8 :1 1: ::g 1:2:3:4:5:6:7:8:: %eth0 1.2.3.4%a 0:0:0:0:0:0:0:0 1:0:0:2:0:0:0:3 1:0:2:3:4:5:6:7 ::ffff:0:0 febf::1 fec0::1 ff12::1',
  cidr: '10.0.0.0/8 10.1.2.3/8 192.168.0.0/24 192.168.0.5/32 0.0.0.0/0 ::/0 ::1/128 2001:db8::/32 2001:db8::1/64 fe80::/10 10.0.0.0/33 10.0.0.0 10.0.0.0/ 10.0.0.0/08 10.0.0.0/+8 10.0.0.0/a ::/129 ::ffff:1.2.3.4/100 fe80::1%eth0/64 10.0.0.0/8/8 /8 1.2.3/8 10.0.0.0/99999999999999999999 10.128.0.0/9',
  url: 'http://example.com https://example.com:80/path?k1=a&k2=b&k2=c https://user:pa%20ss@host/p /path /path#frag //host/path http://[::1]:80/a http://[::1 http://[1.2.3.4]/ http://[fe80::1%25en0]:8080/ http://a.com:port/ http://a.com:80:90/ tcp://a:1:2/ http://a%20b.com http://é.com/ü?ä=ö http://example.com/a%2fb http://example.com/%zz http://example.com/a%20b mailto:me@x.com example.com a:b :a http: http:// http:/// http://? http://x? http://x?? http://x/? http://x/?a;b=1&c=d&=e&f http://x/?a=%zz&b=%41+%2B http://x/a[b] http://x/a"b http://x/#f http://x/p#a%20b http://x/p#a{b * ftp://a@b@c/ http://a<b>/ http://a|b/ HTTP://X/ http://x/%e4 http://[::1]a/ http://[::1]:a/ http://u@/x scheme:/only a+b-c.1:x/y 1a:b /a:b http://x:/ http://example.com/path%20with+plus http://x/é /?a=b /%41',
  semver:
    '1.2.3 v1.2.3 1.2 1 v1 1.2.3-alpha 1.2.3-alpha.1 1.2.3-1 1.2.3-01 1.2.3+build 1.2.3-rc.1+b.2 01.2.3 1.02.3 1.2.03 1.2.3.4 1.2.x a.b.c 1.2.3- 1.2.3+ 1.2.3-a..b 1.2.3+a..b 1.2.3-é v v1.02 1-a 1.2+b 18446744073709551615.0.0 18446744073709551616.0.0 .. 1..2 00.0.00 vv1.0.0 1.2.3-a_b 1.0.0-beta.11 1.0.0-beta.2 1.0.0-beta 9223372036854775808.1.1 1.2.3-99999999999999999999 v0a.0b.0 é.1.2',
  name: 'a abc my-name my.name -a a- a-- A Ab 1a 123-abc a_b a/b example.com/MyName /a a/ a/b/c ex_am/A aa.bb- a..b é é- . .. dns1123Label uuid date qualifiedName datetime',
  format:
    '123e4567-e89b-12d3-a456-426614174000 123E4567E89B12D3A456426614174000 123e4567-e89b-12d3-a456-42661417400 YWJj YQ== YQ= =YQ YW-j 2024-02-29 2023-02-29 0000-01-01 2024-1-1 2024-13-01 2024-02-29T12:30:45Z 2024-02-29t23:59:59.123+02:00 2024-02-29T24:00:00Z 2024-02-29T12:30:45 2024-02-29T12:60:45Z 2024-02-29T12:30:45xZ 2024-02-29T12:30:45Ztail 2024-02-29T12:30:45ZTtail',
}

const ALL = Object.values(TEXTS).map((texts) => ['', ...texts.split(' ')])
const CHARACTERS = [...'019aAfzZ.:/-+_%@?#&=;[]é😀 \n\t"\\,v\u00a0\u200b']

const changed = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(
      text,
      fc.array(
        fc.tuple(
          fc.nat(100),
          fc.constantFrom('put', 'drop', 'double'),
          fc.constantFrom(...CHARACTERS),
        ),
        {
          maxLength: 2,
        },
      ),
    )
    .map(([plain, changes]) => {
      const all = [...plain]
      for (const [where, kind, character] of changes) {
        const at = where % (all.length + 1)
        if (kind === 'put') all.splice(at, 0, character)
        else if (kind === 'drop') all.splice(at, 1)
        else all.splice(at, 0, ...all.slice(at, at + 3))
      }
      return all.join('')
    })

/** Two texts of one library, as they are or with a few characters changed. */
export const texts = fc.constantFrom(...ALL).chain((known) => {
  const one = fc.constantFrom(...known)
  const long = one.map((text) => text.repeat(40))
  const any = fc.oneof(
    { weight: 6, arbitrary: one },
    { weight: 6, arbitrary: changed(one) },
    { weight: 1, arbitrary: long },
  )
  return fc.record({
    text: any,
    other: any,
    number: fc.oneof(
      fc.integer({ min: -3, max: 5 }),
      fc.constantFrom(1024, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
    ),
    on: fc.boolean(),
  })
})
