import type {DayNote, GapCause, NoForecast, PeriodNote, UnavailableCause} from '../../model/cause.ts'
import type {PlanEnd, Trend} from '../../model/forecast.ts'
import type {Since} from '../../model/history.ts'
import {lateness} from '../../model/lateness.ts'
import type {Status, StatusForecast} from '../../model/status.ts'
import type {Series} from '../pages/burnup-chart.ts'
import {unavailableText} from './unavailable.ts'
import {ENGLISH, type Wording} from './words.ts'

/** What a chart counts. */
export type ChartUnit = 'tasks' | 'days'

export function unitText({say}: Wording, unit: ChartUnit): string {
  return unit === 'tasks' ? say('build.unit.tasks', 'tasks') : say('build.unit.days', 'days of effort')
}

/** What a burn-up chart says, in a sentence. */
export function burnUpSentence(words: Wording, series: readonly Series[], unit: ChartUnit): string {
  const {say, day} = words
  const known = series.filter(({scope}) => scope !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return say('build.burnUp.nothing', 'No revision can be counted.')
  const counted = {unit: unitText(words, unit)}
  if (known.length === 1)
    return say('build.burnUp.oneDay', 'One day with a revision: {done} of {scope} {unit} done on {day}.', {
      ...counted,
      done: last.done ?? 0,
      scope: last.scope ?? 0,
      day: day(last.day),
    })
  return say('build.burnUp.days', 'From {from} to {to}: done {done}, scope {scope} {unit}.', {
    ...counted,
    from: day(first.day),
    to: day(last.day),
    done: way(words, first.done, last.done),
    scope: way(words, first.scope, last.scope),
  })
}

function way({say}: Wording, from: number | null, to: number | null): string {
  return from === to
    ? say('build.burnUp.stayed', 'stayed at {to}', {to: to ?? 0})
    : say('build.burnUp.went', 'went from {from} to {to}', {from: from ?? 0, to: to ?? 0})
}

/** A forecast as a report or a page has it. */
export type AnyForecast = Pick<StatusForecast, 'p50' | 'p85' | 'cause'>

/** The forecast with what it is made of, or why there is none. */
export function forecastText(words: Wording, {p50, p85, cause}: AnyForecast): string {
  const {say, plural, day} = words
  if (cause.code !== 'pace' || p50 === null)
    return say('build.forecast.none', 'No forecast: {cause}.', {cause: cause.code === 'pace' ? '' : noForecastText(words, cause)})
  const {left, weeks, done, added, perWeek} = cause.facts
  const range =
    p85 === null
      ? say('build.forecast.likely', '50 % likely by {likely}; no date is 85 % likely within ten years.', {likely: day(p50)})
      : say('build.forecast.range', '50 % likely by {likely}, 85 % likely by {safe}.', {likely: day(p50), safe: day(p85)})
  const basis = plural(
    'build.forecast.basis',
    '{done} done in the last {count} whole week, about {perWeek} a week|{done} done in the last {count} whole weeks, about {perWeek} a week',
    weeks,
    {done, perWeek},
  )
  return `${range} ${plural('build.forecast.left', '{count} task left|{count} tasks left', left)}; ${basis}; ${scopeText(words, added)}.`
}

function scopeText({say, plural}: Wording, added: number): string {
  if (added === 0) return say('build.forecast.scopeSame', 'the scope stayed the same')
  return added > 0
    ? plural('build.forecast.scopeGrew', '{count} task was added|{count} tasks were added', added)
    : plural('build.forecast.scopeShrank', '{count} task was taken out|{count} tasks were taken out', -added)
}

/** "Planned end 29 Dec 2026; forecast 1 Mar 2027 to 8 Mar 2027, 8 weeks later." What a manager reads first on a day, which is null for a plan that is done; empty where nothing is known. */
export function endSentence(words: Wording, {planned, varianceDays}: PlanEnd, forecast: AnyForecast | null, today: string | null): string {
  const {say, day} = words
  const end = {
    end:
      planned === null
        ? ''
        : today !== null && planned < today
          ? say('build.end.passed', '{day} (passed)', {day: day(planned)})
          : day(planned),
  }
  if (forecast?.cause.code === 'finished') return say('build.end.done', 'All {tasks} tasks are done.', forecast.cause.facts)
  const range = forecast === null ? null : rangeText(words, forecast)
  if (range !== null)
    return planned === null || varianceDays === null
      ? say('build.end.forecast', 'Forecast: {range}.', {range})
      : say('build.end.both', 'Planned end {end}; forecast {range}, {later}.', {...end, range, later: laterText(words, varianceDays)})
  if (planned === null) return forecast === null ? '' : forecastText(words, forecast)
  if (forecast === null || forecast.cause.code === 'pace') return say('build.end.planned', 'Planned end {end}.', end)
  return say('build.end.none', 'Planned end {end}. No forecast: {cause}.', {...end, cause: noForecastText(words, forecast.cause)})
}

interface EndFacts extends Pick<Status, 'end' | 'forecast' | 'statusDate' | 'verdict'> {
  readonly totals: Pick<Status['totals'], 'trend'>
}

/** The planned end, the forecast and the trend of the week in English, for a terminal and for a message: one thought a line, nothing that is not known. */
export function endLines({end, forecast, totals, statusDate, verdict}: EndFacts): readonly string[] {
  const {trend} = totals
  return [
    endSentence(ENGLISH, end, forecast, verdict.health === 'done' ? null : statusDate),
    ...(forecast?.cause.code === 'pace' ? [forecast.because] : []),
    ...(trend === null ? [] : [trendText(ENGLISH, trend)]),
  ].filter((line) => line !== '')
}

/** "Since 2026-11-21: 3 tasks done, 1 task added." */
function trendText({say, plural, day}: Wording, {since, done, added}: Trend): string {
  const facts = {since: day(since), done: plural('build.trend.done', '{count} task done|{count} tasks done', done)}
  if (added === 0) return say('build.trend.same', 'Since {since}: {done}.', facts)
  return say('build.trend.changed', 'Since {since}: {done}, {added}.', {
    ...facts,
    added:
      added > 0
        ? plural('build.trend.added', '{count} task added|{count} tasks added', added)
        : plural('build.trend.removed', '{count} task taken out|{count} tasks taken out', -added),
  })
}

/** "1 Mar 2027 to 8 Mar 2027"; null without a forecast. */
function rangeText({say, day}: Wording, {p50, p85}: AnyForecast): string | null {
  if (p50 === null) return null
  if (p85 === null) return say('build.end.open', '{likely} or later', {likely: day(p50)})
  return p50 === p85 ? day(p50) : say('build.end.range', '{likely} to {safe}', {likely: day(p50), safe: day(p85)})
}

/** "8 weeks later": how far a day is from the planned one, by the rule for whatever is late. */
function laterText({say, plural}: Wording, days: number): string {
  if (days === 0) return say('build.later.same', 'as planned')
  const {count, unit} = lateness(Math.abs(days))
  if (days > 0)
    return unit === 'week'
      ? plural('build.later.weeks', '{count} week later|{count} weeks later', count)
      : plural('build.later.days', '{count} day later|{count} days later', count)
  return unit === 'week'
    ? plural('build.earlier.weeks', '{count} week earlier|{count} weeks earlier', count)
    : plural('build.earlier.days', '{count} day earlier|{count} days earlier', count)
}

function noForecastText(words: Wording, cause: NoForecast): string {
  const {say, plural} = words
  const {code, facts} = cause
  switch (code) {
    case 'nothing-counted':
      return say('build.forecast.nothing', 'no revision of the plan can be counted')
    case 'newest-not-counted':
      return say('build.forecast.newest', 'the newest revision cannot be counted: fix its errors first')
    case 'no-tasks':
      return say('build.forecast.noTasks', 'the plan has no tasks')
    case 'finished':
      return say('build.forecast.finished', 'finished: all {tasks} tasks are done', {tasks: facts.tasks})
    case 'too-young':
      return say(
        'build.forecast.young',
        'the history is too short ({revisions} on {days} in {weeks}). A forecast needs revisions on {leastDays} days over {leastWeeks} weeks',
        {
          revisions: plural('build.forecast.revisions', '{count} revision|{count} revisions', facts.revisions),
          days: plural('build.forecast.days', '{count} day|{count} days', facts.days),
          weeks: plural('build.forecast.weeks', '{count} whole week|{count} whole weeks', facts.weeks),
          leastDays: facts.leastDays,
          leastWeeks: facts.leastWeeks,
        },
      )
    case 'standstill':
      return say('build.forecast.standstill', 'no progress in {weeks} weeks', {weeks: facts.weeks})
    case 'no-net-progress':
      return say('build.forecast.noNet', 'no progress in {weeks} weeks: no more tasks are done than were before', {weeks: facts.weeks})
    case 'too-irregular':
      return say('build.forecast.irregular', 'tasks were finished in {busy} of the last {weeks} weeks; a forecast needs {leastBusy}', {
        weeks: facts.weeks,
        busy: facts.busy,
        leastBusy: facts.leastBusy,
      })
    case 'no-end':
      return say(
        'build.forecast.noEnd',
        'in {weeks} weeks {done} tasks were done and {added} added, so most runs of the simulation do not end within ten years',
        {weeks: facts.weeks, done: facts.done, added: facts.added},
      )
    case 'no-git':
    case 'no-repository':
    case 'shallow':
    case 'no-commits':
    case 'not-committed':
    case 'standard-input':
    case 'unknown-revision':
    case 'not-in-revision':
    case 'incomplete':
    case 'refused':
    case 'had-error':
      return unavailableText(words, cause as UnavailableCause).reason
  }
}

/** Why a revision has no sums. */
export function gapText({say}: Wording, {code, facts}: GapCause): string {
  return code === 'absent'
    ? say('build.gap.absent', 'the plan was not there')
    : say('build.gap.error', 'line {line}: {reason}', {line: String(facts.line), reason: facts.reason})
}

/** Why there are no changes of a day to tell, without its full stop. */
export function dayNoteText({say}: Wording, {code}: DayNote): string {
  return code === 'absent-then'
    ? say('build.day.absent', 'The plan was not there at the end of this day')
    : say('build.day.first', 'The first revision: there is none before it')
}

/** "since 2026-11-16", "since the start". */
export function sinceText({say, day}: Wording, since: Since): string {
  return since.kind === 'start'
    ? say('build.period.start', 'since the start')
    : say('build.period.since', 'since {since}', {since: since.kind === 'date' ? day(since.date) : since.name})
}

/** What to know about a period. */
export function periodNoteText(words: Wording, note: PeriodNote): string {
  const {say, day} = words
  return note.code === 'younger'
    ? say('build.period.younger', "The plan's first revision is from {day}, so changes are counted from there.", {day: day(note.facts.day)})
    : say('build.period.unavailable', 'History is unavailable: {reason} ({fix}).', {...unavailableText(words, note.facts.why)})
}
