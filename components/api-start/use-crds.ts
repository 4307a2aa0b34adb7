import { useMemo } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import { dependenciesStep, manifestsOf } from '@/lib/commands/dependency-files'
import { documentsIn } from '@/lib/dependencies'
import { isRecord, valueAt } from '@/lib/promise/path'
import { type Crd, readCrds } from '@/lib/schema/crd'
import { useParsed } from './use-parsed'

/** A CRD that the Promise brings along. */
export interface CrdSource {
  readonly id: string
  /** Name of the CRD: `redisfailovers.databases.spotahome.com`. */
  readonly name: string
  /** Where it is: a file, or promise.yaml. */
  readonly where: string
  /** Its text, or the object when that has been read already. */
  readonly text: string | undefined
  readonly value: unknown
}

const CRD = 'CustomResourceDefinition'

/** The CRDs in the dependencies, found without reading them in full. */
export function useCrdSources(): readonly CrdSource[] {
  const reading = useDesigner((state) => state.reading)
  const files = useDesigner((state) => state.files)
  const steps = useDesigner((state) => state.steps)
  return useMemo(() => {
    const folder = dependenciesStep(steps)?.folder
    const paths = folder === undefined ? [] : manifestsOf(files, folder)
    const inFiles = paths.flatMap((path) => {
      const content = files.get(path)
      const text = content?.text ?? ''
      const documents = content ? documentsIn(path, content) : []
      return documents
        .filter(({ kind }) => kind === CRD)
        .map(
          ({ name, range, index, path: within }): CrdSource => ({
            id: `${path} ${index} ${within.join('.')}`,
            name,
            where: path.slice((folder ?? '').length + 'resources/'.length),
            // An item of a List is found again in the whole.
            text: within.length === 0 ? text.slice(range.from, range.to) : text,
            value: undefined,
          }),
        )
    })
    const whole = reading.document?.value()
    const inside = reading.view.dependencies
      .filter(({ kind }) => kind === CRD)
      .map(
        ({ name, path }): CrdSource => ({
          id: `promise ${path.join('.')}`,
          name,
          where: 'promise.yaml',
          text: undefined,
          value: valueAt(whole, path),
        }),
      )
    return [...inside, ...inFiles]
  }, [reading, files, steps])
}

export interface ReadCrds {
  readonly crds: readonly Crd[]
  readonly pending: boolean
  readonly problem: string | undefined
}

/** The CRDs of a source, or of a text that was pasted or opened. */
export function useCrdsOf(source: CrdSource | undefined, pasted: string): ReadCrds {
  const text = source ? (source.text ?? '') : pasted
  const { values, problem, pending } = useParsed(text)
  return useMemo(() => {
    const all = readCrds(isRecord(source?.value) ? [source.value] : values)
    const crds = source ? all.filter(({ name }) => name === source.name) : all
    const none = text.trim() !== '' && !pending && crds.length === 0
    return { crds, pending, problem: problem ?? (none ? 'There is no CRD in it.' : undefined) }
  }, [source, values, pending, problem, text])
}
