import type {Problem, Severity} from '../../model/problem.ts'
import {toJsonText} from '../../model/text.ts'
import {editsOf} from '../../rules/problem.ts'
import {RULE_IDS, RULES, type RuleId} from '../../rules/rules.ts'
import {problemText, type FileProblems} from './problems.ts'

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
          problems.map((problem) => ({
            ruleId: problem.rule,
            ruleIndex: RULE_IDS.indexOf(problem.rule as RuleId),
            level: LEVELS[problem.severity],
            message: {text: problemText(problem)},
            locations: [
              {physicalLocation: {artifactLocation: {uri: uriOf(file)}, region: {startLine: problem.line, startColumn: problem.column}}},
            ],
            ...fixesOf(problem, file),
          })),
        ),
      },
    ],
  }
  return toJsonText(log, 2)
}

/** The fix of a problem as SARIF's replacements; nothing where a person has to fix it. */
function fixesOf(problem: Problem, file: string): object {
  const edits = editsOf(problem)
  if (edits.length === 0) return {}
  const replacements = edits.map(({line, column, length, text}) => ({
    deletedRegion: {startLine: line, startColumn: column, endColumn: column + length},
    insertedContent: {text},
  }))
  return {fixes: [{description: {text: problem.fix}, artifactChanges: [{artifactLocation: {uri: uriOf(file)}, replacements}]}]}
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
