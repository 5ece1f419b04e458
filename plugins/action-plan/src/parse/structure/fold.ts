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
    return all.length === 1 ? all[0] : problem('task/outside-list', all[0], {...facts, count: all.length})
  },
  'task/unknown-mark': (all) =>
    problem('task/unknown-mark', all[0], {...(all[0].facts as FactsOf<'task/unknown-mark'>), count: all.length}),
  'task/dropped': (all) => problem('task/dropped', all[0], {...(all[0].facts as FactsOf<'task/dropped'>), count: all.length}),
}

/** What problems of a rule must have in common to be one; left out: nothing. */
const ALIKE: {readonly [Rule in RuleId]?: (one: Problem) => string} = {
  'task/outside-list': ({line, column, facts}) => {
    const {where} = facts as FactsOf<'task/outside-list'>
    return where === 'table' ? `${line}:${column}` : where
  },
  'task/unknown-mark': ({facts}) => (facts as FactsOf<'task/unknown-mark'>).mark,
}
const keyOf = (one: Problem): string => `${one.rule} ${ALIKE[one.rule as RuleId]?.(one) ?? ''}`

/** Problems in the order of the file, where those that repeat themselves are one. `lines` are those of the file. */
export function folded(problems: readonly Problem[], lines: readonly string[]): readonly Problem[] {
  const groups: [Problem, ...Problem[]][] = []
  const alike = new Map<string, Problem[]>()
  for (const one of [...problems].sort(byPlace)) {
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
  return groups.map((group) => FOLDED[group[0].rule as RuleId]?.(group, lines) ?? group[0])
}
