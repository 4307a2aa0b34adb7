import type { Command } from '@/lib/promise/command'
import type { StepRef } from '@/lib/promise/workflows'
import { editPromiseText, set } from './edit-yaml'
import { findStep, newImage, noSuchStep, plan } from './plan'

/** Gives a step an image of its own, which registry and version of the settings leave alone. */
export function setStepImage(ref: StepRef, image: string): Command {
  const label = 'Set image'
  const group = `${label} ${ref.type} ${ref.action} ${ref.pipeline} ${ref.step}`
  return plan(
    label,
    (repository) => {
      const step = findStep(repository, ref)
      if (!step) return noSuchStep
      const place = [...step.path, 'image']
      return [editPromiseText({ label, place }, set(place, image.trim()))]
    },
    group,
  )
}

/** Makes the image follow registry and version of the settings again. */
export function followStepImage(ref: StepRef): Command {
  const label = 'Follow the image setting'
  return plan(label, (repository) => {
    const step = findStep(repository, ref)
    if (!step) return noSuchStep
    if (step.followsImage) return []
    const place = [...step.path, 'image']
    return [editPromiseText({ label, place }, set(place, newImage(repository, step.key, step)))]
  })
}
