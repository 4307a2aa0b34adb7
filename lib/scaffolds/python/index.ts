import type { Language } from '../scaffold'
import { customStepFiles } from './custom'

export const python: Language = {
  id: 'python',
  label: 'Python',
  program: 'scripts/pipeline.py',
  custom: customStepFiles,
}
