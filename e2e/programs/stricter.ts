const LATER = 'passes admission and fails later: kratix.md'

/**
 * Rules that find an error where the oracle accepts the Promise, and why they do all the same. The
 * differential test knows no other.
 */
export const STRICTER: Readonly<Record<string, string>> = {
  'api-names':
    'Go makes a plain letter of some that look like one (the sign of kelvin); no tool expects them in a kind.',
  'api-storage-version': `${LATER} 100.`,
  'api-type': `${LATER} 104.`,
  'container-image': `${LATER} 105.`,
  'dependency-identity': `${LATER} 2.1.`,
  'old-fields': 'Fields that are gone; the oracle drops what kubectl refuses.',
  'pipeline-names': 'The oracle takes a name in another case, as Go does: kratix.md 3.1.',
  'pipeline-shape': 'Go matches keys in any case; kratix.md 3.1 has them written exactly.',
  'promise-name': 'The name is also the value of a label, which ends at 63: kratix.md 2.1.',
  'reconciliation-interval':
    'Newer than the module of Kratix that can be had: kratix.md 8, 9 and 23.',
  'schema-defaults':
    'The API server takes any default of an int-or-string, and refuses the request that it fills in.',
  'schema-required': `${LATER} 101.`,
  'schema-types':
    'Kratix gives metadata.name of the storage version a type where it has none: kratix.md 2.5.',
}
