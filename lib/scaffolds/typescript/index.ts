import type { Language } from '../scaffold'
import { customStepFiles } from './custom'
import { renderStepFiles } from './render'

export const typescript: Language = {
  id: 'typescript',
  label: 'TypeScript',
  program: 'scripts/pipeline.ts',
  custom: customStepFiles,
  render: renderStepFiles,
}
