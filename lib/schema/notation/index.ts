export { type LineFault, type Lines, readLines } from './lines'
export { type NotedProperty, readNotation } from './property'
