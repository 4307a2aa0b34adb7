import { Buffer } from 'buffer/index.js'
import { type Disk, systemError } from './disk'
import { dirname, join, resolve } from './path'

/** What functions of `node:fs` take besides paths; anything, since programs may pass anything. */
type Options = Readonly<Record<string, unknown>> | string | null | undefined

function pathOf(path: unknown): string {
  if (typeof path === 'string') return resolve(path)
  if (path instanceof URL && path.protocol === 'file:') return decodeURIComponent(path.pathname)
  if (path instanceof Uint8Array) return resolve(Buffer.from(path).toString('utf8'))
  const error = new TypeError(
    `The "path" argument must be of type string or an instance of Buffer or URL. Received ${path === null ? 'null' : typeof path}`,
  )
  throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
}

function optionOf(options: Options, key: string): unknown {
  return typeof options === 'object' && options !== null ? options[key] : undefined
}

function encodingOf(options: Options): unknown {
  return typeof options === 'string' ? options : optionOf(options, 'encoding')
}

function bytesFrom(data: unknown, options: Options): Uint8Array {
  if (typeof data === 'string') {
    return new Uint8Array(Buffer.from(data, (encodingOf(options) as 'utf8' | null) ?? 'utf8'))
  }
  if (ArrayBuffer.isView(data)) {
    return new Uint8Array(data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength))
  }
  const error = new TypeError(
    `The "data" argument must be of type string or an instance of Buffer, TypedArray, or DataView. Received ${data === null ? 'null' : typeof data}`,
  )
  throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
}

/** No clock: a run gives the same again. */
const EPOCH = new Date(0)

class Stats {
  readonly #folder: boolean
  readonly mode: number
  readonly mtime = EPOCH
  readonly mtimeMs = 0
  readonly uid = 65_532
  readonly gid = 65_532
  constructor(
    readonly size: number,
    folder: boolean,
  ) {
    this.#folder = folder
    this.mode = folder ? 0o40755 : 0o100644
  }
  isFile = (): boolean => !this.#folder
  isDirectory = (): boolean => this.#folder
  isSymbolicLink = (): boolean => false
}

class Dirent {
  readonly #folder: boolean
  constructor(
    readonly name: string,
    readonly parentPath: string,
    folder: boolean,
  ) {
    this.#folder = folder
  }
  get path(): string {
    return this.parentPath
  }
  isFile = (): boolean => !this.#folder
  isDirectory = (): boolean => this.#folder
  isSymbolicLink = (): boolean => false
}

const W_OK = 2
const constants = { F_OK: 0, R_OK: 4, W_OK, X_OK: 1, COPYFILE_EXCL: 1 }

/** The functions of `node:fs` that give their result at once, without `Sync` in their names. */
function operations(disk: Disk) {
  const statOf = (path: string, syscall: string) =>
    new Stats(disk.sizeOf(path, syscall), disk.isFolder(path))
  const walk = (folder: string, below: string): readonly Dirent[] =>
    disk.list(join(folder, below)).flatMap(([name, isFolder]) => {
      const one = new Dirent(name, join(folder, below), isFolder)
      return isFolder ? [one, ...walk(folder, join(below, name))] : [one]
    })
  const put = (path: string, data: unknown, options: Options, flag: unknown) => {
    const bytes = bytesFrom(data, options)
    if (flag === 'wx' && disk.isFile(path)) throw systemError('EEXIST', 'open', path)
    if (flag !== 'a' || !disk.isFile(path)) return disk.write(path, bytes)
    disk.write(path, new Uint8Array(Buffer.concat([disk.bytesOf(path), bytes])))
  }
  const copyAll = (from: string, to: string): void => {
    if (!disk.isFolder(from)) {
      disk.makeFolder(dirname(to), true)
      disk.write(to, disk.bytesOf(from))
      return
    }
    disk.makeFolder(to, true)
    for (const [name] of disk.list(from)) copyAll(join(from, name), join(to, name))
  }
  let temporary = 0
  return {
    readFile(path: unknown, options?: Options) {
      const bytes = Buffer.from(disk.bytesOf(pathOf(path)))
      const encoding = encodingOf(options)
      return encoding ? bytes.toString(encoding as 'utf8') : bytes
    },
    writeFile(path: unknown, data: unknown, options?: Options) {
      put(pathOf(path), data, options, optionOf(options, 'flag'))
    },
    appendFile(path: unknown, data: unknown, options?: Options) {
      put(pathOf(path), data, options, 'a')
    },
    mkdir(path: unknown, options?: Options) {
      return disk.makeFolder(pathOf(path), optionOf(options, 'recursive') === true)
    },
    mkdtemp(prefix: unknown) {
      const path = `${String(prefix)}${String(++temporary).padStart(6, '0')}`
      disk.makeFolder(resolve(path), false)
      return path
    },
    readdir(path: unknown, options?: Options) {
      const folder = pathOf(path)
      const deep = optionOf(options, 'recursive') === true
      const found = deep
        ? walk(folder, '')
        : disk.list(folder).map(([name, isFolder]) => new Dirent(name, folder, isFolder))
      if (optionOf(options, 'withFileTypes') === true) return found
      return found.map(({ name, parentPath }) => join(parentPath.slice(folder.length + 1), name))
    },
    stat: (path: unknown, options?: Options) => {
      const at = pathOf(path)
      const absent = !disk.isFile(at) && !disk.isFolder(at)
      return absent && optionOf(options, 'throwIfNoEntry') === false
        ? undefined
        : statOf(at, 'stat')
    },
    lstat: (path: unknown) => statOf(pathOf(path), 'lstat'),
    access(path: unknown, mode: unknown = constants.F_OK) {
      const at = pathOf(path)
      disk.sizeOf(at, 'access')
      const writable = ['/kratix', '/tmp'].some((one) => at === one || at.startsWith(`${one}/`))
      if (Number(mode) & W_OK && !writable) throw systemError('EACCES', 'access', at)
    },
    realpath(path: unknown) {
      const at = pathOf(path)
      disk.sizeOf(at, 'lstat')
      return at
    },
    unlink: (path: unknown) => disk.removeFile(pathOf(path)),
    rmdir: (path: unknown) => disk.removeFolder(pathOf(path)),
    rm(path: unknown, options?: Options) {
      const at = pathOf(path)
      if (!disk.isFile(at) && !disk.isFolder(at)) {
        if (optionOf(options, 'force') === true) return
        throw systemError('ENOENT', 'rm', at)
      }
      if (disk.isFile(at)) return disk.removeFile(at)
      if (optionOf(options, 'recursive') !== true) throw systemError('EISDIR', 'rm', at)
      disk.removeAll(at)
    },
    rename(from: unknown, to: unknown) {
      const [old, now] = [pathOf(from), pathOf(to)]
      disk.sizeOf(old, 'rename')
      if (old === now) return
      if (now.startsWith(`${old}/`)) throw systemError('EINVAL', 'rename', old, now)
      if (disk.isFolder(old)) {
        copyAll(old, now)
        return disk.removeAll(old)
      }
      const bytes = disk.bytesOf(old)
      disk.write(now, bytes)
      disk.removeFile(old)
    },
    copyFile(from: unknown, to: unknown, mode: unknown = 0) {
      const target = pathOf(to)
      if (mode === constants.COPYFILE_EXCL && disk.isFile(target)) {
        throw systemError('EEXIST', 'copyfile', pathOf(from), target)
      }
      disk.write(target, disk.bytesOf(pathOf(from)))
    },
    cp(from: unknown, to: unknown, options?: Options) {
      const [source, target] = [pathOf(from), pathOf(to)]
      disk.sizeOf(source, 'cp')
      if (disk.isFolder(source) && optionOf(options, 'recursive') !== true) {
        throw systemError('EISDIR', 'cp', source)
      }
      copyAll(source, target)
    },
    /** Modes and times mean nothing here. */
    chmod: (path: unknown) => void disk.sizeOf(pathOf(path), 'chmod'),
    utimes: (path: unknown) => void disk.sizeOf(pathOf(path), 'utime'),
  }
}

type Operation = (...given: unknown[]) => unknown

/** `node:fs` and `node:fs/promises` over a disk. */
export function fileSystem(disk: Disk, later: (run: () => void) => void) {
  const all = operations(disk) as unknown as Readonly<Record<string, Operation>>
  const promises: Record<string, unknown> = { constants }
  const fs: Record<string, unknown> = { constants, promises, ...constants, Stats, Dirent }
  for (const [name, operation] of Object.entries(all)) {
    promises[name] = async (...given: unknown[]) => operation(...given)
    fs[`${name}Sync`] = (...given: unknown[]) => operation(...given)
    fs[name] = (...given: unknown[]) => {
      const done = given.pop()
      if (typeof done !== 'function') {
        const error = new TypeError('The "cb" argument must be of type function.')
        throw Object.assign(error, { code: 'ERR_INVALID_ARG_TYPE' })
      }
      let result: unknown
      try {
        result = operation(...given)
      } catch (error) {
        later(() => done(error))
        return
      }
      later(() => done(null, result))
    }
  }
  const exists = (path: unknown): boolean => {
    if (typeof path !== 'string' && !(path instanceof URL)) return false
    const at = pathOf(path)
    return disk.isFile(at) || disk.isFolder(at)
  }
  fs.existsSync = exists
  fs.exists = (path: unknown, done: (there: boolean) => void) => later(() => done(exists(path)))
  return { fs, promises }
}
