import { BASE_FOLDER, type Files } from '@/lib/promise/files'
import type { GeneratedFile } from '@/lib/scaffolds/scaffold'
import { recordedHashes } from './record'

/**
 * What is generated for a step whose `Dockerfile` is the user's own (one that was never generated:
 * a step of another tool that was adopted). That file says what is in the image, so only what it
 * names is added, such as a `go.mod` that is not there; a helper beside a program that does not
 * know it could break the program. Where it names a program that is missing, all of it is made.
 */
export function besideOwn(
  files: Files,
  folder: string,
  generated: readonly GeneratedFile[],
  program: string | undefined,
): readonly GeneratedFile[] {
  const path = `${folder}Dockerfile`
  const dockerfile = files.get(path)
  const wasGenerated = files.has(BASE_FOLDER + path) || Object.hasOwn(recordedHashes(files), path)
  if (!dockerfile || wasGenerated) return generated
  const text = dockerfile.text ?? ''
  const named = (file: string) => text.includes(file.slice(file.lastIndexOf('/') + 1))
  if (program !== undefined && named(program) && !files.has(folder + program)) return generated
  return generated.filter((file) => file.path.startsWith('resources/') || named(file.path))
}
