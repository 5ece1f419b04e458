import type {Place} from '../model/place.ts'
import {clipped, type Problem} from '../model/problem.ts'
import type {TextEdit} from './edit.ts'
import type {Evaluated} from './rule.ts'
import {RULE_IDS, ruleOf, type FactsOf, type RuleId} from './rules.ts'

/** A problem of a rule: its severity and its sentences come from the row of the rule. */
export function problem<Id extends RuleId>(rule: Id, {line, column}: Place, facts: FactsOf<Id>): Problem {
  const row = ruleOf(rule)
  return {rule, severity: row.severity, line, column, facts, reason: clipped(row.message(facts)), fix: clipped(row.fix(facts))}
}

/** The edits that fix a problem; empty for one that a person has to fix. */
export function editsOf({rule, line, column, facts}: Problem): readonly TextEdit[] {
  return ruleOf(rule as RuleId).edits?.(facts, {line, column}) ?? []
}

/** The problems of all rules that look at an evaluated plan. */
export function findProblems(evaluated: Evaluated): readonly Problem[] {
  return RULE_IDS.flatMap((id) => (ruleOf(id).find?.(evaluated) ?? []).map(([place, facts]) => problem(id, place, facts as never)))
}
