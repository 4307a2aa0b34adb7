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
    const own = steps.filter((step) => step.language === language)
    tryPrograms(name, files, TOOLCHAINS[language], own)
  }
}
