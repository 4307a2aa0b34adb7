import { expect, test } from 'vitest'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['isURL("/a")', true],
  ['isURL("a")', false],
  ['isURL("a:b")', true],
  ['url("https://user:pa@host:80/p?a=1&a=2&b=%41#f").getHost()', 'host:80'],
  ['url("https://user:pa@host:80/p?a=1&a=2&b=%41#f").getQuery()', { a: ['1', '2'], b: ['A'] }],
  ['url("https://x/?a;b=1&c=%zz&d=+").getQuery()', { d: [' '] }],
  ['url("http://[::1]:80/a b").getHostname()', '::1'],
  ['url("http://[::1]:80/a b").getPort()', '80'],
  ['url("http://[::1]:80/a b").getEscapedPath()', '/a%20b'],
  ['url("http://x/a%2fb").getEscapedPath()', '/a%2fb'],
  ['url("http://é.com/ü").getEscapedPath()', '/%C3%BC'],
  ['url("http://é.com/ü").getHost()', 'é.com'],
  ['url("HTTP://x").getScheme()', 'http'],
  ['url("mailto:a@b").getHost()', ''],
  ['url("http://x/%41") == url("http://x/A")', false],
  ['url("http://x?") == url("http://x")', false],
  [
    'url("http://x/%zz")',
    '! URL parse error during conversion from string: parse "http://x/%zz": invalid URL escape "%zz"',
  ],
  [
    'url("http://a b/")',
    '! URL parse error during conversion from string: parse "http://a b/": invalid character " " in host name',
  ],
  [
    'url("http://x:y/")',
    '! URL parse error during conversion from string: parse "http://x:y/": invalid port ":y" after host',
  ],
  [
    'url("http://[1.2.3.4]/")',
    '! URL parse error during conversion from string: parse "http://[1.2.3.4]/": invalid IP-literal',
  ],
  ['url("")', '! URL parse error during conversion from string: parse "": empty url'],
  [
    'url("http://x/#%zz")',
    '! URL parse error during conversion from string: parse "http://x/#%zz": invalid URL escape "%zz"',
  ],
  [
    'url("a\\tb")',
    '! URL parse error during conversion from string: parse "a\\tb": net/url: invalid control character in URL',
  ],
])(
  'addresses are read as Go reads those of requests, and their parts as they were written or escaped: %s',
  (call, result) => {
    expect(outcome(call)).toEqual(result)
  },
)
