import {readdirSync, readFileSync} from 'node:fs'
import {SaxesParser} from 'saxes'
import {readEvidence} from '../../plugins/action-plan/src/parse/evidence/evidence.ts'
import type {Covered, EvidenceFacts} from '../../plugins/action-plan/src/model/tool-report.ts'
import {oneOf, randomFrom} from './random.ts'

const FOLDER = new URL('../../plugins/action-plan/src/parse/evidence/fixtures/', import.meta.url)

/** Reports of real tools, by the format that they are read as. */
export function reportsByFormat(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const name of readdirSync(FOLDER, {recursive: true, encoding: 'utf8'}).sort()) {
    if (!/\.(?:json|xml|sarif|info|lcov)$/.test(name)) continue
    const text = readFileSync(new URL(name, FOLDER), 'utf8')
    const facts = readEvidence(text)
    if (facts.kind === 'unreadable' || facts.kind === 'text') continue
    found.set(facts.format, [...(found.get(facts.format) ?? []), text])
  }
  return found
}

/** What is put into reports: numbers that are none, dates out of range, keys of prototypes, entities, other encodings, control characters, and pieces of syntax. */
const PIECES = [
  ...['NaN', '-1', '1e999', '-0', 'Infinity', '99999999999999999999', '0x10', '1_000', '0.5', '١٢', 'null', 'true', '""', '[]', '{}'],
  ...['9999-99-99T99:99:99Z', '-000001-01-01T00:00:00Z', '275760-09-13T00:00:00Z', '0000-00-00', '1e15'],
  ...['"__proto__": {"polluted": 1}, ', '"constructor": {"prototype": {}}, ', '"toString": 1, ', '"length": -1, '],
  ...[
    '<!DOCTYPE a [<!ENTITY x "y">]>',
    '<!ENTITY x SYSTEM "file:///etc/passwd">',
    '&x;',
    '&#0;',
    '&#x110000;',
    '&lt;',
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml version="1.0" encoding="UTF-16"?>',
  ],
  ...['\uFEFF', '\0', '\uFFFD', '\uD800', '\u2028', '\u001b[31m', '\u202e', '\r', '\r\n', '\t'],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    '\\',
    ',',
    ':',
    '<',
    '>',
    '/',
    '=',
    "'",
    '&',
    'end_of_record\n',
    'DA:1,1\n',
    'LF:5\n',
    'BRDA:1,0,0,-\n',
    '/*',
    '//',
  ],
] as const

type Change = (text: string, random: () => number) => string
const somewhere = (text: string, random: () => number): number => Math.floor(random() * (text.length + 1))
const cut = (text: string, from: number, removed: number, inserted: string): string =>
  text.slice(0, from) + inserted + text.slice(from + removed)

const CHANGES: readonly Change[] = [
  (text, random) => text.slice(0, somewhere(text, random)),
  (text, random) => text.slice(somewhere(text, random)),
  (text, random) => cut(text, somewhere(text, random), 1 + Math.floor(random() * 40), ''),
  (text, random) => cut(text, somewhere(text, random), 0, oneOf(random, PIECES)),
  (text, random) => cut(text, somewhere(text, random), 1, String.fromCharCode(Math.floor(random() * 128))),
  (text, random) => {
    const from = somewhere(text, random)
    return cut(text, from, 0, text.slice(from, from + Math.floor(random() * 200)))
  },
  // A number becomes another thing.
  (text, random) => {
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)]
    const one = numbers[Math.floor(random() * numbers.length)]
    return one === undefined ? text : cut(text, one.index, one[0].length, oneOf(random, PIECES))
  },
  // A name becomes one that objects have.
  (text, random) => {
    const names = [...text.matchAll(/"([a-z_][\w-]*)"(?=\s*:)|(?<=[\s<])([a-z][\w-]*)(?==|>)/gi)]
    const one = names[Math.floor(random() * names.length)]
    const name = oneOf(random, ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', 'a'.repeat(1000)])
    return one === undefined ? text : cut(text, one.index, one[0].length, one[0].startsWith('"') ? `"${name}"` : name)
  },
  (text, random) =>
    cut(text, somewhere(text, random), 0, oneOf(random, ['[', '{"a":', '<a>', '(']).repeat(10 ** (1 + Math.floor(random() * 4)))),
  // Saved as UTF-16, in either order, and read as UTF-8 is.
  (text, random) => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
    return (random() < 0.5 ? bytes : bytes.swap16()).toString('utf8')
  },
  (text, random) => text.replace(/\n/g, oneOf(random, ['\r\n', '\r', ''])),
  (text) => `\uFEFF${text}`,
]

/** A report that was changed at some places. */
export function changedReport(texts: readonly string[], random: () => number): string {
  let text = oneOf(random, texts)
  for (let left = 1 + Math.floor(random() * 3); left > 0; left--) text = oneOf(random, CHANGES)(text, random)
  return random() < 0.05 ? text + oneOf(random, texts) : text
}

/** What XML readers forgive and this reader takes as it is written: it says nothing of the numbers. */
const FORGIVEN = /disallowed character|undefined entity|malformed character entity|empty entity name/

/** What another reader says is not well-formed in a text; null when it is, or there is no reader for it. */
function malformed(text: string): string | null {
  const bare = text.replace(/^\uFEFF/, '')
  if (/^\s*[[{]/.test(bare)) {
    try {
      JSON.parse(bare)
      return null
    } catch (error) {
      return String(error)
    }
  }
  if (!/^\s*</.test(bare)) return null
  let fault: string | null = null
  const parser = new SaxesParser()
  parser.on('error', ({message}) => void (fault ??= FORGIVEN.test(message) ? null : message))
  parser.write(bare.trimStart()).close()
  return fault
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const isShare = ({covered, total}: Covered): boolean => isCount(covered) && isCount(total) && covered <= total
const isTime = (at: string | null): boolean => at === null || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(at)

/** What is wrong with what was read of a text; null when nothing is. */
function faultOf(text: string, facts: EvidenceFacts): string | null {
  if (facts.kind === 'unreadable')
    return facts.line >= 1 && facts.column >= 1 && facts.reason !== '' && facts.fix !== '' ? null : 'no place or no reason'
  const odd = facts.kind === 'text' ? null : malformed(text)
  if (odd !== null) return `${facts.format} was read from what is not well-formed (${odd})`
  if (!isTime(facts.at)) return `unexpected time ${String(facts.at)}`
  switch (facts.kind) {
    case 'coverage':
      return [facts.lines, facts.branches, ...facts.files.flatMap(({lines, branches}) => [lines, branches])].every(
        (one) => one === null || isShare(one),
      )
        ? null
        : 'more is covered than there is, or a count is none'
    case 'tests': {
      const {total, passed, failed, errored, skipped, cases, seconds} = facts
      if (![total, passed, failed, errored, skipped].every(isCount)) return 'a count is none'
      if (passed + failed + errored + skipped !== total) return 'the counts do not add up'
      if ([seconds, ...cases.map((one) => one.seconds)].some((one) => one !== null && !(Number.isFinite(one) && one >= 0)))
        return 'a time is none'
      return cases.length > total ? 'more tests are listed than counted' : null
    }
    case 'findings':
    case 'json':
    case 'text':
      return null
  }
}

/** What came of many reports of a format. */
export interface Fuzzed {
  readonly format: string
  readonly inputs: number
  readonly read: number
  readonly slowest: number
  readonly faults: readonly string[]
}

/** Changes reports of a format so many times, as a seed says, and reads each. */
export function fuzz(format: string, texts: readonly string[], inputs: number, seed: number): Fuzzed {
  const random = randomFrom(seed)
  const faults: string[] = []
  let [read, slowest] = [0, 0]
  for (let input = 0; input < inputs; input++) {
    const text = changedReport(texts, random)
    const {user, system} = process.cpuUsage()
    let fault: string | null
    try {
      const facts = readEvidence(text)
      if (facts.kind !== 'unreadable') read++
      fault = faultOf(text, facts)
    } catch (error) {
      fault = `threw ${String(error)}`
    }
    const spent = process.cpuUsage({user, system})
    slowest = Math.max(slowest, (spent.user + spent.system) / 1e6)
    if (fault !== null) faults.push(`${format}, seed ${seed}, input ${input}: ${fault}: ${JSON.stringify(text.slice(0, 300))}`)
  }
  if (({} as {polluted?: unknown}).polluted !== undefined) faults.push(`${format}: a report changed the prototype of all objects`)
  return {format, inputs, read, slowest, faults}
}
