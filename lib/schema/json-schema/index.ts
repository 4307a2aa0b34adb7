export { type Converted, fromJsonSchema } from './convert'
export { type Definition, definitionsIn } from './definitions'
export { type ConversionNote, displayAt } from './report'
export { toProperties } from './to-properties'
