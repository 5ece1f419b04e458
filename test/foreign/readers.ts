import {createHash} from 'node:crypto'
import {readFileSync} from 'node:fs'
import {Ajv} from 'ajv'
import Ajv2020 from 'ajv/dist/2020.js'
import {parse as parseCsv} from 'csv-parse/sync'
import {HtmlValidate} from 'html-validate/node'
import ICAL from 'ical.js'
import {sync as ical} from 'node-ical'
import {SaxesParser} from 'saxes'
import {differences} from '../../plugins/action-plan/src/derive/history/history.ts'
import type {DayChanges, ReportPeriod} from '../../plugins/action-plan/src/model/history.ts'
import type {Output} from '../../plugins/action-plan/src/model/output.ts'
import type {Report} from '../../plugins/action-plan/src/model/report.ts'
import {toJsonText} from '../../plugins/action-plan/src/model/text.ts'
import {outputs} from '../../plugins/action-plan/src/outputs.ts'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'
import {report} from '../../plugins/action-plan/src/report.ts'
import {toCsv} from '../../plugins/action-plan/src/view/files/csv.ts'
import {digestHtml} from '../../plugins/action-plan/src/view/files/digest-text.ts'
import {digestOf} from '../../plugins/action-plan/src/view/files/digest.ts'
import {toFeed} from '../../plugins/action-plan/src/view/files/feed.ts'
import {toJira} from '../../plugins/action-plan/src/view/files/jira.ts'
import {toSarif} from '../../plugins/action-plan/src/view/files/sarif.ts'
import {statusSchema} from '../../plugins/action-plan/src/view/files/schema.ts'
import {slackMessage} from '../../plugins/action-plan/src/view/files/slack.ts'
import {toStatus} from '../../plugins/action-plan/src/view/files/status.ts'
import {teamsMessage} from '../../plugins/action-plan/src/view/files/teams.ts'
import {halfCharacters, slackFaults, teamsFaults} from './messages.ts'
import {historyOfDays} from '../../plugins/action-plan/src/fixtures/history-of-days.ts'

// Every output of a plan is read by programs that others wrote.

/** What a reader complains of; empty when it reads all. */
type Complaints = readonly string[]

const SARIF = new URL('fixtures/sarif-2.1.0.schema.json', import.meta.url)
/** The schema is of draft 4, of which it uses nothing that draft 7 reads otherwise but the name of its id. */
const {$schema: _, id: __, ...sarifSchema} = JSON.parse(readFileSync(SARIF, 'utf8')) as Record<string, unknown>
const isSarif = new Ajv({strict: false, formats: {uri: isUri, 'uri-reference': isUri, 'date-time': true}}).compile(sarifSchema)
const isStatus = new Ajv2020({strict: false}).compile(statusSchema)
const html = new HtmlValidate({extends: ['html-validate:standard'], rules: {'no-inline-style': 'off', 'require-sri': 'off'}})

/** An address without characters that RFC 3986 does not have, and with whole escapes. */
function isUri(text: string): boolean {
  return /^(?:[\w.~:/?#[\]@!$&'()*+,;=-]|%[\da-f]{2})*$/i.test(text)
}

/** XML that is well-formed, has its names in namespaces, and runs nothing. */
export function xmlFaults(text: string): Complaints {
  const found: string[] = []
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', ({message}) => void found.push(message))
  parser.on('opentag', ({name, attributes}) => {
    if (/^(?:script|foreignObject|iframe)$/i.test(name)) found.push(`unexpected <${name}>`)
    for (const [attribute, {value}] of Object.entries(attributes)) {
      if (/^on/i.test(attribute)) found.push(`unexpected ${attribute}`)
      if (/^(?:xlink:)?href$/.test(attribute) && !/^(?:https?:|#|\/)/.test(value)) found.push(`unexpected address ${value}`)
    }
  })
  parser.write(text).close()
  return found
}

/** Lines as RFC 5545 has them, and what two readers find is the same. */
export function icalFaults(text: string): Complaints {
  const found: string[] = []
  const lines = text.split('\r\n')
  if (lines.at(-1) !== '' || /(?<!\r)\n|\r(?!\n)/.test(text)) found.push('lines do not end with CRLF')
  for (const line of lines) if (Buffer.byteLength(line) > 75) found.push(`a line of ${Buffer.byteLength(line)} bytes: ${line.slice(0, 40)}`)
  for (const [, uid = ''] of text.replaceAll('\r\n ', '').matchAll(/^UID:(.*)\r$/gm))
    if (Buffer.byteLength(uid) > 255) found.push(`a uid of ${Buffer.byteLength(uid)} bytes, of which calendars keep 255`)
  const first = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => {
    const event = new ICAL.Event(one)
    return [event.uid, event.startDate.toString(), event.endDate.toString(), event.summary].join(' | ')
  })
  const day = (date: Date): string =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((part, at) => String(part).padStart(at === 0 ? 4 : 2, '0')).join('-')
  const second = Object.values(ical.parseICS(text)).flatMap((event) =>
    event?.type === 'VEVENT' ? [[event.uid, day(event.start), day(event.end as Date), textOf(event.summary)].join(' | ')] : [],
  )
  if (new Set(first.map((line) => line.split(' | ')[0])).size !== first.length) found.push('two events have one uid')
  // node-ical takes spaces at the ends away, and reads a backslash before an "n", which is written as two of them, as a line end.
  const even = (all: readonly string[]): string =>
    JSON.stringify(all.map((line) => line.replace(/\\(?:n|\n|$)/g, '').trim()).sort(), null, 1)
  if (even(first) !== even(second)) found.push(`two readers differ: ${even(first)} and ${even(second)}`)
  return found
}
const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value)

/** What RFC 4287 says of a feed beyond its grammar, which xmllint holds at night: ids are one of a kind, times are times, addresses are whole, and its HTML is HTML. */
export function feedFaults(text: string): Complaints {
  const found: string[] = [...xmlFaults(text)]
  const open: string[] = []
  const ids: string[] = []
  let inside = ''
  const parser = new SaxesParser({xmlns: true})
  parser.on('error', () => undefined)
  parser.on('opentag', ({name, attributes: {href}}) => {
    open.push(name)
    inside = ''
    if (name === 'link' && !URL.canParse(href?.value ?? '')) found.push(`an address that is not whole: ${href?.value}`)
  })
  for (const kind of ['text', 'cdata'] as const) parser.on(kind, (part: string) => void (inside += part))
  parser.on('closetag', ({name}) => {
    open.pop()
    if (name === 'id') ids.push(inside)
    if (/^(?:updated|published)$/.test(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(inside))
      found.push(`no time: ${inside}`)
    if (name === 'name' && inside.trim() === '') found.push('an author without a name')
    if (/^(?:title|content|summary)$/.test(name) && open.at(-1) === 'entry') found.push(...fragmentFaults(inside))
    inside = ''
  })
  parser.write(text).close()
  return [...found, ...(new Set(ids).size === ids.length ? [] : ['an id stands twice'])]
}

/** HTML of an entry, as a reader puts it on its page. */
const fragmentFaults = (part: string): Complaints =>
  htmlFaults(
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>a</title>\n</head>\n<body>\n${part}\n</body>\n</html>\n`,
  ).map((line) => `HTML of an entry: ${line}`)

/** Every row has all columns, and no cell is a formula. */
export function csvFaults(text: string, columns: number): Complaints {
  const rows = parseCsv(text, {bom: true}) as readonly (readonly string[])[]
  return rows.flatMap((row, line) => [
    ...(row.length === columns ? [] : [`row ${line + 1} has ${row.length} cells, expected ${columns}`]),
    ...row.filter((cell) => /^[=+\-@\t\r]/.test(cell)).map((cell) => `row ${line + 1}: ${JSON.stringify(cell)} is a formula`),
  ])
}

/** What a validator of HTML says. */
export function htmlFaults(text: string): Complaints {
  const {results} = html.validateStringSync(text, 'page.html')
  return results.flatMap(({messages}) => messages.map(({line, column, ruleId, message}) => `${line}:${column} ${ruleId}: ${message}`))
}

const saysWhy = ({errors}: {errors?: readonly object[] | null}): Complaints => (errors ?? []).slice(0, 3).map((one) => JSON.stringify(one))

/** By what an output's name ends with. */
const READERS: readonly (readonly [RegExp, (text: string) => Complaints])[] = [
  [/\.svg$/, xmlFaults],
  [/\.xml$/, feedFaults],
  [/slack\.json$/, slackFaults],
  [/teams\.json$/, teamsFaults],
  [/\.ics$/, icalFaults],
  [/\.htm$/, htmlFaults],
  [/(?:^|\/)status\.json$/, (text) => (isStatus(JSON.parse(text)) ? [] : saysWhy(isStatus))],
  [/schema\.json$/, (text) => (new Ajv2020().validateSchema(JSON.parse(text) as object) === true ? [] : ['no JSON Schema of 2020-12'])],
  [/badges\/.*\.json$/, (text) => endpointFaults(JSON.parse(text) as Record<string, unknown>)],
  [/\.json$/, (text) => (JSON.parse(text) === null ? ['nothing'] : [])],
]

/** What shields.io asks of an endpoint. */
function endpointFaults({schemaVersion, label, message, color}: Record<string, unknown>): Complaints {
  return [
    ...(schemaVersion === 1 ? [] : [`schemaVersion ${String(schemaVersion)}`]),
    ...(typeof label === 'string' ? [] : ['no label']),
    ...(typeof message === 'string' && message !== '' ? [] : ['no message']),
    ...(typeof color === 'string' ? [] : ['no colour']),
  ]
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
const reportOf = (text: string, path = 'docs/a plan.md'): Report =>
  report({
    text,
    source: {path, commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-24T12:00:00Z',
    today: null,
    evidence: null,
  })

/** The same plan with nothing done: everything that is done was done since. */
const before = (text: string): string => text.replace(/^(\s*(?:[-*+]|\d+[.)]) \[)[^\]\n](?=\])/gmu, '$1 ')

/** What changed in a plan, told by people who write as it does. */
function dayOf(text: string): DayChanges {
  const [subject = '', author = ''] = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-2)
  const commits = [{commit: 'abcdef0123', author: author.slice(0, 200), subject: subject.slice(0, 200)}]
  return {
    day: '2026-11-23',
    at: '2026-11-23T23:30:00+02:00',
    commits,
    changes: differences(parsePlan(before(text)), parsePlan(text)),
    note: null,
  }
}
const periodOf = ({changes}: DayChanges): ReportPeriod => ({
  id: 'week',
  since: {kind: 'date', date: '2026-11-16'},
  base: {commit: 'c', day: '2026-11-16'},
  note: null,
  before: null,
  changes,
  slipped: [],
})

const PAGE = 'https://docs.example.com/progress?a=1&b="2"'

/** Every output of a plan, by its name. */
export function outputsOf(text: string): readonly Pick<Output, 'path' | 'body'>[] {
  const made = reportOf(text)
  const day = dayOf(text)
  const message = digestOf(toStatus(made, null), periodOf(day))
  const site = {
    title: made.title,
    page: 'https://docs.example.com/progress/history',
    self: 'https://docs.example.com/progress/feed.xml',
    path: made.source.path,
    updated: '2026-11-24T00:00:00Z',
    digest,
  }
  const problems = [{file: made.source.path, problems: made.problems}]
  return [
    ...outputs(made, {digest, page: PAGE}),
    {path: 'plan.csv', body: toCsv(made)},
    {path: 'jira.csv', body: toJira(made)},
    {path: 'feed.xml', body: toFeed(historyOfDays([day]), site)},
    {path: 'digest.htm', body: digestHtml(message)},
    // As the command prints them.
    {path: 'slack.json', body: toJsonText(slackMessage(message), 2)},
    {path: 'teams.json', body: toJsonText(teamsMessage(message), 2)},
    {path: 'problems.sarif', body: toSarif(problems, '1.0.0', 'https://docs.example.com/rules')},
  ]
}

/** What the readers of all outputs of a plan complain of. */
export function complaintsOf(text: string): Complaints {
  // A file of UTF-8 has no half of a character: an output that has one made it.
  const isWhole = halfCharacters(JSON.stringify(text)).length === 0
  const halves = ({path, body}: {path: string; body: string}): Complaints =>
    isWhole && /json$|sarif$/.test(path) ? halfCharacters(body) : []
  return outputsOf(text).flatMap((output) => [
    ...nameFaults(output.path),
    ...[...halves(output), ...readOutput(output.path, output.body)].map((line) => `${output.path}: ${line}`),
  ])
}

/** A file has a name that file systems take, with room for the name under which it is written first. */
const nameFaults = (path: string): Complaints =>
  path.split('/').some((name) => Buffer.byteLength(name) > 200) ? [`${path.slice(0, 60)}: a name that is too long for a file`] : []

function readOutput(path: string, body: string): Complaints {
  try {
    if (path.endsWith('.csv')) return csvFaults(body, body.split('\r\n')[0]?.split(',').length ?? 0)
    if (path.endsWith('.sarif')) return isSarif(JSON.parse(body)) ? [] : saysWhy(isSarif)
    return READERS.find(([name]) => name.test(path))?.[1](body) ?? ['no reader']
  } catch (error) {
    return [`a reader failed: ${(error as Error).message.slice(0, 300)}`]
  }
}
