/** A kind that suits the name of a Promise: `team-namespace` -> `TeamNamespace`. */
export function suggestKind(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
    .replace(/^[0-9]+/, '')
    .slice(0, 63)
}
