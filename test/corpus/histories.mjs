// Compares the newest edits of public plans, and writes how many of the completions and moves that are told are right to
// docs/reference/reader-corpus.md. `node test/corpus/histories.mjs` uses the recorded figures. `node test/corpus/histories.mjs FOLDER` reads the
// plans of histories.json anew from clones: FOLDER/owner+name, each a git directory or a work tree. A completion is certain where the same words
// stand behind an open box and then behind a ticked one; all else is held against the verdicts of people in histories-verdicts.json.
// `--unread FILE` writes what has no verdict, to be read: that file is not to be committed, because it quotes the plans.
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {createJiti} from 'jiti'
import {gitDir} from './clone.mjs'

const jiti = createJiti(import.meta.url)
const {editsOf} = await jiti.import('./changes.ts')
const {judged} = await jiti.import('./histories.ts')
const {historyTable, withTables} = await jiti.import('./page.ts')
const at = (path) => new URL(path, import.meta.url)
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'))

const {
  positionals: [folder],
  values: {unread},
} = parseArgs({allowPositionals: true, options: {unread: {type: 'string'}}})

if (folder !== undefined) {
  const verdicts = json('histories-verdicts.json')
  const read = json('histories.json').map((plan) => judged(plan, editsOf(plan, gitDir(folder, plan)), verdicts))
  writeFileSync(at('histories-figures.json'), `[\n${read.map(({figures}) => JSON.stringify(figures)).join(',\n')}\n]\n`)
  const missing = read.flatMap((one) => one.unread)
  if (unread !== undefined) writeFileSync(unread, missing.map((line) => `${line}\n`).join(''))
  else if (missing.length > 0) console.error(`${missing.length} changes have no verdict: write them with --unread FILE and read them`)
}
const page = at('../../docs/reference/reader-corpus.md')
const made = historyTable(json('histories-figures.json'))
writeFileSync(page, withTables(readFileSync(page, 'utf8'), made, 'histories'))
console.log(made)
