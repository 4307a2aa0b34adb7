import type { Language } from '../scaffold'
import { customStepFiles } from './custom'
import { renderStepFiles } from './render'

export const bash: Language = {
  id: 'bash',
  label: 'Bash',
  program: 'scripts/pipeline.sh',
  custom: customStepFiles,
  render: renderStepFiles,
}
