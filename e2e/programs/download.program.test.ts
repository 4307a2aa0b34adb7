import { goldenDesigns } from '@/lib/build/golden-designs'
import { readSettings } from '@/lib/commands/settings'
import type { StepKey } from '@/lib/promise/workflows'
import { TOOLCHAINS } from './toolchains'
import { tryPrograms } from './try-programs'

for (const [name, files] of goldenDesigns()) {
  const steps = Object.entries(readSettings(files).settings.steps).flatMap(([key, step]) =>
    'language' in step ? [{ key: key as StepKey, language: step.language }] : [],
  )
  for (const language of new Set(steps.map((step) => step.language))) {
    // Where a language has no render step the design has Go's, which Go's own design tries.
    if (!name.endsWith(language)) continue
    const own = steps.filter((step) => step.language === language)
    tryPrograms(name, files, TOOLCHAINS[language], own)
  }
}
