import { expect, test } from 'vitest'
import { runCommand } from '@/lib/promise/command'
import { FileContent, type Files, SETTINGS_FILE } from '@/lib/promise/files'
import { setGithubActions, setPromiseRelease } from './set-extra-files'
import { readSettings } from './settings'

const OLD = 'version: 1 # mine\nimages: {registry: ghcr.io/acme}\n'

test('optional files are chosen in the settings, and nothing else in them changes', () => {
  const files: Files = new Map([[SETTINGS_FILE, FileContent.fromText(OLD)]])
  expect(readSettings(files).settings.extras).toBeUndefined()
  const url = 'https://example.org/{version}/promise.yaml'
  const both = runCommand(runCommand(files, setGithubActions(true)), setPromiseRelease(url))
  const reading = readSettings(both)
  expect(reading.diagnostics).toEqual([])
  expect(reading.settings.extras).toEqual({ githubActions: true, promiseRelease: { url } })
  expect(both.get(SETTINGS_FILE)?.text?.startsWith(OLD)).toBe(true)
  const none = runCommand(runCommand(both, setPromiseRelease(undefined)), setGithubActions(false))
  expect(none.get(SETTINGS_FILE)?.text).toBe(OLD)
})

test('an address that is none is told, and the rest of the settings stays', () => {
  const text = `${OLD}extras: {promiseRelease: {url: "javascript:x"}}\n`
  const reading = readSettings(new Map([[SETTINGS_FILE, FileContent.fromText(text)]]))
  expect(reading.diagnostics).toMatchObject([{ code: 'settings-file' }])
  expect(reading.settings).toMatchObject({
    extras: undefined,
    images: { registry: 'ghcr.io/acme' },
  })
})
