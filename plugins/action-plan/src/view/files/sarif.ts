import type {Severity} from '../../model/problem.ts'
import {RULE_IDS, RULES, type RuleId} from '../../model/rules.ts'
import {toJsonText} from '../../model/text.ts'
import type {FileProblems} from './problems.ts'

const LEVELS: Readonly<Record<Severity, string>> = {error: 'error', warning: 'warning', info: 'note'}
const PACKAGE = 'https://www.npmjs.com/package/docusaurus-plugin-action-plan'

/** The heading of a rule on the page of the rules, as an address has it. */
export function ruleAnchor(rule: RuleId): string {
  return rule.replace('/', '')
}

/** Problems as SARIF 2.1.0, for code scanning and editors. `rulesUrl` is the page of the rules; null when no site shows it. */
export function toSarif(files: readonly FileProblems[], version: string, rulesUrl: string | null): string {
  const helpUri = (rule: RuleId): string => (rulesUrl === null ? PACKAGE : `${rulesUrl}#${ruleAnchor(rule)}`)
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'action-plan',
            version,
            informationUri: PACKAGE,
            rules: RULE_IDS.map((id) => ({
              id,
              name: ruleName(id),
              shortDescription: {text: RULES[id].finds},
              fullDescription: {text: RULES[id].finds},
              help: {
                text: `${RULES[id].finds} Each result says how to fix it.`,
                markdown: `${RULES[id].finds} Each result says how to fix it; [all rules](${helpUri(id)}).`,
              },
              helpUri: helpUri(id),
              defaultConfiguration: {level: LEVELS[RULES[id].severity]},
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap(({file, problems}) =>
          problems.map(({rule, severity, line, column, reason, fix}) => ({
            ruleId: rule,
            ruleIndex: RULE_IDS.indexOf(rule),
            level: LEVELS[severity],
            message: {text: `${reason} (${fix})`},
            locations: [{physicalLocation: {artifactLocation: {uri: uriOf(file)}, region: {startLine: line, startColumn: column}}}],
          })),
        ),
      },
    ],
  }
  return toJsonText(log, 2)
}

/** "task/near-box" → "TaskNearBox": readers of SARIF show it beside the id. */
function ruleName(rule: RuleId): string {
  return rule.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase())
}

/** A path as a URI reference; an absolute one as a file's address. */
function uriOf(file: string): string {
  const path = file
    .replaceAll('\\', '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A\//, '/$1:/')
  return path.startsWith('/') ? `file://${path}` : path
}
