import {group, rule, TASK_SYNTAX} from './rule.ts'

export const PLAN_RULES = group('The plan', 'The file of the plan as a whole.', {
  'plan/unreadable': rule<{readonly found: string}>({
    severity: 'error',
    finds: 'The file of the plan cannot be read.',
    help: 'Put the file back, or correct the option `plan` of the plugin. Where `onProblems.errors` does not stop the build, the pages of the plan show no tasks and this message.',
    message: ({found}) => found,
    fix: () => 'put the file back, or correct the option "plan"',
  }),
  'plan/no-tasks': rule({
    severity: 'info',
    finds: 'The plan has no tasks.',
    help: 'Write what is to be done as `- [ ] text`. Nothing is shown as 0 % or 100 %: it says "no tasks".',
    message: () => 'the plan has no tasks: no list item starts with "[ ]" or "[x]"',
    fix: () => TASK_SYNTAX,
  }),
})

/** Why a baseline cannot be read, and what to do, as its reader says; or the error that the plan had at that revision. */
type NoBaseline = {readonly reason: string; readonly remedy: string} | {readonly error: string; readonly line: number}

/** Why there is no comparison, without the name of the setting. */
const baselineReason = (facts: NoBaseline): string =>
  'error' in facts ? `the plan had an error at that revision: line ${facts.line}: ${facts.error}` : facts.reason

export const BASELINE_RULES = group('The baseline', 'What `baseline` in the [settings](settings.md#baseline) names.', {
  'baseline/unavailable': rule<NoBaseline>({
    severity: 'warning',
    finds: 'A baseline that cannot be compared with.',
    help: 'Name a git revision that exists, holds the plan and has no errors in it: `git tag` and `git log --oneline` list them. In CI, fetch the whole history (`fetch-depth: 0`). Until then nothing is compared, and the pages say why.',
    message: (facts) => `baseline: ${baselineReason(facts)}`,
    fix: (facts) => ('error' in facts ? 'name a revision in which "action-plan check" finds no errors' : facts.remedy),
  }),
})
