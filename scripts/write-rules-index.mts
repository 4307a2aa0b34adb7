import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { rulePages, rulesIndex } from './rules-index'

const folder = join(import.meta.dirname, '../docs/rules')
const page = (id: string) => readFileSync(join(folder, `${id}.md`), 'utf8')

writeFileSync(join(folder, 'README.md'), rulesIndex(page))
writeFileSync(join(folder, '../../components/designer/rule-pages.json'), rulePages(page))
