import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keywordDocs } from './keyword-docs'

writeFileSync(join(import.meta.dirname, '../docs/schema-keywords.md'), keywordDocs())
