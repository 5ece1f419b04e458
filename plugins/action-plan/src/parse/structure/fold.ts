import {byPlace, type Problem} from '../../model/problem.ts'
import {problem} from '../../rules/problem.ts'
import type {FactsOf, RuleId} from '../../rules/rules.ts'

/** How notes that would say the same of many lines become one, at the first of them. `lines` are those of the file. */
const FOLDED: {readonly [Rule in RuleId]?: (all: readonly [Problem, ...Problem[]], lines: readonly string[]) => Problem} = {
  'field/glued': (all, lines) => {
    const [first, ...more] = all
    const field = ({line, column}: Problem): FactsOf<'field/glued'>['fields'][0] => {
      const [before, text] = [(lines[line - 1] ?? '').slice(0, column - 1), (lines[line - 1] ?? '').slice(column - 1)]
      return {label: /^[^\p{L}]*([^:：*_]+)/u.exec(text)?.[1]?.trim() ?? 'the field', line, indented: before.trim() === ''}
    }
    return problem('field/glued', first, {fields: [field(first), ...more.map(field)]})
  },
  'priority/colour-alone': (all) => problem('priority/colour-alone', all[0], all[0].facts as FactsOf<'priority/colour-alone'>),
  'task/outside-list': (all) => {
    const facts = all[0].facts as FactsOf<'task/outside-list'>
    const count = all.reduce((sum, one) => sum + ((one.facts as FactsOf<'task/outside-list'>).count ?? 1), 0)
    return all.length === 1 ? all[0] : problem('task/outside-list', all[0], {...facts, count})
  },
  'task/unknown-mark': (all) =>
    problem('task/unknown-mark', all[0], {...(all[0].facts as FactsOf<'task/unknown-mark'>), count: all.length}),
  'text/replacement-character': (all) => problem('text/replacement-character', all[0], {count: all.length}),
  'item/repeated-number': (all) =>
    problem('item/repeated-number', all[0], {...(all[0].facts as FactsOf<'item/repeated-number'>), count: all.length}),
  'claim/heading': (all) => problem('claim/heading', all[0], {...(all[0].facts as FactsOf<'claim/heading'>), more: all.length - 1}),
  'task/dropped': (all) => problem('task/dropped', all[0], {...(all[0].facts as FactsOf<'task/dropped'>), count: all.length}),
}

/** What problems of a rule must have in common to be one; left out: nothing. */
const ALIKE: {readonly [Rule in RuleId]?: (one: Problem) => string} = {
  'task/outside-list': ({facts}) => (facts as FactsOf<'task/outside-list'>).where,
  'task/unknown-mark': ({facts}) => (facts as FactsOf<'task/unknown-mark'>).mark,
  'claim/heading': ({facts}) => {
    const {claim, done} = facts as FactsOf<'claim/heading'>
    return `${claim} ${done === 0}`
  },
}
/** Fewer of them are told one by one; left out: two are one already. */
const LEAST: {readonly [Rule in RuleId]?: number} = {'claim/heading': 5}

/** The same at the same place, which two readers of it found. */
const isTwin = (one: Problem, other: Problem | undefined): boolean =>
  other !== undefined && one.rule === other.rule && one.line === other.line && one.column === other.column && one.reason === other.reason

const keyOf = (one: Problem): string => `${one.rule} ${ALIKE[one.rule as RuleId]?.(one) ?? ''}`

/** Problems in the order of the file, where those that repeat themselves are one. `lines` are those of the file. */
export function folded(problems: readonly Problem[], lines: readonly string[]): readonly Problem[] {
  const groups: [Problem, ...Problem[]][] = []
  const alike = new Map<string, Problem[]>()
  const sorted = [...problems].sort(byPlace)
  for (const [at, one] of sorted.entries()) {
    if (isTwin(one, sorted[at - 1])) continue
    const key = FOLDED[one.rule as RuleId] === undefined ? null : keyOf(one)
    const group = key === null ? undefined : alike.get(key)
    if (group !== undefined) {
      group.push(one)
      continue
    }
    const own: [Problem] = [one]
    groups.push(own)
    if (key !== null) alike.set(key, own)
  }
  return groups
    .flatMap((group) =>
      group.length < (LEAST[group[0].rule as RuleId] ?? 1) ? group : [FOLDED[group[0].rule as RuleId]?.(group, lines) ?? group[0]],
    )
    .sort(byPlace)
}
