import type { Command } from '@/lib/promise/command'
import { editSettings, set } from './edit-yaml'
import { removePruning } from './yaml-edits'

/** Adds the GitHub Actions workflow to the repository, or leaves it out. */
export function setGithubActions(wanted: boolean): Command {
  const label = wanted ? 'Add a GitHub Actions workflow' : 'Leave out the GitHub Actions workflow'
  const place = ['extras', 'githubActions']
  return editSettings({ label, place }, wanted ? set(place, true) : removePruning(place))
}

/** Adds `promise-release.yaml` with an address of the Promise, or leaves it out: `undefined`. */
export function setPromiseRelease(url: string | undefined): Command {
  const place = ['extras', 'promiseRelease']
  if (url === undefined) {
    return editSettings({ label: 'Leave out promise-release.yaml', place }, removePruning(place))
  }
  const label = 'Set the address in promise-release.yaml'
  return editSettings({ label, place }, set([...place, 'url'], url))
}
