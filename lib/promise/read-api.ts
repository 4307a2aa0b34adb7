import { isRecord, type Path, valueAt } from './path'
import { list, remember, text } from './read-values'
import type { ApiVersionView, ApiView, ColumnView, SelectableFieldView } from './view'

/** Where the CustomResourceDefinition stands. */
export const API: Path = ['spec', 'api']

/** The API of a Promise; `undefined` when `api` is no map. */
export const readApi = remember((api: unknown): ApiView | undefined => {
  if (!isRecord(api)) return undefined
  const at = (...path: Path) => valueAt(api, ['spec', ...path])
  return {
    group: text(at('group')),
    kind: text(at('names', 'kind')),
    plural: text(at('names', 'plural')),
    singular: text(at('names', 'singular')),
    listKind: text(at('names', 'listKind')),
    shortNames: list(at('names', 'shortNames')).map(text),
    categories: list(at('names', 'categories')).map(text),
    crdName: text(valueAt(api, ['metadata', 'name'])),
    scope: text(at('scope')),
    conversion: text(at('conversion', 'strategy')),
    versions: list(at('versions')).map(readVersion),
  }
})

function readVersion(version: unknown, index: number): ApiVersionView {
  const path: Path = [...API, 'spec', 'versions', index]
  const at = (key: string) => valueAt(version, [key])
  return {
    path,
    name: text(at('name')),
    served: at('served') === true,
    storage: at('storage') === true,
    deprecated: at('deprecated') === true,
    deprecationWarning: text(at('deprecationWarning')),
    columns: list(at('additionalPrinterColumns')).map((column, i) =>
      readColumn(column, [...path, 'additionalPrinterColumns', i]),
    ),
    selectableFields: list(at('selectableFields')).map((field, i): SelectableFieldView => {
      const place: Path = [...path, 'selectableFields', i]
      return { path: place, jsonPath: text(valueAt(field, ['jsonPath'])) }
    }),
    schemaPath: [...path, 'schema', 'openAPIV3Schema'],
    schema: valueAt(version, ['schema', 'openAPIV3Schema']),
  }
}

function readColumn(column: unknown, path: Path): ColumnView {
  const at = (key: string) => valueAt(column, [key])
  const priority = at('priority')
  // Generated CRDs of old write it `JSONPath`, which Kratix reads as well.
  const pathKey =
    at('jsonPath') === undefined && at('JSONPath') !== undefined ? 'JSONPath' : 'jsonPath'
  return {
    path,
    name: text(at('name')),
    type: text(at('type')),
    format: text(at('format')),
    jsonPath: text(at(pathKey)),
    jsonPathKey: pathKey,
    description: text(at('description')),
    priority: typeof priority === 'number' ? priority : 0,
  }
}
