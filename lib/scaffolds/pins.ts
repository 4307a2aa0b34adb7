/**
 * Every image tag and tool version that generated files name, in one place. Exact versions only: a
 * floating tag would make the same repository build differently next month.
 */
export const IMAGES = {
  /** Builds the Go programs; the patch level is that of the toolchain the tests run with. */
  goBuilder: 'golang:1.26.8-bookworm',
  /** Builds and runs the TypeScript programs. */
  node: 'node:24.15.0-bookworm-slim',
  /** Runs the Python programs. */
  python: 'python:3.12.11-slim-bookworm',
  /** Holds the `yq` that shell programs read YAML with. */
  yq: 'mikefarah/yq:4.47.2',
  /** Runs shell programs and copies static manifests. */
  alpine: 'alpine:3.22.1',
} as const

/** `USER` of every image: a number, so that `runAsNonRoot` can be checked without /etc/passwd. */
export const NON_ROOT_USER = '65532:65532'

export const TOOLS = {
  /** The `go` line of go.mod: the oldest release that the locked modules accept. */
  go: '1.24.5',
  kratixGo: 'v0.2.0',
  goYaml: 'v3.0.6',
  /** Compiles the TypeScript programs: the newest that is JavaScript alone, without binaries. */
  typescript: '6.0.3',
  nodeTypes: '20.19.43',
  /** Reads YAML in the TypeScript programs; the app itself has the same. */
  yaml: '2.9.1',
  kratixPython: '0.4.3',
  /** The oldest Python that `kratixPython` accepts. */
  python: '3.10',
  /** Resolves Python packages for `npm run refresh-locks`. */
  uv: '0.13.9',
  /** `kratix` command line that the README names. */
  kratixCli: 'v0.17.0',
} as const
