import {createHash} from 'node:crypto'
import type {IncomingMessage, ServerResponse} from 'node:http'
import {gzipSync} from 'node:zlib'
import type {Status, StatusItem, StatusSummary} from '../../plugins/action-plan/src/model/status.ts'

// Whatever a host, a proxy or a wrong file can answer in place of status.json and summary.json, and what an open page must make of it.

/** How a server answers; `text` is the right content of the file that is asked for. */
export type Reply = (text: string, response: ServerResponse, request: IncomingMessage) => void

/** The two files that an open page asks for. */
export interface Files {
  readonly status: string
  readonly summary: string
}

/** What is wrong, and what the page must do: show what it had (`kept`), or take the numbers because they are right all the same (`taken`). */
export interface WrongAnswer {
  readonly means: 'kept' | 'taken'
  /** What the page says of its look at the server. */
  readonly says: RegExp
  /** The files, where it is them that are wrong. */
  readonly files?: (files: Files) => Files
  /** A browser that asks its reader something then, in a window before which the whole page stands still. */
  readonly asksIn?: string
  /** How they are sent, where it is that which is wrong. */
  readonly reply?: Reply
}

/** The same, as a test may change it. */
export type Changing<T> = {
  -readonly [Key in keyof T]: T[Key] extends readonly (infer One)[] ? Changing<One>[] : T[Key] extends object ? Changing<T[Key]> : T[Key]
}
type Edit = (status: Changing<Status>) => void

/** A status whose counts are those of its boxes, after the boxes were changed. */
export function recounted<Given extends Status | Changing<Status>>(given: Given): Given {
  const status = given as Changing<Status>
  const percent = (done: number, tasks: number): number | null => (tasks === 0 ? null : Math.floor((100 * done) / tasks))
  const items = status.sections.flatMap((section) => section.items)
  for (const one of items) {
    const [tasksTotal, done] = [
      one.tasks.filter(({mark}) => mark !== 'dropped').length,
      one.tasks.filter(({mark}) => mark === 'done').length,
    ]
    Object.assign(one, {tasksTotal, done, percent: percent(done, tasksTotal)})
  }
  const count = (into: object, all: readonly Changing<StatusItem>[]): void => {
    const sum = (of: 'done' | 'tasksTotal'): number => all.reduce((before, one) => before + one[of], 0)
    Object.assign(into, {tasks: sum('tasksTotal'), done: sum('done'), percent: percent(sum('done'), sum('tasksTotal'))})
  }
  for (const section of status.sections) count(section, section.items)
  for (const priority of status.priorities)
    count(
      priority,
      items.filter((one) => one.priority === priority.id),
    )
  count(status.totals, items)
  const itemsDone = items.filter(({done, tasksTotal}) => tasksTotal > 0 && done === tasksTotal).length
  Object.assign(status.totals, {items: items.length, itemsDone})
  return given
}

/** The status as it is when one more task is done, a moment later. */
export function ticked(text: string, edit: Edit = () => undefined): string {
  const status = JSON.parse(text) as Changing<Status>
  // Not the last one of an item: whether the item is done stays as it is.
  const isFree = ({done, tasksTotal, tasks}: Changing<StatusItem>): boolean =>
    done < tasksTotal - 1 && tasks.some(({mark}) => mark === 'open')
  const task = status.sections
    .flatMap(({items}) => items)
    .find(isFree)
    ?.tasks.find(({mark}) => mark === 'open')
  if (task === undefined) throw new Error('the plan has no item with two open tasks: nothing can be ticked')
  task.mark = 'done'
  recounted(status)
  status.source.commit = 'c'.repeat(40)
  if (status.source.committedAt !== null) status.source.committedAt = new Date(Date.parse(status.source.committedAt) + 1000).toISOString()
  edit(status)
  return JSON.stringify(status)
}

/** The summary that belongs to a status. */
function summaryOfStatus(summary: string, status: string, edit: (made: Changing<StatusSummary>) => void = () => undefined): string {
  const {source, totals, site, statusDate, title, verdict} = JSON.parse(status) as Status
  const made = {
    ...(JSON.parse(summary) as Changing<StatusSummary>),
    ...{digest: createHash('sha256').update(status).digest('hex').slice(0, 32), site, statusDate, title, verdict},
    source: {commit: source.commit, committedAt: source.committedAt},
    totals: {tasks: totals.tasks, done: totals.done, percent: totals.percent},
  } as Changing<StatusSummary>
  edit(made)
  return JSON.stringify(made)
}

/** Both files as they are when one more task is done. */
export function tickedFiles({status, summary}: Files, edit?: Edit): Files {
  const next = ticked(status, edit)
  return {status: next, summary: summaryOfStatus(summary, next)}
}

const send =
  (text: string | Buffer, status = 200, headers: Record<string, string> = {}): ((response: ServerResponse) => void) =>
  (response) => {
    response.writeHead(status, {'content-type': 'application/json', ...headers})
    response.end(text)
  }

/** The right answer. */
export const right: Reply = (text, response) => send(text)(response)

const answered = (status: number, headers: Record<string, string> = {}): WrongAnswer => ({
  means: 'kept',
  says: new RegExp(`the server answered ${status}`),
  reply: (_, response) => send(status === 304 || status === 204 ? '' : '{"error": "no"}', status, headers)(response),
})
/** The bytes of both files are wrong. */
const bytes = (says: RegExp, made: (text: string) => string | Buffer, headers: Record<string, string> = {}): WrongAnswer => ({
  means: 'kept',
  says,
  reply: (text, response) => send(made(text), 200, headers)(response),
})
/** The status says something wrong, and its summary makes the page read it. */
const edited = (says: RegExp, edit: Edit): WrongAnswer => ({
  means: 'kept',
  says,
  files: ({status, summary}) => ({status: ticked(status, edit), summary: summaryOfStatus(summary, ticked(status))}),
})
/** The text of the status is wrong in a way that no object can be. */
const rewritten = (says: RegExp, rewrite: (status: string) => string): WrongAnswer => ({
  means: 'kept',
  says,
  files: ({status, summary}) => ({status: rewrite(ticked(status)), summary: summaryOfStatus(summary, ticked(status))}),
})
const taken = (answer: Omit<WrongAnswer, 'means' | 'says'> & {readonly says?: RegExp}): WrongAnswer => ({
  means: 'taken',
  says: /checked/i,
  ...answer,
  files: (files) => answer.files?.(files) ?? tickedFiles(files),
})
const html = '<!doctype html><title>Sign in</title><form><input type="password"></form>'
const BROKEN = /the connection broke|the server cannot be reached/
const UNREACHABLE = /the server cannot be reached/
const NO_JSON = /the answer is not complete JSON/
const item = (status: Changing<Status>): Changing<StatusItem> => status.sections[0]?.items[0] as Changing<StatusItem>

const ANSWERS_OF_HOSTS: Readonly<Record<string, WrongAnswer>> = {
  '404': answered(404),
  '410': answered(410),
  '401 with a question for a password': {...answered(401, {'www-authenticate': 'Basic realm="a"'}), asksIn: 'Firefox'},
  '403': answered(403),
  '418': answered(418),
  '500': answered(500),
  '502': answered(502),
  '503 that names a date to come back': answered(503, {'retry-after': new Date(0).toUTCString()}),
  '429 that says when to come back': answered(429, {'retry-after': '1'}),
  '429 that says nonsense': answered(429, {'retry-after': 'soon'}),
  '304 that was not asked for': answered(304),
  '204 without content': {...answered(204), says: /no type instead of JSON|not complete JSON/},
  '206, the first half': {...bytes(NO_JSON, () => ''), reply: (text, response) => send(text.slice(0, text.length / 2), 206)(response)},
  'a redirect to itself': {means: 'kept', says: UNREACHABLE, reply: (_, response, {url = '/'}) => send('', 302, {location: url})(response)},
  'a redirect to a login page': {
    means: 'kept',
    says: /answered with text\/html instead of JSON/,
    reply: (_, response, {url}) =>
      url?.includes('login') === true
        ? send(html, 200, {'content-type': 'text/html'})(response)
        : send('', 302, {location: `${url}?login`})(response),
  },
  'a redirect to another site': {
    means: 'kept',
    says: UNREACHABLE,
    reply: (_, response, {url, headers}) =>
      // The same host by another name, which allows nothing to others.
      headers.host?.startsWith('localhost') === true
        ? send('{}')(response)
        : send('', 307, {location: `http://localhost:${headers.host?.split(':')[1]}${url}`})(response),
  },
  'the page of a captive portal': bytes(/answered with text\/html instead of JSON/, () => html, {'content-type': 'text/html'}),
  'a page that is called JSON': bytes(NO_JSON, () => html),
  'JSON that is called text': bytes(/answered with text\/plain instead of JSON/, (text) => text, {'content-type': 'text/plain'}),
  'an error as JSON': bytes(/schemaVersion: unexpected nothing, expected 2/, () => '{"error": "log in"}'),
  'no answer at all': {means: 'kept', says: /no answer within 10 s/, reply: () => undefined},
  'one byte a second': {
    means: 'kept',
    says: /no answer within 10 s/,
    reply(text, response) {
      response.writeHead(200, {'content-type': 'application/json'})
      let sent = 0
      const timer = setInterval(() => response.write(text[sent++] ?? ' '), 1000)
      response.on('close', () => clearInterval(timer))
    },
  },
  'a connection that is closed at once': {means: 'kept', says: UNREACHABLE, reply: (_, response) => response.destroy()},
  'a connection that is reset in the middle': {
    means: 'kept',
    says: BROKEN,
    reply(text, response) {
      response.writeHead(200, {'content-type': 'application/json'})
      response.write(text.slice(0, 200), () => response.socket?.resetAndDestroy())
    },
  },
  'a Content-Length that is too large': {
    means: 'kept',
    says: BROKEN,
    reply(text, response) {
      response.writeHead(200, {'content-type': 'application/json', 'content-length': String(text.length + 1000)})
      response.write(text, () => response.destroy())
    },
  },
  'a Content-Length that is too small': {
    means: 'kept',
    says: NO_JSON,
    reply: (text, response) =>
      raw(response, `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\nConnection: close\r\n\r\n${text}`),
  },
  'chunks without a length': {
    means: 'kept',
    says: BROKEN,
    reply: (text, response) =>
      raw(
        response,
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n${text.slice(0, 16)}\r\nxyz\r\n${text}`,
      ),
  },
  'no HTTP': {means: 'kept', says: /the server cannot be reached|instead of JSON/, reply: (_, response) => raw(response, 'HELO\r\n\r\n')},
  'gzip that is none': bytes(BROKEN, (text) => text, {'content-encoding': 'gzip'}),
  'gzip that is cut': {
    ...bytes(BROKEN, () => ''),
    reply: (text, response) => send(gzipSync(text).subarray(0, 60), 200, {'content-encoding': 'gzip'})(response),
    says: /the connection broke|the server cannot be reached|not complete JSON/,
  },
  'gzip that becomes 200 MB': {
    ...bytes(/larger than 24 MB/, () => ''),
    reply: (_, response) => send(bomb(), 200, {'content-encoding': 'gzip'})(response),
  },
  '50 MB': bytes(/larger than 24 MB/, () => `"${' '.repeat(50_000_000)}"`),
  'UTF-16': bytes(NO_JSON, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), {'content-type': 'application/json; charset=utf-16'}),
  'an early hint before': taken({
    reply(text, response) {
      response.writeEarlyHints({link: '</a.css>; rel=preload; as=style'})
      send(text)(response)
    },
  }),
  'a byte order mark before': taken({reply: (text, response) => send(`\uFEFF${text}`)(response)}),
  '20 MB of spaces after': taken({reply: (text, response) => send(text + ' '.repeat(20_000_000))(response)}),
  'JSON of a subtype': taken({
    reply: (text, response) => send(text, 200, {'content-type': 'application/problem+json; charset=utf-8'})(response),
  }),
}

const ANSWERS_OF_FILES: Readonly<Record<string, WrongAnswer>> = {
  nothing: bytes(NO_JSON, () => ''),
  'cut in the middle': bytes(NO_JSON, (text) => text.slice(0, text.length / 2)),
  'cut before its end': bytes(NO_JSON, (text) => text.trimEnd().slice(0, -1)),
  'two in one': bytes(NO_JSON, (text) => text + text),
  'zero bytes after': bytes(NO_JSON, (text) => `${text}\0\0\0`),
  'a comma too many': bytes(NO_JSON, (text) => `${text.slice(0, -1)},}`),
  'a comment': bytes(NO_JSON, (text) => `/* a */ ${text}`),
  NaN: rewritten(NO_JSON, (text) => text.replace(/"done":\d+/, '"done":NaN')),
  'a number without end': rewritten(/totals\.tasks: unexpected Infinity, expected a number/, (text) =>
    text.replace(/"tasks":\d+/, '"tasks":1e999'),
  ),
  null: bytes(/schemaVersion: unexpected nothing/, () => 'null'),
  'a list': bytes(/schemaVersion: unexpected nothing/, () => '[]'),
  'a text': bytes(/schemaVersion: unexpected nothing/, () => '"status"'),
  'an empty object': bytes(/schemaVersion: unexpected nothing/, () => '{}'),
  'a million lists in each other': bytes(/schemaVersion: unexpected/, () => '['.repeat(1_000_000) + ']'.repeat(1_000_000)),
  'a version that is a million lists in each other': bytes(
    /schemaVersion: unexpected/,
    () => `{"schemaVersion": ${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}}`,
  ),
  'an older version': edited(/schemaVersion: unexpected 1, expected 2/, (status) => Object.assign(status, {schemaVersion: 1})),
  'a later version': edited(/schemaVersion: unexpected 99, expected 2/, (status) => Object.assign(status, {schemaVersion: 99})),
  'another plan': edited(/source\.path: unexpected "other\/plan\.md"/, ({source}) => void (source.path = 'other/plan.md')),
  'a day of the future': edited(/not in the future of this clock/, (status) => void (status.statusDate = '2999-01-01')),
  'a commit of the future': edited(/not in the future of this clock/, ({source}) => void (source.committedAt = '2999-01-01T00:00:00Z')),
  'a day that is none': edited(/statusDate: unexpected "today"/, (status) => void (status.statusDate = 'today')),
  'a due date that is none': edited(/\.due: unexpected "soon", expected an ISO date/, (status) => void (item(status).due = 'soon')),
  'a time zone that there is not': edited(/timeZone: unexpected "Mars\/Olympus"/, (status) => void (status.timeZone = 'Mars/Olympus')),
  'numbers as texts': rewritten(/unexpected "\d+", expected a number/, (text) => text.replace(/"done":(\d+)/, '"done":"$1"')),
  'a count below zero': edited(/totals\.done: unexpected -1, expected a number/, ({totals}) => void (totals.done = -1)),
  'half a task': edited(/unexpected done \d+\.5/, ({totals}) => void (totals.done += 0.5)),
  'more done than there are': edited(/totals: unexpected done/, ({totals}) => void (totals.done = totals.tasks + 1)),
  'a sum that is not': edited(/totals: unexpected tasks/, ({totals}) => void (totals.tasks += 1)),
  'a box that is not counted': edited(/item .*: unexpected done/, (status) => void (item(status).done += 1)),
  'a percentage of 250': edited(/totals: unexpected percent 250/, ({totals}) => void (totals.percent = 250)),
  'fewer items than are there': edited(/totals: unexpected .* items done/, ({totals}) => void (totals.items = 1)),
  'a list where an object is': edited(/totals: unexpected \[\], expected an object/, (status) => Object.assign(status, {totals: []})),
  'no sections': edited(/sections: unexpected nothing/, (status) => void delete (status as {sections?: unknown}).sections),
  'a cause that nobody knows': edited(/totals\.cause\.code: unexpected "toString"/, ({totals}) =>
    Object.assign(totals, {cause: {code: 'toString', facts: {}}}),
  ),
  'a cause without its facts': edited(/totals\.cause\.facts\.names: unexpected nothing/, ({totals}) =>
    Object.assign(totals, {cause: {code: 'items-late', facts: {count: 1, items: 2, more: 0}}}),
  ),
  'totals twice, with other numbers': rewritten(/totals: unexpected done/, (text) =>
    text.replace(/\}$/, `,"totals":${JSON.stringify({...(JSON.parse(text) as Status).totals, done: 1})}}`),
  ),
  'keys that objects inherit': taken({
    files: (files) => {
      const next = tickedFiles(files)
      return {
        status: next.status.replace('{', '{"__proto__": {"schemaVersion": 1, "polluted": true}, "constructor": 7, "toString": null, '),
        summary: next.summary.replace('{', '{"__proto__": {"digest": "a"}, '),
      }
    },
  }),
  'a key of nobody, a hundred thousand lists deep': taken({
    files: (files) => {
      const next = tickedFiles(files)
      return {...next, status: next.status.replace('"totals":{', `"totals":{"more":${'['.repeat(100_000)}${']'.repeat(100_000)},`)}
    },
  }),
  'an older commit': taken({
    says: /an earlier commit than before/,
    files: (files) => tickedFiles(files, ({source}) => void (source.committedAt = '2020-01-01T00:00:00Z')),
  }),
  'a new status beside an old summary': {means: 'kept', says: /checked/i, files: (files) => ({...files, status: ticked(files.status)})},
  'a new summary beside an old status': {
    means: 'kept',
    says: /checked/i,
    files: (files) => ({...files, summary: summaryOfStatus(files.summary, ticked(files.status))}),
  },
  'the files of the build, whatever is newer': {
    means: 'kept',
    says: /checked/i,
    reply: (text, response) => send(text, 200, {age: '9000000', date: new Date(0).toUTCString(), etag: '"a"'})(response),
  },
}

/** Every wrong answer, by its name. */
export const WRONG_ANSWERS: Readonly<Record<string, WrongAnswer>> = {...ANSWERS_OF_HOSTS, ...ANSWERS_OF_FILES}

/** Bytes as they are, in place of an answer of HTTP. */
function raw(response: ServerResponse, text: string): void {
  response.socket?.write(text, () => response.socket?.destroySoon())
}

let packed: Buffer | null = null
/** A few hundred kilobytes that a browser makes 200 MB of. */
const bomb = (): Buffer => (packed ??= gzipSync(Buffer.alloc(200_000_000, ' ')))
