import { isWithin, type Path } from '@/lib/promise/path'

/** The places that lie below no other of them: what is done to an object is done to what is in it. */
export function topmost(paths: readonly Path[]): readonly Path[] {
  return paths.filter((path) =>
    paths.every((other) => other === path || other.length >= path.length || !isWithin(path, other)),
  )
}
