import { KEYWORDS, type KeywordTreatment } from '@/lib/schema/keywords'

const TREATMENTS: Readonly<Record<KeywordTreatment, string>> = {
  row: 'row',
  form: 'form',
  text: 'kept',
  refused: 'refused',
}

/** `docs/schema-keywords.md`: every keyword of a schema and what becomes of it. */
export function keywordDocs(): string {
  const rows = KEYWORDS.map(({ name, treatment, kinds, meaning, rules }) => {
    const of = kinds?.join(', ') ?? 'all'
    return `| \`${name}\` | ${of} | ${TREATMENTS[treatment]} | ${meaning} | ${rules} |`
  })
  return `# Keywords of a schema

Every field of \`JSONSchemaProps\`, which is all that the schema of a CRD can say of a value, and what the
API editor does with it. Numbers are those of the Kratix reference (kratix.md, 4.5 to 4.8 and its rules).

- **row**: in the row of the property: its name, its type, whether it is required, its children.
- **form**: a field of its own below the row, also for the items of a list and the values of a map.
  Where it says nothing of the type it is shown with the keywords that are kept.
- **kept**: stays in the text as it is; the form names it, says what it means, and leads there.
- **refused**: the API server refuses it. It stays in the text as well, with a problem that says how to
  do without.

Anything else in a schema (\`const\`, \`examples\`, \`if\`, \`readOnly\`, a slip of the pen) is **dropped** by
the API server without a word. It stays in the text, the form names it, and the rule
[api-unknown-keys](rules/api-unknown-keys.md) warns and says what to write instead.

At the root of a schema Kratix itself **replaces** two things: \`properties.status\` becomes its own schema
in every version, and \`properties.metadata.properties.name\` of the stored version becomes a string of at
most 63 characters (kratix.md 2.5).

A form never writes more than the keyword that it shows. Two go further, and say so: choosing the list
type \`map\` names a key and makes it required, and a default offers to add what is required.

Written by \`npm run keyword-docs\`; a test compares it with the field list of the API server.

| Keyword | Says something of | Treatment | Meaning | kratix.md |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}
