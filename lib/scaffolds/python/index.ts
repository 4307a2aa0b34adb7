import type { Language } from '../scaffold'
import { customStepFiles } from './custom'
import { renderStepFiles } from './render'

export const python: Language = {
  id: 'python',
  label: 'Python',
  program: 'scripts/pipeline.py',
  custom: customStepFiles,
  render: renderStepFiles,
}
