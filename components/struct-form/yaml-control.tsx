import { useState } from 'react'
import { useDesigner } from '@/components/designer/use-designer'
import type { Draft } from '@/components/ui/draft'
import { removePart, setPartSource } from '@/lib/commands/parts'
import { show } from '@/lib/schema/misfit'
import { readYaml } from '@/lib/schema/value-text'
import { valueSource } from '@/lib/yaml/value-source'
import type { ControlProps } from './part-field'
import { usePart } from './use-part'
import { YamlField } from './yaml-field'

/** What no other control can show, as YAML; what stands there with anchors can only be read. */
export function YamlControl({ path, keep, value, order, frame }: ControlProps) {
  const { run, at, says } = usePart()
  const kept = useState<Draft>()
  const document = useDesigner((state) => state.reading.document)
  const source = document && value !== undefined ? valueSource(document, path) : ''
  const { error, warning } = says(path, true)
  return (
    <YamlField
      label={frame.label}
      className={frame.className}
      aside={frame.aside}
      help={source === undefined ? 'It has anchors or aliases: edit it in the text.' : frame.help}
      readOnly={source === undefined}
      placeholder="YAML"
      {...at(path)}
      faults={{ errors: error ? [error] : [], warnings: warning ? [warning] : [] }}
      kept={kept}
      source={source ?? show(value)}
      current={value}
      read={readYaml}
      onCommit={(text) =>
        void run(text === '' ? removePart(path, keep) : setPartSource(path, text, order))
      }
    />
  )
}
