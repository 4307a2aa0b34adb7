import { type DBSchema, openDB } from 'idb'

/** The folder on the disk that belongs to a draft, and what we wrote there. */
export interface FolderRecord {
  readonly draftId: string
  /** The browser's own handle; kept as it is. */
  readonly handle: unknown
  /** Path -> SHA-256 of what we wrote and that was still ours when we last looked. */
  readonly written: ReadonlyMap<string, string>
}

/** Remembers one folder for each draft. Methods reject when the browser refuses its storage. */
export interface FolderRecords {
  load(draftId: string): Promise<FolderRecord | undefined>
  save(record: FolderRecord): Promise<void>
  /** Forgets the folders of all drafts but these. */
  prune(draftIds: ReadonlySet<string>): Promise<void>
}

interface Schema extends DBSchema {
  folders: { key: string; value: FolderRecord }
}

const DATABASE = 'promise-designer-folders'

/** In a database of its own: a handle is worth nothing elsewhere, and no draft depends on it. */
export function folderRecords(name = DATABASE): FolderRecords {
  const database = async () =>
    openDB<Schema>(name, 1, {
      upgrade: (db) => void db.createObjectStore('folders', { keyPath: 'draftId' }),
    })
  const use = async <T>(work: (db: Awaited<ReturnType<typeof database>>) => Promise<T>) => {
    const db = await database()
    try {
      return await work(db)
    } finally {
      db.close()
    }
  }
  return {
    load: (draftId) => use((db) => db.get('folders', draftId)),
    save: (record) => use(async (db) => void (await db.put('folders', record))),
    prune: (draftIds) =>
      use(async (db) => {
        for (const id of await db.getAllKeys('folders')) {
          if (!draftIds.has(id)) await db.delete('folders', id)
        }
      }),
  }
}
