import {fold, once, words} from '../../lexicon/lexicon.ts'
import type {Markdown} from '../markdown/blocks.ts'
import {peopleInFrontMatter} from '../settings/people.ts'
import {parseOwners} from '../values/owner.ts'
import {tablesOf} from './table.ts'

const headings = once(() => new Set(words(({team, labels}) => [...team, ...labels.owner])))
/** "Ann: backend", "Ann (lead)", "Ann – docs": the name ends there. */
const NAME_ENDS = /[:：(（[]|\s[–—-]\s/u

/** Names that a plan gives as those of people: below a heading such as "Team", in a column of owners, in its front matter. */
export function peopleOf({blocks, passages, plain, frontMatter}: Markdown): ReadonlySet<string> {
  const found: string[] = [...peopleInFrontMatter(frontMatter)]
  let isTeam = false
  for (const block of blocks) {
    if (block.type === 'heading') isTeam = headings().has(fold(plain(block.lines[0]?.text ?? '').replaceAll(/[^\p{L}\p{M}\s'’-]/gu, ' ')))
    else if (isTeam && (block.type === 'item' || block.type === 'paragraph'))
      for (const {text} of block.lines) found.push(plain(text).split(NAME_ENDS, 1)[0] ?? '')
  }
  for (const {columns, rows} of tablesOf({passages, plain})) {
    const at = columns.indexOf('owner')
    if (at >= 0) for (const row of rows) found.push(plain(row[at]?.raw ?? ''))
  }
  return new Set(found.flatMap(parseOwners).map(fold))
}
