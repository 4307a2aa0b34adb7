'use client'

import {
  Bookmark,
  Boxes,
  Braces,
  Combine,
  Compass,
  Download,
  FileDiff,
  FileInput,
  FileText,
  FlaskConical,
  FolderOutput,
  GitCompare,
  GitMerge,
  History,
  House,
  ListPlus,
  type LucideIcon,
  Moon,
  Package,
  Redo2,
  Tag,
  Target,
  TriangleAlert,
  Undo2,
  Workflow,
} from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useTheme } from '@/components/ui/theme'
import { addProperty, freePropertyName } from '@/lib/commands/add-property'
import { addStep } from '@/lib/commands/add-step'
import { bumpVersion as bumpCommand } from '@/lib/commands/bump-version'
import { joinParts } from '@/lib/commands/join-parts'
import { layoutOf } from '@/lib/layout/assemble'
import { PROMISE_FILE } from '@/lib/promise/files'
import { bumpVersion } from '@/lib/promise/semver'
import { LANGUAGES } from '@/lib/promise/settings'
import { storageVersion } from '@/lib/promise/view'
import { propertiesOf, specPropertiesPath } from '@/lib/schema/properties'
import type { Property } from '@/lib/schema/property'
import type { Section } from '@/lib/store/section'
import { useDesigner, useDesignerStore } from './use-designer'
import { useShell } from './use-shell'
import { BUMPS } from './version-menu'

export interface PaletteAction {
  readonly id: string
  readonly group: 'Do' | 'Go to' | 'Properties' | 'Steps' | 'Files'
  readonly label: string
  /** At the right, and searched too. */
  readonly hint?: string
  /** Other words that people may look for. */
  readonly words?: readonly string[]
  readonly mono?: boolean
  readonly icon: LucideIcon
  readonly run: () => void
}

const PLACES: readonly (readonly [Section, string, LucideIcon])[] = [
  ['overview', 'Overview', Compass],
  ['api', 'API', Braces],
  ['dependencies', 'Dependencies', Package],
  ['workflows', 'Workflows', Workflow],
  ['scheduling', 'Scheduling', Target],
  ['try-it', 'Try it', FlaskConical],
]
const LANGUAGE_NAMES = { go: 'Go', typescript: 'TypeScript', python: 'Python', bash: 'Bash' }

/** Everything that the palette offers for the design as it is. */
export function usePaletteActions(): readonly PaletteAction[] {
  const store = useDesignerStore()
  const shell = useShell()
  const router = useRouter()
  const [theme, setTheme] = useTheme()
  const view = useDesigner((state) => state.reading.view)
  const steps = useDesigner((state) => state.steps)
  const files = useDesigner((state) => state.build.files)
  const opened = useDesigner((state) => state.draft.report !== undefined)
  const behind = useDesigner((state) =>
    state.problems.some(({ code }) => code === 'generated-moved'),
  )
  const undoLabel = useDesigner((state) => state.undoLabel)
  const redoLabel = useDesigner((state) => state.redoLabel)

  const split = useDesigner((state) => layoutOf(state.files) !== undefined)

  return useMemo(() => {
    const { run, goTo, select, open, undo, redo } = store.getState()
    const version = view.api && storageVersion(view.api)
    const properties = version ? propertiesOf(version.schema, version.schemaPath) : []
    const actions: PaletteAction[] = []
    const act = (id: string, label: string, icon: LucideIcon, action: () => void, hint?: string) =>
      actions.push({ id, group: 'Do', label, icon, run: action, hint })

    if (version) {
      const parent = specPropertiesPath(version.schemaPath)
      const taken = new Set(properties.map(({ name }) => name))
      act('add-property', 'Add property', ListPlus, () => {
        goTo('api')
        const name = freePropertyName('newProperty', (one) => taken.has(one))
        run(addProperty(parent, name, 'string'))
      })
    }
    act('from-crd', 'Offer a custom resource (CRD)…', Boxes, () => shell.openStart('crd'), 'API')
    act('from-sample', 'Properties from a sample request…', ListPlus, () =>
      shell.openStart('sample'),
    )
    act('from-schema', 'Properties from JSON Schema or OpenAPI…', Braces, () =>
      shell.openStart('schema'),
    )
    act('from-lines', 'Add several properties…', ListPlus, () => shell.openStart('lines'))
    if (behind) act('review', 'Review updates of edited files…', GitMerge, () => shell.openReview())
    act('download', 'Download', Download, shell.openDownload)
    act('changes', 'Show what changed', GitCompare, () => shell.openChanges(), 'Ctrl Shift G')
    act('patch', 'Show or export the patch', FileDiff, () => shell.openChanges('patch'))
    act('keep', 'Keep this state…', Bookmark, () => shell.openChanges('states'))
    act('states', 'Go back to a kept state…', History, () => shell.openChanges('states'))
    act('folder', 'Write into a folder…', FolderOutput, shell.openFolder)
    for (const { bump, label } of BUMPS) {
      const next = bumpVersion(view.version, bump)
      if (next === undefined) continue
      const set = () => run(bumpCommand(bump))
      act(`bump-${bump}`, `Bump version: ${label.toLowerCase()}`, Tag, set, next)
    }
    act('version', 'Set version…', Tag, shell.openVersion)
    if (split) act('join', 'Join into one promise.yaml', Combine, () => run(joinParts()))
    if (opened) act('report', 'Show what was opened', FileInput, shell.openReport)
    if (undoLabel !== undefined) act('undo', 'Undo', Undo2, undo, undoLabel)
    if (redoLabel !== undefined) act('redo', 'Redo', Redo2, redo, redoLabel)
    const other = theme === 'dark' ? 'light' : 'dark'
    act('theme', `Use the ${other} theme`, Moon, () => setTheme(other))
    act('problems', 'Show or hide problems', TriangleAlert, () => shell.toggle('problems'))
    act('outline', 'Show or hide the outline', Compass, () => shell.toggle('outline'))
    act('files', 'Show or hide the files', FileText, () => shell.toggle('files'))
    act('home', 'All drafts', House, () => router.push('/'))
    for (const language of LANGUAGES) {
      for (const kind of ['render', 'custom'] as const) {
        const label = `Add ${kind} step in ${LANGUAGE_NAMES[language]}`
        act(`add-${kind}-${language}`, label, Workflow, () => {
          goTo('workflows')
          const resource = view.workflows.find(
            ({ type, action }) => type === 'resource' && action === 'configure',
          )
          const pipeline = (resource?.pipelines.length ?? 0) > 0 ? 0 : undefined
          run(addStep({ type: 'resource', action: 'configure' }, { kind, language }, { pipeline }))
        })
      }
    }

    for (const [section, label, icon] of PLACES) {
      const go = () => {
        goTo(section)
        requestAnimationFrame(() => document.querySelector('main')?.focus())
      }
      actions.push({ id: section, group: 'Go to', label, icon, run: go })
    }
    const addProperties = (list: readonly Property[], above: string): void => {
      for (const property of list) {
        const label = `${above}.${property.name}`
        const place = { file: PROMISE_FILE, path: property.path }
        const go = () => select(place, 'problem')
        const id = `property ${label}`
        const hint = property.type === 'other' ? undefined : property.type
        actions.push({ id, group: 'Properties', label, hint, mono: true, icon: Braces, run: go })
        addProperties(property.children, label)
      }
    }
    addProperties(properties, 'spec')
    for (const step of steps) {
      actions.push({
        id: `step ${step.path.join('/')}`,
        group: 'Steps',
        label: step.name || '(no name)',
        hint: `${step.ref.type} ${step.ref.action} › ${step.pipeline}`,
        words: [step.kind, step.language ?? ''],
        mono: true,
        icon: Workflow,
        run: () => select({ file: PROMISE_FILE, path: step.path }, 'problem'),
      })
    }
    for (const path of files.keys()) {
      actions.push({
        id: `file ${path}`,
        group: 'Files',
        label: path,
        mono: true,
        icon: FileText,
        run: () => {
          open(path)
          shell.show('files')
        },
      })
    }
    return actions
  }, [
    store,
    shell,
    router,
    theme,
    setTheme,
    view,
    steps,
    files,
    split,
    opened,
    behind,
    undoLabel,
    redoLabel,
  ])
}
