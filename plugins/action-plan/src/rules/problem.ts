import type {Place} from '../model/place.ts'
import {clipped, excerpt, isExcerpt, type Problem} from '../model/problem.ts'
import type {TextEdit} from './edit.ts'
import type {Evaluated} from './rule.ts'
import {RULE_IDS, ruleOf, type FactsOf, type RuleId} from './rules.ts'

/** A problem of a rule: its severity and its sentences come from the row of the rule. */
export function problem<Id extends RuleId>(rule: Id, {line, column}: Place, facts: FactsOf<Id>): Problem {
  const row = ruleOf(rule)
  return {
    rule,
    severity: row.severity,
    line,
    column,
    facts: excerpts(facts),
    reason: clipped(row.message(facts)),
    fix: clipped(row.fix(facts)),
  }
}

/** The same facts; a text in them that is longer than a line is read loses its end. */
function excerpts<Facts>(facts: Facts): Facts {
  if (typeof facts === 'string') return excerpt(facts) as Facts
  if (typeof facts !== 'object' || facts === null) return facts
  if (Array.isArray(facts)) return facts.map(excerpts) as Facts
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, excerpts(fact)])) as Facts
}

const isCut = (fact: unknown): boolean =>
  typeof fact === 'string' ? isExcerpt(fact) : typeof fact === 'object' && fact !== null && Object.values(fact).some(isCut)

/** The edits that fix a problem; empty for one that a person has to fix, and for one whose facts hold only a part of a text. */
export function editsOf({rule, line, column, facts}: Problem): readonly TextEdit[] {
  if (isCut(facts)) return []
  return ruleOf(rule as RuleId).edits?.(facts, {line, column}) ?? []
}

/** The problems of all rules that look at an evaluated plan. */
export function findProblems(evaluated: Evaluated): readonly Problem[] {
  return RULE_IDS.flatMap((id) => (ruleOf(id).find?.(evaluated) ?? []).map(([place, facts]) => problem(id, place, facts as never)))
}
