import type {HistoryFigures, Judged} from './histories.ts'
import type {Figures, Verdict} from './read.ts'

/** What the same plans gave before the reader was changed by what they showed. */
export interface Before {
  readonly plans: number
  readonly warnings: number
  readonly errors: number
  readonly byRule: Readonly<Record<string, number>>
}

type Kind = 'errors' | 'warnings'
const sumOf = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0)

/** How many problems of a kind all plans have. */
export const total = (all: readonly Figures[], kind: Kind): number => all.reduce((sum, plan) => sum + sumOf(plan[kind]), 0)

/** Problems by rule, the most frequent first, with the number of plans that have one. */
function byRule(all: readonly Figures[], kind: Kind): readonly (readonly [rule: string, count: number, plans: number])[] {
  const found = new Map<string, {count: number; plans: number}>()
  for (const plan of all)
    for (const [rule, count] of Object.entries(plan[kind])) {
      const known = found.get(rule) ?? {count: 0, plans: 0}
      found.set(rule, {count: known.count + count, plans: known.plans + 1})
    }
  return [...found].map(([rule, {count, plans}]) => [rule, count, plans] as const).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}

const each = (count: number, plans: number): string => (count / plans).toFixed(2)
const shareTrue = (verdicts: readonly Verdict[]): string =>
  verdicts.length === 0 ? '-' : `${verdicts.filter(({isTrue}) => isTrue).length} of ${verdicts.length}`

/** The verdicts of one kind of problems. */
export function judgedOf(verdicts: readonly Verdict[], all: readonly Figures[], kind: Kind): readonly Verdict[] {
  const rules = new Set(all.flatMap((plan) => Object.keys(plan[kind])))
  return verdicts.filter(({rule}) => rules.has(rule))
}

/** Plans with what was found in them. */
export interface Corpus {
  readonly figures: readonly Figures[]
  readonly verdicts: readonly Verdict[]
  readonly before: Before
}
/** Which part of the page: plans that the reader was mended by, or those that nobody had seen before. */
export interface Part {
  readonly unseen: boolean
}

/** The figures of the page: in all, by rule, and the plans. */
export function tables({figures: all, verdicts, before}: Corpus, {unseen}: Part): string {
  const tasks = all.reduce((sum, plan) => sum + plan.tasks, 0)
  const [warnings, errors] = [total(all, 'warnings'), total(all, 'errors')]
  const repositories = new Set(all.map(({repo}) => repo))
  const rules = (['errors', 'warnings'] as const).flatMap((kind) =>
    byRule(all, kind).map(
      ([rule, count, plans]) =>
        `| ${kind === 'errors' ? 'error' : 'warning'} | \`${rule}\` | ${before.byRule[rule] ?? 0} | ${count} | ${plans} | ${shareTrue(verdicts.filter((one) => one.rule === rule))} |`,
    ),
  )
  const counts = new Map<string, number>()
  for (const {repo} of all) counts.set(repo, (counts.get(repo) ?? 0) + 1)
  const commits = new Map(all.map(({repo, commit}) => [repo, commit]))
  return [
    '| | before | now |',
    '| --- | --- | --- |',
    `| plans | ${before.plans} | ${all.length} |`,
    `| repositories | ${repositories.size} | ${repositories.size} |`,
    `| tasks | ${tasks} | ${tasks} |`,
    `| warnings a plan | ${each(before.warnings, before.plans)} | ${each(warnings, all.length)} |`,
    `| errors a plan | ${each(before.errors, before.plans)} | ${each(errors, all.length)} |`,
    `| warnings judged true | - | ${shareTrue(judgedOf(verdicts, all, 'warnings'))} |`,
    ...(judgedOf(verdicts, all, 'errors').length === 0
      ? []
      : [`| errors judged true | - | ${shareTrue(judgedOf(verdicts, all, 'errors'))} |`]),
    '',
    unseen ? '### Their warnings by rule' : '## By rule',
    '',
    '| severity | rule | before | now | plans | judged true |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rules,
    '',
    unseen ? '### Their repositories' : '## The repositories',
    '',
    '| repository | commit | plans |',
    '| --- | --- | --- |',
    ...[...counts].map(([repo, count]) => `| \`${repo}\` | \`${commits.get(repo)?.slice(0, 10) ?? ''}\` | ${count} |`),
  ].join('\n')
}

const shareRight = (all: readonly Judged[]): string => {
  const sum = (of: (one: Judged) => number): number => all.reduce((total, one) => total + of(one), 0)
  const [told, right] = [sum((one) => one.told), sum((one) => one.right)]
  return `${right} of ${told}${told === 0 ? '' : ` (${((100 * right) / told).toFixed(1)} %)`}`
}

/** What is told of the edits of plans, and how much of it is right. */
export function historyTable(all: readonly HistoryFigures[]): string {
  const certain = all.reduce((sum, {completions}) => sum + completions.certain, 0)
  return [
    '| | right |',
    '| --- | --- |',
    `| completions, of which ${certain} are certain | ${shareRight(all.map(({completions}) => completions))} |`,
    `| moves of items | ${shareRight(all.map(({items}) => items))} |`,
    `| moves of tasks | ${shareRight(all.map(({tasks}) => tasks))} |`,
    '',
    '| repository | plan | commit | edits | completions | certain | right | moves | right |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...all.map(
      ({repo, path, commit, edits, completions, items, tasks}) =>
        `| \`${repo}\` | \`${path}\` | \`${commit.slice(0, 10)}\` | ${edits} | ${completions.told} | ${completions.certain} | ${completions.right} | ${items.told + tasks.told} | ${items.right + tasks.right} |`,
    ),
  ].join('\n')
}

/** The page with the figures of a part made anew. */
export function withTables(page: string, made: string, name: 'results' | 'unseen results' | 'histories'): string {
  const [from, to] = [`<!-- ${name} -->`, `<!-- end of ${name} -->`]
  const [before, rest] = page.split(from)
  const after = rest?.split(to)[1]
  if (before === undefined || after === undefined) throw new Error(`the page has no part between ${from} and ${to}: put both lines in`)
  return `${before}${from}\n\n${made}\n\n${to}${after}`
}
