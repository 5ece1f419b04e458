import {MARKS} from '../model/mark.ts'
import type {Place} from '../model/place.ts'
import {MEASURES, WEEKDAYS, type MetricSetting, type Settings} from '../model/settings.ts'
import {FINDING_LEVELS} from '../model/tool-report.ts'
import {group, rule} from './rule.ts'

export const DATE_EXPECTED = 'a date that exists, from 1900 to 9998, such as 2026-11-23'

/** What each setting of a plan can be. */
const EXPECTED: Readonly<Record<keyof Settings, string>> = {
  start: DATE_EXPECTED,
  fiscalYear: 'one fiscal year and its first day, which is the first of a month, such as {2026: 2025-10-01}',
  timeZone: 'an IANA time zone, such as Europe/London',
  workingDays: `a list of at least one of ${WEEKDAYS.join(', ')}`,
  holidays: 'a list of dates that exist, such as [2026-12-25]',
  team: 'a number of people above 0',
  baseline: 'a git revision, such as v1.0',
  weeklyNote: 'a text of at most 2000 characters',
  tables: 'true or false',
  marks: `characters and what they mean (${MARKS.join(', ')}), such as {"~": open}`,
  metrics: 'metric texts, each with {report: path}, {items: [...]} or {url: address}',
}

export type MetricKey = Exclude<keyof MetricSetting, keyof Place>
const oneOf = (list: readonly string[]): string => `one of ${list.join(', ')}`

/** What each part of a metric's setting can be, in the order of the documentation. */
const METRIC_EXPECTED: Readonly<Record<MetricKey, string>> = {
  report: 'a path of the project, such as reports/coverage.xml',
  items: 'a list of items of the plan in quotes, such as ["1.2", "10.1"]',
  url: 'an address that begins with https:// or http:// and holds no password',
  measure: oneOf(Object.keys(MEASURES)),
  atLeast: 'a number',
  atMost: 'a number',
  at: 'a path in JSON, such as results.p95',
  unit: 'a unit, such as ms',
  contains: 'a text that the file contains',
  level: oneOf(FINDING_LEVELS),
  maxAge: 'a number of days above 0',
}
export const METRIC_KEYS = Object.keys(METRIC_EXPECTED) as readonly MetricKey[]
export const METRIC_SOURCES = ['report', 'items', 'url'] as const satisfies readonly MetricKey[]

/** What is wrong with the setting of a metric. `found` is a value as JSON. */
export type MetricFault =
  | {readonly fault: 'not-settings'; readonly found: string}
  | {readonly fault: 'unknown-part'; readonly part: string}
  | {readonly fault: 'value'; readonly part: MetricKey; readonly found: string}
  | {readonly fault: 'sources'; readonly parts: readonly MetricKey[]}
  | {readonly fault: 'needs'; readonly measure: string; readonly part: MetricKey}
  | {readonly fault: 'bounds'; readonly atLeast: number; readonly atMost: number}

function metricText(fault: MetricFault): string {
  switch (fault.fault) {
    case 'not-settings':
      return `unexpected ${fault.found}, expected settings such as {report: reports/coverage.xml}`
    case 'unknown-part':
      return `unexpected setting "${fault.part}", expected ${oneOf(METRIC_KEYS)}`
    case 'value':
      return `${fault.part}: unexpected ${fault.found}, expected ${METRIC_EXPECTED[fault.part]}`
    case 'sources':
      return `${fault.parts.length === 0 ? 'names no evidence' : `unexpected ${fault.parts.join(' and ')}`}, expected ${oneOf(METRIC_SOURCES)}`
    case 'needs':
      return `measure: ${fault.measure} needs "${fault.part}"`
    case 'bounds':
      return `atLeast: unexpected ${fault.atLeast}, expected no more than atMost, which is ${fault.atMost}`
  }
}

/** What is wrong with the front matter (`setting` is null) or with one of its settings. */
type Invalid =
  | {readonly setting: null; readonly why: 'too-long'; readonly characters: number; readonly limit: number}
  | {readonly setting: null; readonly why: 'yaml'; readonly detail: string}
  | {readonly setting: null; readonly why: 'too-deep' | 'not-settings'}
  | {readonly setting: keyof Settings; readonly why: 'alias'}
  | {readonly setting: keyof Settings; readonly why: 'value'; readonly found: string | null}
  | {readonly setting: keyof Settings; readonly why: 'entry'; readonly found: string}
  /** `meaning` is null when the mark itself cannot be used. */
  | {readonly setting: keyof Settings; readonly why: 'mark'; readonly mark: string; readonly meaning: string | null}
  | ({readonly setting: keyof Settings; readonly why: 'metric'; readonly metric: string} & MetricFault)

export const SETTINGS_RULES = group('Settings', 'The front matter of the plan: see [settings](settings.md).', {
  'settings/invalid': rule<Invalid>({
    severity: 'error',
    finds: 'A plan setting in the front matter with a value that cannot be used.',
    help: 'Correct the value as the message says, or delete the setting. It counts as not given until then; see [settings](settings.md).',
    message: (facts) => {
      switch (facts.why) {
        case 'too-long':
          return `the front matter has ${facts.characters} characters, expected at most ${facts.limit}`
        case 'yaml':
          return `the front matter is not valid YAML: ${facts.detail}`
        case 'too-deep':
          return 'the front matter has too many lists or maps inside one another, expected settings'
        case 'not-settings':
          return 'plan: expected settings'
        case 'alias':
          return `${facts.setting}: a "*" or "&" that stands for no value, expected ${EXPECTED[facts.setting]}`
        case 'value':
          return `${facts.setting}: unexpected ${facts.found ?? 'nothing'}, expected ${EXPECTED[facts.setting]}`
        case 'entry':
          return `${facts.setting}: unexpected ${facts.found}, expected ${DATE_EXPECTED}`
        case 'mark':
          return facts.meaning === null
            ? `${facts.setting}: unexpected mark "${facts.mark}", expected one character that is no space, x, X, [ or ]`
            : `${facts.setting}: "${facts.mark}": unexpected ${facts.meaning}, expected ${oneOf(MARKS)}`
        case 'metric':
          return `${facts.setting}: "${facts.metric}": ${metricText(facts)}`
      }
    },
    fix: (facts) => {
      switch (facts.why) {
        case 'too-long':
        case 'too-deep':
          return 'delete what is not needed; no setting is used until then'
        case 'yaml':
          return 'correct the YAML; no setting is used until then'
        case 'not-settings':
          return 'write them below it, such as "start: 2026-11-23"'
        case 'alias':
          return 'put quotation marks around the text'
        case 'entry':
          return `correct or delete ${facts.found}; it counts as not given until then`
        case 'mark':
          return `correct or delete "${facts.mark}" below "${facts.setting}:"; it counts as not given until then`
        case 'metric':
          return `correct or delete "${facts.metric}" below "${facts.setting}:"; it counts as not given until then`
        case 'value':
          return `correct or delete "${facts.setting}" below "plan:" in the front matter`
      }
    },
  }),
  'settings/unknown': rule<{readonly setting: string}>({
    severity: 'warning',
    finds: 'A plan setting that does not exist.',
    help: 'Correct its name; the message lists the names there are.',
    message: ({setting}) => `unexpected setting "${setting}", expected ${oneOf(Object.keys(EXPECTED))}`,
    fix: () => 'correct its name, or delete it',
  }),
})
