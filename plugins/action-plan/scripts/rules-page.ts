import type {Rule} from '../src/rules/rule.ts'
import type {GROUPS} from '../src/rules/rules.ts'

const REMOVED = '## Removed rules'
const EDITS = '`check --format json` and SARIF give this fix as an edit, where it is certain.'

/** The page of the rules with the parts that follow from the rows: all between its introduction and the removed rules. */
export function rulesPage(text: string, groups: typeof GROUPS): string {
  const from = text.indexOf('\n## ') + 1
  const to = text.indexOf(REMOVED)
  if (from === 0 || to < from) throw new Error(`rules.md: expected the groups of rules, and "${REMOVED}" after them`)
  const parts = groups.flatMap(({title, about, rules}) => [
    `## ${title}`,
    about,
    ...Object.entries<Rule<object>>(rules).flatMap(([id, {severity, finds, help, edits}]) => [
      `### ${id}`,
      `**${severity}**. ${finds}`,
      `**Fix**: ${help}${edits === undefined ? '' : ` ${EDITS}`}`,
    ]),
  ])
  return `${text.slice(0, from)}${parts.join('\n\n')}\n\n${text.slice(to)}`
}
