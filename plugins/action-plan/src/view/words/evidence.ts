import type {EvidenceCause, Goal, NoMeasurement, ShownEvidence, VerificationCause} from '../../model/cause.ts'
import type {Bound, Target} from '../../model/target.ts'
import type {EvidenceKind} from '../../model/tool-report.ts'
import {LEVELS} from './levels.ts'
import {amount} from './numbers.ts'
import type {Wording} from './words.ts'

const BOUNDS: Readonly<Record<Bound, (words: Wording, amount: string) => string>> = {
  'at-least': ({say}, text) => say('plan.target.atLeast', 'at least {amount}', {amount: text}),
  above: ({say}, text) => say('plan.target.above', 'above {amount}', {amount: text}),
  'at-most': ({say}, text) => say('plan.target.atMost', 'at most {amount}', {amount: text}),
  below: ({say}, text) => say('plan.target.below', 'below {amount}', {amount: text}),
}

/** Targets in words: "at least 80 %", "all". */
export function targetsText(words: Wording, targets: readonly Target[]): string {
  return targets
    .map((target) =>
      target.kind === 'all' ? words.say('plan.target.all', 'all') : BOUNDS[target.bound](words, amount(words, target.value, target.unit)),
    )
    .join(words.say('plan.target.and', ' and '))
}

/** What must be reached: "at least 80 %", "all 12". */
export function goalText(words: Wording, {code, facts}: Goal): string {
  const {say} = words
  if (code === 'targets') return targetsText(words, facts.targets)
  if (code === 'answer') return say('plan.target.answer', 'a successful answer')
  return facts.tasks === null ? say('plan.target.tasks', 'all tasks done') : say('plan.target.allOf', 'all {tasks}', {tasks: facts.tasks})
}

type Sentences<Cause extends {readonly code: string; readonly facts: unknown}> = {
  readonly [Code in Cause['code']]: (words: Wording, facts: Extract<Cause, {code: Code}>['facts']) => string
}
function sentence<Cause extends {readonly code: string; readonly facts: unknown}>(
  sentences: Sentences<Cause>,
  words: Wording,
  {code, facts}: Cause,
): string {
  return (sentences[code as Cause['code']] as (words: Wording, facts: unknown) => string)(words, facts)
}

const UNITS: Readonly<Record<'lines' | 'branches', (words: Wording) => string>> = {
  lines: ({say}) => say('plan.shown.lines', 'lines'),
  branches: ({say}) => say('plan.shown.branches', 'branches'),
}

/** "lines", "branches in src". */
function partText(words: Wording, of: 'lines' | 'branches', part: string | null): string {
  const unit = UNITS[of](words)
  return part === null ? unit : words.say('plan.shown.in', '{unit} in {part}', {unit, part})
}

const left = ({say}: Wording, skipped: number): string =>
  skipped === 0 ? '' : `, ${say('plan.shown.skipped', '{skipped} skipped', {skipped})}`

const itemsTicked = (words: Wording, {items, done, tasks}: {items: readonly string[]; done: number; tasks: number}): string => {
  const facts = {done, tasks, items: items.join(', ')}
  const {say} = words
  if (items.length > 1) return say('plan.shown.ticked', '{done} of {tasks} tasks of items {items} are ticked', facts)
  return tasks === 1
    ? say('plan.shown.tickedTask', '{done} of {tasks} tasks of item {items} is ticked', facts)
    : say('plan.shown.tickedItem', '{done} of {tasks} tasks of item {items} are ticked', facts)
}
const answered = ({say}: Wording, {url, status}: {url: string; status: number}): string =>
  say('plan.shown.answered', '{url} answered {status}', {url, status: String(status)})

const SHOWN: Sentences<ShownEvidence> = {
  'file-exists': ({say}) => say('plan.shown.there', 'the file is there'),
  'file-missing': ({say}) => say('plan.shown.missing', 'there is no such file'),
  contains: ({say}, {text, line}) =>
    say('plan.shown.contains', 'line {line} contains {text}', {line: String(line), text: JSON.stringify(text)}),
  'contains-not': ({say}, {text}) => say('plan.shown.containsNot', 'it does not contain {text}', {text: JSON.stringify(text)}),
  share: (words, {share, of, part, covered, total}) =>
    words.say('plan.shown.share', '{share} of {what} ({covered} of {total})', {
      share: amount(words, share, '%'),
      what: partText(words, of, part),
      covered,
      total,
    }),
  passed: (words, {share, passed, ran, skipped}) =>
    words.say('plan.shown.passed', '{share} of the tests that ran passed ({passed} of {ran}{skipped})', {
      share: amount(words, share, '%'),
      passed,
      ran,
      skipped: left(words, skipped),
    }),
  failures: (words, {failed, ran, skipped}) =>
    `${words.say('plan.shown.failed', '{failed} of {ran} tests failed', {failed, ran})}${left(words, skipped)}`,
  findings: (words, {count, level, part, unknown, below}) => {
    const {say, plural} = words
    const found = plural('plan.shown.findings', '{count} finding|{count} findings', count)
    const ofLevel =
      level === null
        ? ''
        : level === 'critical'
          ? ` ${say('plan.shown.ofLevel', 'of level {level}', {level: LEVELS[level](words)})}`
          : ` ${say('plan.shown.orAbove', 'of level {level} or above', {level: LEVELS[level](words)})}`
    return [
      `${found}${ofLevel}${part === null ? '' : ` ${say('plan.shown.ofRule', 'of {part}', {part})}`}`,
      ...(unknown === 0 ? [] : [say('plan.shown.unknownLevel', '{unknown} of them of unknown level', {unknown})]),
      ...(below === 0 ? [] : [say('plan.shown.below', '{below} below', {below})]),
    ].join(', ')
  },
  number: (words, {at, value, unit}) => words.say('plan.shown.number', '{at} is {amount}', {at, amount: amount(words, value, unit)}),
  'items-ticked': itemsTicked,
  answered,
}

/** What a piece of evidence shows. */
export function shownText(words: Wording, shown: ShownEvidence): string {
  return sentence<ShownEvidence>(SHOWN, words, shown)
}

const KINDS: Readonly<Record<EvidenceKind, (words: Wording) => string>> = {
  coverage: ({say}) => say('plan.nothing.coverage', 'a coverage report'),
  tests: ({say}) => say('plan.nothing.tests', 'test results'),
  findings: ({say}) => say('plan.nothing.findings', 'findings of a scan'),
  json: ({say}) => say('plan.nothing.json', 'JSON that is none of the known reports'),
  text: ({say}) => say('plan.nothing.text', 'a text that is none of the known reports'),
  unreadable: ({say}) => say('plan.nothing.unreadable', 'unreadable'),
}

const NOTHING: Sentences<NoMeasurement> = {
  unreadable: (_, {reason}) => reason,
  'no-measure': (words, {found}) =>
    words.say(
      'plan.nothing.noMeasure',
      'it is {kind}: the setting does not say what to measure (measure: number with at:, contains, or exists)',
      {kind: KINDS[found](words)},
    ),
  'other-kind': (words, {found, expected, measure}) =>
    words.say('plan.nothing.otherKind', 'it is {kind}, expected {expected} to measure {measure}', {
      kind: KINDS[found](words),
      expected: KINDS[expected](words),
      measure,
    }),
  'nothing-measured': (words, {of, part}) =>
    words.say('plan.nothing.measured', 'it measured nothing: 0 {what}', {what: partText(words, of, part)}),
  'more-than-all': (words, {of, part, covered, total}) =>
    words.say('plan.nothing.more', 'unexpected {covered} of {total} {what}, expected no more than all', {
      covered,
      total,
      what: partText(words, of, part),
    }),
  'no-file-in': ({say}, {part}) => say('plan.nothing.noFile', 'it has no file in {part}', {part}),
  'no-test-named': ({say}, {part}) => say('plan.nothing.noTest', 'it has no test named "{part}"', {part}),
  'all-tests-skipped': ({say}, {skipped}) =>
    say('plan.nothing.skipped', 'it measured nothing: all {skipped} tests were skipped', {skipped}),
  'no-branches': ({say}) => say('plan.nothing.branches', 'it does not say how many branches are covered'),
  'no-test-ran': ({say}) => say('plan.nothing.ran', 'it measured nothing: no test ran'),
  'no-json': ({say}) => say('plan.nothing.noJson', 'it is no JSON, expected JSON to read a number from'),
}

/** Why a file shows nothing. */
export function nothingText(words: Wording, why: NoMeasurement): string {
  return sentence<NoMeasurement>(NOTHING, words, why)
}

/** What a file shows, or why it shows nothing. */
export function saysText(words: Wording, says: ShownEvidence | NoMeasurement): string {
  return sentence<ShownEvidence | NoMeasurement>({...SHOWN, ...NOTHING}, words, says)
}

const CAUSES: Sentences<EvidenceCause> = {
  'not-connected': ({say}) => say('plan.evidence.notConnected', 'no evidence is configured'),
  'not-read': ({say}, {path}) => say('plan.evidence.notRead', 'evidence is configured ({path}) and was not read', {path}),
  'age-unknown': ({say}, {path}) => say('plan.evidence.noAge', '{path}: its age is unknown, because nothing says when it was made', {path}),
  shows: (words, {path, shown}) => `${path}: ${shownText(words, shown)}`,
  'no-target': (words, {path, shown}) =>
    words.say('plan.evidence.noTarget', '{path}: {shown}, but no target can be read', {path, shown: shownText(words, shown)}),
  measured: (words, {path, shown, targets}) =>
    words.say('plan.evidence.measured', '{shown}, target {target} ({path})', {
      path,
      shown: shownText(words, shown),
      target: targetsText(words, targets),
    }),
  'other-unit': (words, {path, shown, targets, unit}) => {
    const facts = {path, shown: shownText(words, shown), target: targetsText(words, targets)}
    return unit === null
      ? words.say(
          'plan.evidence.noUnit',
          '{path}: {shown}, but a target of {target} cannot be compared with a number without a unit',
          facts,
        )
      : words.say('plan.evidence.otherUnit', '{path}: {shown}, but a target of {target} cannot be compared with a number in {unit}', {
          ...facts,
          unit,
        })
  },
  'nothing-shown': (words, {path, why}) => `${path}: ${nothingText(words, why)}`,
  'too-old': ({plural, day}, {path, madeOn, maxAge}) =>
    plural(
      'plan.evidence.tooOld',
      '{path}: it was made on {day}, more than {count} day ago|{path}: it was made on {day}, more than {count} days ago',
      maxAge,
      {path, day: day(madeOn)},
    ),
  expired: ({say, day}, {source, until, today}) =>
    say('plan.evidence.expired', '{source} was valid until {until}; today is {today}', {source, until: day(until), today: day(today)}),
  'no-file': ({say}, {text}) => say('plan.evidence.noFile', '"{text}" is no file of the project, so nothing can be read from it', {text}),
  'unknown-item': ({say}, {item}) => say('plan.evidence.noItem', 'the plan has no item "{item}"', {item}),
  'item-without-tasks': ({say}, {item}) => say('plan.evidence.bareItem', 'item {item} has no tasks to show that it is done', {item}),
  'items-without-tasks': ({say}, {items}) => say('plan.evidence.bareItems', 'items {items} have no tasks', {items: items.join(', ')}),
  'items-ticked': itemsTicked,
  'not-asked': ({say}, {url}) => say('plan.evidence.notAsked', '{url} was not asked: addresses are asked only when that is allowed', {url}),
  'no-answer': ({say}, {url, reason}) =>
    say('plan.evidence.noAnswer', '{url}: no answer: {reason}', {
      url,
      reason: reason ?? say('plan.evidence.unknownReason', 'unknown reason'),
    }),
  answered,
}

/** Why a piece of evidence has its state, as a sentence without its full stop; of several, those that decide. */
export function evidenceText(words: Wording, cause: EvidenceCause | VerificationCause): string {
  return cause.code === 'decided-by'
    ? cause.facts.causes.map((one) => evidenceText(words, one)).join('; ')
    : sentence<EvidenceCause>(CAUSES, words, cause)
}
