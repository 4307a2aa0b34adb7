'use client'

import { Banner } from '@/components/ui/banner'
import type { OfferStarter } from '@/lib/commands/offer-resource'

/** The template of the step, and what in it may want another look. */
export function TemplatePreview({ starter }: { readonly starter: OfferStarter }) {
  const { template, fixed, problem } = starter
  return (
    <>
      {problem ? (
        <Banner tone="warning">
          The resource may be refused as it is: {problem}. Mend it in the template.
        </Banner>
      ) : fixed.length > 0 ? (
        <Banner tone="info">
          It needs more than people say. These are fixed, and can be changed in the template:{' '}
          {fixed.map(({ path }) => path.join('.')).join(', ')}
        </Banner>
      ) : null}
      <figure className="min-w-0">
        <figcaption className="pb-1 text-dim text-sm">
          Template <code>{template.path}</code> of a new render step
        </figcaption>
        <pre
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          className="max-h-64 overflow-auto rounded-lg border border-line bg-code p-2.5 font-mono text-sm"
        >
          {template.text}
        </pre>
      </figure>
    </>
  )
}
