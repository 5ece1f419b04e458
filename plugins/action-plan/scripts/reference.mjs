// Writes what the reference page of fields says from the rows of the code: `node scripts/reference.mjs`. A test says whether it is up to date.
import {readFileSync, writeFileSync} from 'node:fs'
import {createJiti} from 'jiti'

const page = new URL('../../../docs/reference/fields.md', import.meta.url)
const jiti = createJiti(import.meta.url)
const [{fieldsPage}, ...rows] = await Promise.all(
  ['./reference', '../src/fields/fields', '../src/fields/words', '../src/lexicon/lexicon'].map((name) => jiti.import(`${name}.ts`)),
)
writeFileSync(page, fieldsPage(readFileSync(page, 'utf8'), Object.assign({}, ...rows)))
