'use client'

import { useDesignerStore } from '@/components/designer/use-designer'
import { usePlaceProps } from '@/components/designer/use-place-props'
import { DraftField } from '@/components/ui/draft-field'
import { Card } from '@/components/ui/section-head'
import { setApiWords, setListKind } from '@/lib/commands/set-api-words'
import { checkDns1035, checkKind } from '@/lib/promise/names'
import type { ApiView } from '@/lib/promise/view'
import { NamesCard } from './names-card'
import { WordsField } from './words-field'

const SPEC = ['spec', 'api', 'spec']
const NAMES = [...SPEC, 'names']

/** Every name that the API goes by, and what becomes of them once the Promise is installed. */
export function NamesTab({ api }: { readonly api: ApiView }) {
  const store = useDesignerStore()
  const at = usePlaceProps()
  const { run } = store.getState()
  return (
    <>
      <p className="mb-3 rounded-lg border border-line bg-panel px-3 py-2 text-dim">
        Names are for good: an installed Promise refuses any change of its group and names, short
        names and categories too. It takes a new Promise, to which all requests are moved.
      </p>
      <NamesCard api={api} />
      <Card title="Also known as" hint="all optional">
        <div className="grid gap-x-[18px] sm:grid-cols-2">
          <WordsField
            label="Short names"
            mono
            placeholder={`e.g. ${shortOf(api.kind)}`}
            help={
              api.shortNames[0] ? (
                <code>kubectl get {api.shortNames[0]}</code>
              ) : (
                'For kubectl get, with commas between.'
              )
            }
            {...at([...NAMES, 'shortNames'])}
            words={api.shortNames}
            check={(word) => checkDns1035(word, 'The short name')}
            onCommit={(words) => run(setApiWords('shortNames', words))}
          />
          <WordsField
            label="Categories"
            mono
            placeholder="e.g. all"
            help="Groups in which kubectl get lists requests; “all” is one."
            {...at([...NAMES, 'categories'])}
            words={api.categories}
            check={(word) => checkDns1035(word, 'The category')}
            onCommit={(words) => run(setApiWords('categories', words))}
          />
          <DraftField
            label="List kind"
            mono
            placeholder={`${api.kind}List`}
            help="The kind of a list of requests."
            {...at([...NAMES, 'listKind'])}
            value={api.listKind}
            check={(text) =>
              text === ''
                ? undefined
                : text === api.kind
                  ? 'kind and listKind may not be the same.'
                  : checkKind(text, 'The list kind')
            }
            onCommit={(text) => run(setListKind(text))}
          />
          <div {...at([...SPEC, 'scope'])} tabIndex={-1} className="min-w-0 rounded-md">
            <p className="mb-1 text-dim text-sm">Scope</p>
            <p className="flex h-7 items-center font-mono text-sm">{api.scope || '–'}</p>
            <p className="pt-[3px] pb-2 text-faint text-sm">
              Always Namespaced: Kratix refuses an API of the whole cluster.
            </p>
          </div>
        </div>
      </Card>
    </>
  )
}

/** The letters that a short name could be made of: the capitals, or the beginning. */
function shortOf(kind: string): string {
  const capitals = kind.replaceAll(/[^A-Z]/g, '').toLowerCase()
  return capitals.length > 1 ? capitals : kind.slice(0, 3).toLowerCase() || 'db'
}
