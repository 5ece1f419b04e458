// Writes what the reference pages of fields and rules say from the rows of the code: `node scripts/reference.mjs`. A test says whether they are up to date.
import {readFileSync, writeFileSync} from 'node:fs'
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const [{fieldsPage}, {rulesPage}, {GROUPS}, ...rows] = await Promise.all(
  ['./reference', './rules-page', '../src/rules/rules', '../src/fields/fields', '../src/fields/words', '../src/lexicon/lexicon'].map(
    (name) => jiti.import(`${name}.ts`),
  ),
)
write('fields', (text) => fieldsPage(text, Object.assign({}, ...rows)))
write('rules', (text) => rulesPage(text, GROUPS))

function write(name, made) {
  const page = new URL(`../../../docs/reference/${name}.md`, import.meta.url)
  writeFileSync(page, made(readFileSync(page, 'utf8')))
}
