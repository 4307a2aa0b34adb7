import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { root } from './ensure.mjs'
import { listFiles } from './list-files.mjs'

// The direction of design.md section 4, held by lint: an import goes down this list or stays in
// its folder. Folders on one line do not know each other.

const LAYERS: readonly (readonly string[])[] = [
  ['app'],
  ['components'],
  ['lib/store', 'lib/cli'],
  ['lib/tryout'],
  ['lib/build'],
  [
    'lib/rules',
    'lib/scaffolds',
    'lib/importers',
    'lib/bundle',
    'lib/dependencies',
    'lib/folder',
    'lib/assist',
  ],
  ['lib/commands'],
  ['lib/render'],
  ['lib/cel'],
  ['lib/schema'],
  ['lib/layout'],
  ['lib/yaml', 'lib/diagnostics', 'lib/zip', 'lib/merge', 'lib/patch', 'lib/worker', 'lib/sandbox'],
  ['lib/promise'],
]
/** What `lib/` must not know: it runs in Node, in a worker and in a test (invariant 10). */
const SCREEN =
  /^(react|react-dom|next|monaco-editor|radix-ui|@radix-ui|@dnd-kit|lucide-react)(\/|$)/
/** Regions that any other may use; all others meet only in components/designer. */
const SHARED_REGIONS = [
  'ui',
  'struct-form',
  'code-editor',
  'file-tree',
  'import-report',
  'designer',
]
/** The one folder that knows the editor. */
const EDITOR = 'components/code-editor'

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g

interface Import {
  readonly from: string
  readonly to: string
}

const sources = ['app', 'components', 'lib']
  .flatMap((folder) => listFiles(join(root, folder)))
  .map((path) => relative(root, path).replaceAll('\\', '/'))
  .filter(
    (path) => /\.tsx?$/.test(path) && !path.includes('/programs/') && !path.includes('/fixtures/'),
  )

const faults: string[] = []
const imports: Import[] = []
for (const from of sources) {
  for (const [, specifier = ''] of readFileSync(join(root, from), 'utf8').matchAll(IMPORT)) {
    const inside = specifier.startsWith('@/')
      ? specifier.slice(2)
      : specifier.startsWith('.')
        ? join(dirname(from), specifier).replaceAll('\\', '/')
        : undefined
    if (inside !== undefined) imports.push({ from, to: inside })
    else if (from.startsWith('lib/') && SCREEN.test(specifier))
      faults.push(`${from} imports ${specifier}: lib knows no screen`)
    else if (specifier.startsWith('monaco-editor') && !from.startsWith(EDITOR))
      faults.push(`${from} imports ${specifier}: only ${EDITOR} may`)
  }
}

for (const { from, to } of imports) {
  const [above, below] = [placeOf(from), placeOf(to)]
  if (!above) faults.push(`${from} stands in no layer; add its folder to scripts/check-imports.mts`)
  else if (!below)
    continue // a data file outside the layers
  else if (below.layer < above.layer) faults.push(`${from} imports ${to}: that is above it`)
  else if (below.layer === above.layer && below.folder !== above.folder)
    faults.push(`${from} imports ${to}: siblings do not know each other`)
}
for (const { from, to } of imports) {
  const [region, other] = [regionOf(from), regionOf(to)]
  if (
    region &&
    other &&
    region !== other &&
    region !== 'designer' &&
    !SHARED_REGIONS.includes(other)
  ) {
    faults.push(`${from} imports ${to}: regions meet only in components/designer`)
  }
  if (region === 'ui' && (other ? other !== 'ui' : to.startsWith('lib/'))) {
    faults.push(`${from} imports ${to}: components/ui knows nothing of Kratix`)
  }
}

if (faults.length > 0) {
  console.error([...new Set(faults)].join('\n'))
  console.error(`${faults.length} imports go the wrong way (CONTRIBUTING.md, Direction)`)
  process.exit(1)
}
console.log(`Checked the direction of ${imports.length} imports in ${sources.length} files.`)

function placeOf(path: string): { layer: number; folder: string } | undefined {
  for (const [layer, folders] of LAYERS.entries()) {
    const folder = folders.find((name) => path === name || path.startsWith(`${name}/`))
    if (folder) return { layer, folder }
  }
  return undefined
}

function regionOf(path: string): string | undefined {
  return /^components\/([^/]+)\//.exec(path)?.[1]
}
