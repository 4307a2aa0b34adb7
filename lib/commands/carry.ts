import { type Command, type FileEdit, refused, sequence, unchanged } from '@/lib/promise/command'
import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import type { PipelineKey } from '@/lib/promise/workflows'
import { copyEntry, removeAt, renameKey } from '@/lib/yaml/edit'
import { editSettings, type YamlEdit } from './edit-yaml'
import { readSettings } from './settings'
import { folderOf } from './steps'

/**
 * Moves or copies all that belongs to a step, or to the steps of a pipeline, beside
 * `promise.yaml`: settings, authored and edited files, and the bases of these. A key is that of a
 * step or of a pipeline. Asks before it writes over what a removed step left behind.
 */
export function carry(from: PipelineKey, to: PipelineKey, how: 'move' | 'copy'): Command {
  const label = `${how === 'move' ? 'Move' : 'Copy'} what belongs to ${from}`
  const both = sequence(label, [carrySettings(from, to, how), carryFiles(from, to, how)])
  return {
    label,
    run(files) {
      if (from === to) return unchanged
      if (!leftBehind(files, from) || !leftBehind(files, to)) return both.run(files)
      const replace = sequence('Replace what was left behind', [clear(to), both])
      return refused(`There are still settings or files of an earlier ${to}.`, [replace])
    },
  }
}

/** Removes the settings, files and bases of a step or of the steps of a pipeline. */
export function clear(key: PipelineKey): Command {
  const label = `Remove what belongs to ${key}`
  const settings = ownSettings(label, key, (own) => (document) => removeAt(document, own))
  const folder: Command = {
    label,
    run: (files) => change(ownFiles(files, key).map((path) => ({ kind: 'delete', path }))),
  }
  return sequence(label, [settings, folder])
}

/** True when there are settings or files for the key, whether `promise.yaml` has it or not. */
export function leftBehind(files: Files, key: PipelineKey): boolean {
  return settingsKeys(files, key).length > 0 || ownFiles(files, key).length > 0
}

function carrySettings(from: PipelineKey, to: PipelineKey, how: 'move' | 'copy'): Command {
  return ownSettings(`Rename ${from}`, from, (path) => (document) => {
    const key = to + path[1].slice(from.length)
    return how === 'move' ? renameKey(document, path, key) : copyEntry(document, path, { key })
  })
}

function carryFiles(from: PipelineKey, to: PipelineKey, how: 'move' | 'copy'): Command {
  return {
    label: `Move the folder of ${from}`,
    run(files) {
      const source = folderOf(from)
      const target = folderOf(to)
      if (source === undefined || target === undefined) return unchanged
      return change(
        ownFiles(files, from).map((path) => {
          const moved = path.replace(source, () => target)
          const content = files.get(path)
          return how === 'move' || !content
            ? { kind: 'move', from: path, to: moved }
            : { kind: 'write', path: moved, content }
        }),
      )
    },
  }
}

/** One edit for each entry of the settings that belongs to the key. */
function ownSettings(
  label: string,
  key: PipelineKey,
  edit: (path: readonly [string, string]) => YamlEdit,
): Command {
  return {
    label,
    run(files) {
      const { writable, diagnostics } = readSettings(files)
      // Without knowing what the file says of the step, the step and its settings would part.
      if (!writable) return refused(diagnostics[0]?.message ?? 'The settings cannot be read.')
      const keys = settingsKeys(files, key)
      if (keys.length === 0) return unchanged
      return editSettings({ label }, ...keys.map((own) => edit(['steps', own]))).run(files)
    },
  }
}

function settingsKeys(files: Files, key: PipelineKey): readonly string[] {
  return readSettings(files).keys.filter((own) => own === key || own.startsWith(`${key}/`))
}

/** Files below the folder, and all bases of such, also of files that are gone. */
function ownFiles(files: Files, key: PipelineKey): readonly string[] {
  const folder = folderOf(key)
  if (folder === undefined) return []
  return [...files.keys()].filter(
    (path) => path.startsWith(folder) || path.startsWith(BASE_FOLDER + folder),
  )
}

function change(edits: readonly FileEdit[]): ReturnType<Command['run']> {
  return edits.length === 0 ? unchanged : { kind: 'change', edits }
}
