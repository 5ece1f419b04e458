import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import GithubSlugger from 'github-slugger'
import {describe, expect, test} from 'vitest'
import {rulesPage} from '../scripts/rules-page.ts'
import {fieldsPage} from '../scripts/reference.ts'
import {main} from './cli.ts'
import {THRESHOLDS} from './derive/health/health.ts'
import {targetsText} from './view/words/evidence.ts'
import {ENGLISH} from './view/words/words.ts'
import {LANGUAGES} from './lexicon/lexicon.ts'
import {FIELD_ROWS} from './fields/fields.ts'
import {FIELD_WORDS, labelsOf} from './fields/words.ts'
import {HEALTHS} from './model/health.ts'
import {MARKS} from './model/mark.ts'
import {CADENCES, IGNORED_REASONS} from './model/plan.ts'
import {SEVERITIES} from './model/problem.ts'
import {METRIC_STATES} from './model/report.ts'
import {GROUPS, RULE_IDS} from './rules/rules.ts'
import {DEFAULT_SETTINGS, MEASURES} from './model/settings.ts'
import {DEFAULT_OPTIONS} from './options.ts'
import {readDate} from './parse/values/date.ts'
import {parseDuration} from './parse/values/duration.ts'
import {readEvidence} from './parse/evidence/evidence.ts'
import {FORMATS} from './parse/evidence/formats.ts'
import {METRIC_KEYS} from './rules/settings.ts'
import {parsePlan} from './parse/structure/plan.ts'
import {SETTING_NAMES} from './parse/settings/settings.ts'
import {readTarget} from './parse/values/target.ts'
import {ruleAnchor} from './view/files/sarif.ts'
import {statusSchema} from './view/files/schema.ts'

// The pages under docs/reference say what the code does: here both are held against each other.

const page = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../docs/reference/${name}.md`, import.meta.url)), 'utf8').replaceAll('\r\n', '\n')

/** The parts of a text by their headings of one level; what stands in code fences opens nothing. */
function parts(text: string, level: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  let [title, fenced] = ['', false]
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    const heading = fenced ? null : /^(#+) (.+)$/.exec(line)
    if (heading !== null && (heading[1] as string).length <= level)
      title = (heading[1] as string).length === level ? (heading[2] as string) : ''
    else found.set(title, `${found.get(title) ?? ''}${line}\n`)
  }
  found.delete('')
  return found
}

/** The rows of all tables of a text, without their heads; back-ticks around a whole cell are left out. */
function rows(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n')
  return lines.flatMap((line, at) => {
    if (!line.startsWith('| ') || line.startsWith('| ---') || lines[at + 1]?.startsWith('| ---') === true) return []
    return [
      line
        .slice(2, -2)
        .split(/(?<!\\)\s\|\s/)
        .map((cell) => cell.replaceAll('\\|', '|').replace(/^`([^`]*)`$/, '$1')),
    ]
  })
}

const part = (name: string, title: string, level = 2): string => parts(page(name), level).get(title) ?? ''
const column = (text: string, at = 0): readonly string[] => rows(text).map((row) => row[at] ?? '')
const fences = (text: string, language: string): readonly string[] =>
  [...text.matchAll(new RegExp(`^\`\`\`${language}[^\\n]*\\n(.*?)^\`\`\`$`, 'gms'))].map((found) => found[1] as string)

describe('rules.md', () => {
  test('says of each rule what its row says (npm run generate writes it)', () => {
    expect(page('rules')).toBe(rulesPage(page('rules'), GROUPS))
  })
  test('has the rules of every group, and no others', () => {
    expect([...parts(page('rules'), 3).keys()]).toEqual(GROUPS.flatMap(({rules}) => Object.keys(rules)))
    expect(GROUPS.flatMap(({rules}) => Object.keys(rules)).sort()).toEqual([...RULE_IDS].sort())
  })
  test('its headings have the ids that SARIF links to', () => {
    for (const rule of RULE_IDS) expect(new GithubSlugger().slug(rule)).toBe(ruleAnchor(rule))
  })
})

describe('glossary.md', () => {
  test.each([
    ['Marks', MARKS],
    ['Metrics', METRIC_STATES],
    ['Severities', SEVERITIES],
    ['What is not counted', IGNORED_REASONS],
    ['Cadences', CADENCES],
  ] as const)('%s are those of the code', (title, words) => {
    expect(column(part('glossary', title))).toEqual(words)
  })
  test('health is judged as the code does', () => {
    expect(rows(part('glossary', 'Health'))).toEqual(THRESHOLDS.map(({health, when}) => [health, when]))
    expect(new Set(column(part('glossary', 'Health')))).toEqual(new Set(HEALTHS))
  })
  test('each word has one meaning', () => {
    const words = [...page('glossary').matchAll(/^- ((?:\*\*[^*]+\*\*(?:, )?)+):/gm)].flatMap((found) =>
      [...(found[1] as string).matchAll(/\*\*([^*]+)\*\*/g)].map(([, word]) => word),
    )
    expect(words.length).toBeGreaterThan(25)
    expect(new Set(words).size).toBe(words.length)
  })
})

describe('fields.md', () => {
  test('says of fields and languages what the rows of the code say', () => {
    expect(page('fields')).toBe(fieldsPage(page('fields'), {FIELD_ROWS, FIELD_WORDS, labelsOf, LANGUAGES}))
  })
  test.each(rows(part('fields', 'Tasks')))('%s counts as %s', (written, as) => {
    const [task] = parsePlan(`# P\n\n${written}\n`).plan.ledger.counted
    expect(task?.mark ?? 'nothing').toBe(as)
  })
  test.each(rows(part('fields', 'Durations')))('%s is %s working days', (written, days) => {
    expect(String(parseDuration(written, {line: 1, column: 1}, (raw) => raw).value?.days)).toBe(days)
  })
  test.each(rows(part('fields', 'Dates')))('%s is %s', (written, date) => {
    expect(readDate(written)?.date).toBe(date)
  })
  test('its example is a plan without problems but for the items that it waits for', () => {
    const [example = ''] = fences(page('fields'), 'markdown')
    const {plan, problems} = parsePlan(`# P\n\n### 2. S\n\n${example}`)
    expect(problems).toEqual([])
    expect(plan.sections[0]?.items[0]).toMatchObject({
      id: '2.1',
      priority: 'P0',
      issue: 'Credentials stand in the code',
      duration: {days: 5},
      due: {date: '2026-12-04'},
      dependsOn: [{id: '1.1'}, {id: '8.2'}],
      evidence: [{path: 'reports/secrets.sarif', relativeTo: 'project', part: null, target: null}],
      tasks: [{mark: 'open'}, {mark: 'done'}],
    })
  })
})

describe('settings.md', () => {
  test('lists every setting with its default', () => {
    expect(rows(part('settings', 'Settings of the plan')).map(([name, , fallback]) => [name, fallback])).toEqual(
      SETTING_NAMES.map((name) => [name, JSON.stringify(DEFAULT_SETTINGS[name])]),
    )
  })
  test('its example can be used as it is', () => {
    const [example = ''] = fences(page('settings'), 'markdown')
    const {plan, problems} = parsePlan(`${example}# P\n- [ ] a\n`)
    expect(problems).toEqual([])
    expect(plan.settings).toMatchObject({start: '2026-11-23', team: 3, baseline: 'v1.0', marks: {'~': 'open', '-': 'dropped'}})
    for (const name of SETTING_NAMES) expect(example).toContain(`${name}:`)
  })
  test('the settings of the guide to evidence bind metrics that the plan has', () => {
    const guide = readFileSync(fileURLToPath(new URL('../../../docs/testing/connect-evidence.md', import.meta.url)), 'utf8')
    const settings = (/^ {3}```yaml settings\n(.*?)^ {3}```/ms.exec(guide)?.[1] ?? '').replace(/^ {3}/gm, '')
    const text = readFileSync(fileURLToPath(new URL('../../../docs/plan/action-plan.md', import.meta.url)), 'utf8')
    const {plan, problems} = parsePlan(`---\n${settings}---\n${text.replace(/^---\n.*?\n---\n/s, '')}`)
    expect(problems.filter(({rule}) => rule.startsWith('settings/'))).toEqual([])
    expect(Object.keys(plan.settings.metrics)).toHaveLength(5)
    for (const name of Object.keys(plan.settings.metrics)) expect(plan.metrics.map((metric) => metric.text)).toContain(name)
  })
  test('lists every key of a metric, every measure, and reads targets as it says', () => {
    expect(column(parts(page('settings'), 2).get('Metrics')?.split('\n### ')[0] ?? '')).toEqual(METRIC_KEYS)
    expect(rows(part('settings', 'Measures', 3))).toEqual(Object.entries(MEASURES))
    for (const [text = '', said] of rows(part('settings', 'Targets', 3))) {
      const target = readTarget(text)
      expect(target === null ? 'none' : targetsText(ENGLISH, [target]), text).toBe(said)
    }
  })
  test('lists every format of evidence, in the order in which they are tried, with what a report of it says', () => {
    const folder = fileURLToPath(new URL('parse/evidence/fixtures', import.meta.url))
    const says = new Map<string, string>()
    for (const name of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter((one) =>
      /\.(?:json|xml|sarif|info|lcov)$/.test(one),
    )) {
      const facts = readEvidence(readFileSync(join(folder, name), 'utf8'))
      if (facts.kind !== 'unreadable') says.set(facts.format, facts.kind)
    }
    const formats = Object.values(FORMATS).flatMap((list) => list.map(({format}) => format))
    expect(rows(part('settings', 'Formats', 3)).map(([format, kind]) => [format, kind])).toEqual(
      formats.map((format) => [format, says.get(format)]),
    )
  })
  test('lists every option of the plugin with its default', () => {
    const documented = Object.fromEntries(rows(part('settings', 'Options of the plugin')).map(([name, , fallback]) => [name, fallback]))
    expect(documented).toEqual({
      id: '"default"',
      plan: 'see above',
      ...Object.fromEntries(Object.entries(DEFAULT_OPTIONS).map(([name, value]) => [name, JSON.stringify(value)])),
    })
  })
})

describe('README.md of the package', () => {
  const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8')
  test('lists every option with its default', () => {
    const documented = rows(parts(readme, 2).get('Options') ?? '').map(([name, fallback]) => [name, fallback])
    expect(documented.filter(([name]) => name !== 'plan')).toEqual(
      Object.entries({id: 'default', ...DEFAULT_OPTIONS}).map(([name, value]) => [name, JSON.stringify(value)]),
    )
    expect(documented.map(([name]) => name)).toContain('plan')
  })
  test('its plan is one without problems, and with the numbers that it shows', () => {
    const text = /^```markdown\n(.*?)^```$/ms.exec(readme)?.[1] ?? ''
    const {plan, problems} = parsePlan(text)
    expect(problems).toEqual([])
    expect(plan.sections[0]?.items.map(({id, priority, tasks}) => [id, priority, tasks.length])).toEqual([
      ['1.1', 'P0', 2],
      ['1.2', 'P1', 1],
    ])
  })
})

describe('command-line.md', async () => {
  const help = async (...args: readonly string[]): Promise<string> => {
    let text = ''
    await main([...args, '--help'], '0', {
      cwd: '/',
      now: '2026-11-23T00:00:00Z',
      color: false,
      out: (more) => void (text += more),
      err: () => undefined,
    })
    return text
  }
  const commands = [...(await help()).matchAll(/^ {2}([a-z]+) \[/gm)].map(([, name]) => name as string).filter((name) => name !== 'help')
  const shared = column(part('command-line', 'For all commands'))
    .filter((cell) => cell.startsWith('--'))
    .map((cell) => cell.split(' ')[0])

  test('has a section for every command', () => {
    expect(commands.length).toBeGreaterThan(5)
    expect(
      [...parts(page('command-line'), 2).keys()].filter((title) => title !== 'For all commands' && title !== 'Related').sort(),
    ).toEqual([...commands].sort())
  })
  test.each(commands)('%s: its options and formats', async (name) => {
    const text = (await help(name)).split('\nOptions:\n')[1] ?? ''
    const options = [...text.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, option]) => option as string)
    const table = rows(part('command-line', name))
    expect([...table.map(([cell]) => (cell ?? '').split(' ')[0]), ...shared.filter((option) => option !== '--version')].sort()).toEqual(
      [...options].sort(),
    )
    const formats = [...(/choices: ([^,)]+(?:, "[^"]+")*)/.exec(text.replace(/\s+/g, ' '))?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(
      ([, format]) => format,
    )
    const documented = table.find(([cell]) => cell?.startsWith('--format'))?.[1] ?? ''
    expect([...documented.replace(/\([^)]*\)/g, '').matchAll(/`([^`]+)`/g)].map(([, format]) => format)).toEqual(formats)
  })
})

describe('status-json.md', () => {
  interface Schema {
    readonly type?: string | readonly string[]
    readonly enum?: readonly (string | null)[]
    readonly const?: unknown
    readonly properties?: Readonly<Record<string, Schema>>
    readonly items?: Schema
    readonly anyOf?: readonly Schema[]
  }
  /** The type of a value, as the page writes it. */
  const typeOf = ({type, enum: words, const: value, items, anyOf}: Schema): string => {
    const [one, ...rest] = (anyOf ?? []).filter((choice) => choice.type !== 'null')
    if (one !== undefined) return [one, ...rest].map(typeOf).join(' or ') + (anyOf?.length === 1 + rest.length ? '' : ' or `null`')
    if (value !== undefined) return String(value)
    if (words !== undefined) return words.map((word) => `\`${String(word)}\``).join(' · ')
    if (items !== undefined) return `list of ${typeOf(items)}s`
    const names = [type].flat()
    return names.map((name) => (name === 'null' ? '`null`' : String(name))).join(' or ')
  }
  const documented = [...parts(page('status-json'), 2)].filter(([title]) => title !== 'Where it is').flatMap(([, text]) => rows(text))
  const described = (schema: Schema, at: string): readonly (readonly [string, string])[] => [
    ...Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
      // fields.md has the names of fields, and the words of each.
      const path = at === '' ? key : at.endsWith('.fields') ? `${at}.*` : `${at}.${key}`
      return [[path, path.endsWith('.*.value') ? 'string or `null`' : typeOf(value)] as const, ...described(value, path)]
    }),
    ...(schema.items === undefined ? [] : described(schema.items, `${at}[]`)),
    ...(schema.anyOf ?? []).flatMap((one) => described(one, at)),
  ]

  test('lists every key of the schema with its type, and no other', () => {
    const keys = new Map(described(statusSchema as Schema, ''))
    const inOrder = (all: readonly (readonly string[])[]): readonly string[] => all.map(([key, type]) => `${key}: ${type}`).sort()
    expect(inOrder(documented)).toEqual(inOrder([...keys]))
  })
  test('says of each what it means', () => {
    expect(documented.filter(([, type, meaning]) => (type ?? '') === '' || (meaning ?? '').length < 3).map(([key]) => key)).toEqual([])
  })
})
