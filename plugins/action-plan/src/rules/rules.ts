import {DEPENDS} from './depends.ts'
import {DUE} from './due.ts'
import {EVIDENCE} from './evidence.ts'
import {FIELD} from './field.ts'
import {ITEM} from './item.ts'
import {MARKDOWN} from './markdown.ts'
import {BASELINE, PLAN} from './plan.ts'
import {PRIORITY} from './priority.ts'
import type {Rule} from './rule.ts'
import {SCHEDULE} from './schedule.ts'
import {SETTINGS} from './settings.ts'
import {TASK} from './task.ts'
import {TEXT} from './text.ts'
import {TIMELINE} from './timeline.ts'

/** The rules by their subject, in the order of the documentation. */
export const GROUPS = [
  PLAN,
  TEXT,
  MARKDOWN,
  SETTINGS,
  TASK,
  ITEM,
  FIELD,
  PRIORITY,
  TIMELINE,
  DUE,
  DEPENDS,
  BASELINE,
  SCHEDULE,
  EVIDENCE,
] as const

/** Every rule by its id. Ids are public: once published they keep their meaning. */
export const RULES = {
  ...PLAN.rules,
  ...TEXT.rules,
  ...MARKDOWN.rules,
  ...SETTINGS.rules,
  ...TASK.rules,
  ...ITEM.rules,
  ...FIELD.rules,
  ...PRIORITY.rules,
  ...TIMELINE.rules,
  ...DUE.rules,
  ...DEPENDS.rules,
  ...BASELINE.rules,
  ...SCHEDULE.rules,
  ...EVIDENCE.rules,
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
