import {byPlace, type Problem} from '../../model/problem.ts'
import type {RuleId} from '../../rules/rules.ts'

/** How notes that would say the same of many lines are said once: of the first, with their number. */
const FOLDED: {readonly [Rule in RuleId]?: (first: Problem, count: number, line: string) => Pick<Problem, 'reason' | 'fix'>} = {
  'field/glued': (_, count, line) => {
    const label = /^[^\p{L}]*([^:：*_]+)/u.exec(line)?.[1]?.trim() ?? 'the field'
    return count === 1
      ? {reason: `Markdown joins **${label}** to the task above it`, fix: `add a blank line before **${label}**`}
      : {
          reason: `${count} fields, the first is **${label}**: Markdown joins each to the task above it`,
          fix: `add a blank line before **${label}** and the others`,
        }
  },
  'task/dropped': ({reason, fix}, count) =>
    count === 1
      ? {reason, fix}
      : {
          reason: `${count} tasks are out of scope and do not count; this is the first`,
          fix: 'write [ ] and take tildes away to bring one back, or delete those that are no longer of interest',
        },
}

/** Problems in the order of the file, where those that repeat themselves are one. `lines` are those of the file. */
export function folded(problems: readonly Problem[], lines: readonly string[]): readonly Problem[] {
  const sorted = [...problems].sort(byPlace)
  const own = new Map<RuleId, readonly Problem[]>()
  for (const rule of Object.keys(FOLDED) as RuleId[])
    own.set(
      rule,
      sorted.filter((one) => one.rule === rule),
    )
  return sorted.flatMap((problem) => {
    const [fold, all] = [FOLDED[problem.rule as RuleId], own.get(problem.rule as RuleId)]
    if (fold === undefined || all === undefined) return [problem]
    if (all[0] !== problem) return []
    return [{...problem, ...fold(problem, all.length, (lines[problem.line - 1] ?? '').slice(problem.column - 1))}]
  })
}
