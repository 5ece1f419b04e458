// Reads the newest edits of public plans and holds what is told of them against their lines: `node test/corpus/histories.mjs FOLDER`.
// FOLDER/owner+name are clones, each a git directory. It prints the table of docs/reference/reader-corpus.md. A tick is certain where the
// same words stand behind an open box and then behind a ticked one; `--read FILE` writes the others, to be read by a person: that file is
// not to be committed, because it quotes the plans.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {parseArgs} from 'node:util'
import {createJiti} from 'jiti'

const {editsOf} = await createJiti(import.meta.url).import('./changes.ts')
const {
  positionals: [folder = '.'],
  values: {read},
} = parseArgs({allowPositionals: true, options: {read: {type: 'string'}}})
const BOX = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*)$/
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
const boxAt = (text, line) => {
  const [, mark, words = ''] = BOX.exec(text.split('\n')[line - 1] ?? '') ?? []
  return mark === undefined ? null : {isDone: mark !== ' ', words: bare(words)}
}

const toRead = []
const rows = JSON.parse(readFileSync(new URL('histories.json', import.meta.url), 'utf8')).map((plan) => {
  const at = join(folder, plan.repo.replace('/', '+'))
  const edits = editsOf(plan, existsSync(join(at, 'HEAD')) ? at : join(at, 'repo'))
  const counts = {ticks: 0, certain: 0, moves: 0}
  for (const {to, before, after, told} of edits)
    for (const change of told) {
      if (change.kind === 'moved') counts.moves++
      if (change.of !== 'task' || !['ticked', 'unticked'].includes(change.kind)) continue
      counts.ticks++
      const [from, now] = [boxAt(before, change.before.line), boxAt(after, change.after.line)]
      if (from !== null && now !== null && from.words === now.words && from.isDone !== now.isDone) counts.certain++
      else toRead.push(`${plan.repo}\t${to}\t${change.kind}\t${change.before.task}\t${change.after.task}`)
    }
  return `| \`${plan.repo}\` | \`${plan.path}\` | \`${plan.commit.slice(0, 10)}\` | ${edits.length} | ${counts.ticks} | ${counts.certain} | ${counts.moves} |`
})
if (read !== undefined) writeFileSync(read, `${toRead.join('\n')}\n`)
console.log(
  [
    '| repository | plan | commit | edits | ticks told | certain | moves told |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n'),
)
