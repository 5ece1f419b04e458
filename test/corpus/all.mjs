// Reads public plans that nobody here wrote, and writes how many problems the reader finds in them to docs/reference/reader-corpus.md.
// `node test/corpus/all.mjs` uses the recorded figures. `node test/corpus/all.mjs FOLDER` reads the plans of plans.json and unseen.json anew from clones:
// FOLDER/owner+name, each a git directory or a work tree. `--problems FILE` writes each problem beside its line, to be judged: that file is
// not to be committed, because it quotes the plans.
import {readFileSync, writeFileSync} from 'node:fs'
import {parseArgs} from 'node:util'
import {createJiti} from 'jiti'
import {gitDir} from './clone.mjs'

const jiti = createJiti(import.meta.url)
const {figuresOf, readText, textOf} = await jiti.import('./read.ts')
const {tables, withTables} = await jiti.import('./page.ts')
const at = (path) => new URL(path, import.meta.url)
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'))
const lines = (all) => `[\n${all.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`

const {
  positionals: [folder],
  values: {problems},
} = parseArgs({allowPositionals: true, options: {problems: {type: 'string'}}})

let page = readFileSync(at('../../docs/reference/reader-corpus.md'), 'utf8')
for (const unseen of [false, true]) {
  const name = (file) => (unseen ? (file === 'plans' ? 'unseen.json' : `unseen-${file}.json`) : `${file}.json`)
  if (folder !== undefined) {
    const plans = json(name('plans')).map((plan) => ({plan, text: textOf(plan, gitDir(folder, plan))}))
    writeFileSync(at(name('figures')), lines(plans.map(({plan, text}) => figuresOf(plan, text))))
    if (problems !== undefined) {
      const told = plans.flatMap(({plan, text}) => {
        const own = text.split(/\r?\n/)
        return readText(text, plan.path).problems.map(({severity, rule, line, reason}) =>
          [severity, rule, `${plan.repo}/${plan.path}:${line}`, reason, own[line - 1] ?? ''].join('\t'),
        )
      })
      writeFileSync(unseen ? `${problems}.unseen` : problems, `${told.join('\n')}\n`)
    }
  }
  const corpus = {figures: json(name('figures')), verdicts: json(name('verdicts')), before: json(name('before'))}
  const made = tables(corpus, {unseen})
  page = withTables(page, made, unseen ? 'unseen results' : 'results')
  console.log(made.split(/\n##+ (?:The|Their) repositories/)[0])
}
writeFileSync(at('../../docs/reference/reader-corpus.md'), page)
