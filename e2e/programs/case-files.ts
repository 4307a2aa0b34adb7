import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { printYaml } from '@/lib/yaml/print-yaml'

/** What the `tests/` folder of a step holds. */
export interface StepCase {
  readonly object: unknown
  readonly files: readonly { readonly path: string; readonly documents: readonly unknown[] }[]
  /** `undefined`: the step writes none. */
  readonly status: unknown
  readonly destinations?: readonly unknown[]
}

/**
 * A case of a step as `build` writes it: the input, and what the step must make of it. `folder` is
 * that of a further case.
 */
export function caseFiles(
  { object, files, status, destinations = [] }: StepCase,
  folder = 'tests',
): readonly GeneratedFile[] {
  const output = files.map(({ path, documents }) => ({
    path: `${folder}/expected-output/${path}`,
    text: documents.map((document) => printYaml(document)).join('---\n'),
  }))
  return [
    { path: `${folder}/object.yaml`, text: printYaml(object) },
    ...(output.length > 0 ? output : [{ path: `${folder}/expected-output/.gitkeep`, text: '' }]),
    status === undefined
      ? { path: `${folder}/expected-metadata/.gitkeep`, text: '' }
      : { path: `${folder}/expected-metadata/status.yaml`, text: printYaml(status) },
    ...(destinations.length === 0
      ? []
      : [
          {
            path: `${folder}/expected-metadata/destination-selectors.yaml`,
            text: printYaml(destinations),
          },
        ]),
  ]
}
