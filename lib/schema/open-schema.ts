import type { Schema } from './property'

/** The schema of a value of any kind, which the API server keeps as it is. */
export const OPEN: Schema = { 'x-kubernetes-preserve-unknown-fields': true }
