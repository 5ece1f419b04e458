import type {Change} from '../../plugins/action-plan/src/model/changes.ts'
import type {Edit} from './changes.ts'
import type {PublicPlan} from './read.ts'

/** Which change it is: the revision that made it, its kind, and its lines before and after. */
export type ToldChange = readonly [revision: string, kind: string, before: number, after: number]
/** Whether a careful reader of both revisions says the same of a plan's changes. Those that are not listed as wrong are right. */
export interface HistoryVerdicts extends PublicPlan {
  readonly right: readonly ToldChange[]
  readonly wrong: readonly (readonly [...change: ToldChange, why: string])[]
}
/** How many are told, and how many of them are right. */
export interface Judged {
  readonly told: number
  readonly right: number
}
export interface HistoryFigures extends PublicPlan {
  readonly edits: number
  readonly completions: Judged & {readonly certain: number}
  readonly items: Judged
  readonly tasks: Judged
}

const MARKED: readonly string[] = ['ticked', 'unticked', 'dropped', 'restored']
const BOX = /^[\s>]*(?:[-*+]|\d+[.)])\s+\[([ xX])\]\s+(.*)$/
const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]/gu, '')
const boxAt = (text: string, line: number): {readonly isDone: boolean; readonly words: string} | null => {
  const [, mark, words = ''] = BOX.exec(text.split('\n')[line - 1] ?? '') ?? []
  return mark === undefined ? null : {isDone: mark !== ' ', words: bare(words)}
}

/** Whether the same words stand behind an open box and then behind a ticked one. */
function isCertain({before, after}: Edit, change: Change): boolean {
  const [from, now] = [boxAt(before, change.before?.line ?? 0), boxAt(after, change.after?.line ?? 0)]
  return from !== null && now !== null && from.words === now.words && from.isDone !== now.isDone
}

/** The figures of a plan's history, and what nobody has read yet. */
export function judged(
  {repo, path, commit}: PublicPlan,
  edits: readonly Edit[],
  verdicts: readonly HistoryVerdicts[],
): {readonly figures: HistoryFigures; readonly unread: readonly string[]} {
  const own = verdicts.find((one) => one.repo === repo && one.path === path)
  const keyOf = ([revision, kind, before, after]: readonly unknown[]): string => [revision, kind, before, after].join(' ')
  const [right, wrong] = [new Set(own?.right.map(keyOf)), new Set(own?.wrong.map(keyOf))]
  const counts = {completions: {told: 0, right: 0, certain: 0}, items: {told: 0, right: 0}, tasks: {told: 0, right: 0}}
  const unread: string[] = []
  for (const edit of edits)
    for (const change of edit.told) {
      const isMark = change.of === 'task' && MARKED.includes(change.kind)
      const isMove = change.kind === 'moved' && (change.of === 'task' || change.of === 'item')
      if (!isMark && !isMove) continue
      const count = isMark ? counts.completions : change.of === 'item' ? counts.items : counts.tasks
      count.told++
      const sure = isMark && isCertain(edit, change)
      if (sure) counts.completions.certain++
      const key = keyOf([edit.to.slice(0, 10), `${change.kind} ${change.of}`, change.before?.line, change.after?.line])
      if (sure || right.has(key)) count.right++
      else if (!wrong.has(key)) unread.push([repo, path, key, textOf(change, 'before'), textOf(change, 'after')].join('\t'))
    }
  return {figures: {repo, path, commit, edits: edits.length, ...counts}, unread}
}

const textOf = (change: Change, side: 'before' | 'after'): string =>
  [change.doubt?.code ?? '', change[side]?.title, change[side]?.task].filter((part) => part !== null && part !== '').join(' / ')
