import {CLAIM_RULES} from './claim.ts'
import {DEPENDS_RULES} from './depends.ts'
import {DUE_RULES} from './due.ts'
import {EVIDENCE_RULES} from './evidence.ts'
import {FIELD_RULES} from './field.ts'
import {ITEM_RULES} from './item.ts'
import {MARKDOWN_RULES} from './markdown.ts'
import {BASELINE_RULES, PLAN_RULES} from './plan.ts'
import {PRIORITY_RULES} from './priority.ts'
import type {Rule} from './rule.ts'
import {SCHEDULE_RULES} from './schedule.ts'
import {SETTINGS_RULES} from './settings.ts'
import {TASK_RULES} from './task.ts'
import {TEXT_RULES} from './text.ts'
import {TIMELINE_RULES} from './timeline.ts'

/** The rules by their subject, in the order of the documentation. */
export const GROUPS = [
  PLAN_RULES,
  TEXT_RULES,
  MARKDOWN_RULES,
  SETTINGS_RULES,
  TASK_RULES,
  ITEM_RULES,
  FIELD_RULES,
  CLAIM_RULES,
  PRIORITY_RULES,
  TIMELINE_RULES,
  DUE_RULES,
  DEPENDS_RULES,
  BASELINE_RULES,
  SCHEDULE_RULES,
  EVIDENCE_RULES,
] as const

/** Every rule by its id. Ids are public: once published they keep their meaning. */
export const RULES = {
  ...PLAN_RULES.rules,
  ...TEXT_RULES.rules,
  ...MARKDOWN_RULES.rules,
  ...SETTINGS_RULES.rules,
  ...TASK_RULES.rules,
  ...ITEM_RULES.rules,
  ...FIELD_RULES.rules,
  ...CLAIM_RULES.rules,
  ...PRIORITY_RULES.rules,
  ...TIMELINE_RULES.rules,
  ...DUE_RULES.rules,
  ...DEPENDS_RULES.rules,
  ...BASELINE_RULES.rules,
  ...SCHEDULE_RULES.rules,
  ...EVIDENCE_RULES.rules,
}

export type RuleId = keyof typeof RULES
export const RULE_IDS = Object.keys(RULES) as readonly RuleId[]

/** The facts of a problem of a rule. */
export type FactsOf<Id extends RuleId> = (typeof RULES)[Id] extends Rule<infer Facts> ? Facts : never

/** A rule whose facts are not known to the caller. */
export const ruleOf = (id: RuleId): Rule<object> => RULES[id]

/** What the rules of some problems find, by their ids: a page carries these and not the whole table. */
export function rulesFound({problems}: {readonly problems: readonly {readonly rule: string}[]}): Readonly<Record<string, string>> {
  return Object.fromEntries([...new Set(problems.map(({rule}) => rule))].sort().map((rule) => [rule, ruleOf(rule as RuleId).finds]))
}
