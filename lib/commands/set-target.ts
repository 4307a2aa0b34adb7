import type { Command } from '@/lib/promise/command'
import { editSettings, set } from './edit-yaml'
import { removePruning } from './yaml-edits'

const LABELS = { kubernetes: 'Set target Kubernetes', kratix: 'Set target Kratix' } as const

/** Names the platform that the Promise is made for; '' is any. */
export function setTarget(part: keyof typeof LABELS, version: string): Command {
  const label = LABELS[part]
  const place = ['target', part]
  return editSettings({ label, place }, version === '' ? removePruning(place) : set(place, version))
}
