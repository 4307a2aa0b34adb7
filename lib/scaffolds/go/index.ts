import type { Language } from '../scaffold'
import { customStepFiles } from './custom'
import { renderStepFiles } from './render'

export const go: Language = {
  id: 'go',
  label: 'Go',
  program: 'scripts/pipeline.go',
  custom: customStepFiles,
  render: renderStepFiles,
}
