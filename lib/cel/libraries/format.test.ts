import { expect, test } from 'vitest'
import { outcome } from './outcome'

// What the API server comes to (e2e/programs/cel-libraries.program.test.ts asks it).
test.each([
  ['format.dns1123Label().validate("a-b")', 'none'],
  ['format.dns1123Label().validate("a.b")', ['must not contain dots']],
  [
    'format.dns1123Label().validate("A")',
    [
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')",
    ],
  ],
  ['format.dns1123LabelPrefix().validate("a--")', 'none'],
  ['format.dns1123LabelPrefix().validate("a-")', 'none'],
  [
    'format.qualifiedName().validate("/")',
    [
      'prefix part must be non-empty',
      'name part must be non-empty',
      "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ],
  ],
  [
    'format.qualifiedName().validate("a/b/c")',
    [
      "a valid label key must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]') with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')",
    ],
  ],
  ['format.labelValue().validate("")', 'none'],
  ['format.uri().validate("a")', ['parse "a": invalid URI for request']],
  ['format.uuid().validate("123e4567-e89b-12d3-a456-426614174000")', 'none'],
  ['format.byte().validate("YQ=")', ['invalid base64']],
  ['format.date().validate("2023-02-29")', ['invalid date']],
  ['format.datetime().validate("2024-02-29T12:30:45ZTtail")', 'none'],
  ['format.datetime().validate("2024-02-29T24:00:00Z")', ['invalid datetime']],
  ['format.named("uuid").value() == format.uuid()', true],
  ['format.named("x")', 'none'],
])('named formats say what is wrong with a text in the words of Kubernetes: %s', (call, result) => {
  expect(outcome(call)).toEqual(result)
})
