import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from '@/lib/build/build'
import { GOLDEN_FOLDER, goldenDesigns } from '@/lib/build/golden-designs'

/** Writes the golden repositories anew; read the difference before you commit it. */
const root = join(import.meta.dirname, '..', GOLDEN_FOLDER)
rmSync(root, { recursive: true, force: true })
for (const [name, files] of goldenDesigns()) {
  const built = build(files)
  for (const { path, content, executable } of built.files.values()) {
    const file = join(root, name, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content.bytes)
    chmodSync(file, executable ? 0o755 : 0o644)
  }
  console.log(`${name}: ${built.files.size} files`)
  for (const { severity, message } of built.diagnostics) console.log(`  ${severity}: ${message}`)
}
