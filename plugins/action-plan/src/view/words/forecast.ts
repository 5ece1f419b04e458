import type {DayNote, GapCause, NoForecast, PeriodNote} from '../../model/cause.ts'
import type {Forecast, Since} from '../../model/history.ts'
import type {Series} from '../pages/burnup-chart.ts'
import {unavailableText} from './unavailable.ts'
import type {Wording} from './words.ts'

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

/** The forecast with its basis, or why there is none. */
export function forecastText(words: Wording, forecast: Forecast): string {
  const {say, plural, day} = words
  if (forecast.state === 'none') return say('build.forecast.none', 'No forecast: {cause}.', {cause: noForecastText(words, forecast.cause)})
  const {left, weeks, slowest, fastest, done, likely, safe} = forecast
  const pace =
    slowest === fastest
      ? say('build.forecast.pace', '{pace} a week', {pace: slowest})
      : say('build.forecast.paces', '{slowest} to {fastest} a week', {slowest, fastest})
  const range =
    likely === null
      ? say('build.forecast.never', 'not within ten years at this pace')
      : safe === null
        ? say('build.forecast.likely', '50 % likely by {likely}, 85 % likely not within ten years', {likely: day(likely)})
        : say('build.forecast.range', '50 % likely by {likely}, 85 % likely by {safe}', {likely: day(likely), safe: day(safe)})
  return [
    plural('build.forecast.left', '{count} task left|{count} tasks left', left),
    `; ${plural('build.forecast.basis', '{done} done in the last {count} whole week|{done} done in the last {count} whole weeks', weeks, {done})}`,
    ` (${pace}): ${range}. `,
    say('build.forecast.scope', 'The scope is taken to stay as it is.'),
  ].join('')
}

/** Why there is no forecast, in a few words. */
export function noForecastShort({say}: Wording, {code, facts}: NoForecast): string {
  switch (code) {
    case 'too-young':
      return say('build.forecast.needs', 'No forecast yet: it needs {weeks} weeks of history', {weeks: facts.leastWeeks})
    case 'standstill':
    case 'no-net-progress':
      return say('build.forecast.stands', 'No forecast: no progress in {weeks} weeks', {weeks: facts.weeks})
    case 'finished':
      return say('build.forecast.over', 'All tasks are done')
    case 'nothing-counted':
    case 'newest-not-counted':
    case 'no-tasks':
      return say('build.forecast.cannot', 'No forecast: the newest plan cannot be counted')
  }
}

function noForecastText({say, plural}: Wording, {code, facts}: NoForecast): string {
  switch (code) {
    case 'nothing-counted':
      return say('build.forecast.nothing', 'no revision of the plan can be counted')
    case 'newest-not-counted':
      return say('build.forecast.newest', 'the newest revision cannot be counted: mend its errors first')
    case 'no-tasks':
      return say('build.forecast.noTasks', 'the plan has no tasks')
    case 'finished':
      return say('build.forecast.finished', 'finished: all {tasks} tasks are done', {tasks: facts.tasks})
    case 'too-young':
      return say(
        'build.forecast.young',
        'not enough history: {revisions} on {days} over {weeks}; a forecast needs {leastDays} days over {leastWeeks} weeks',
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
  }
}

/** The forecast held against the plan's own end; null when one of the two is missing. */
export function againstPlan({say, day}: Wording, {planEnd, ...forecast}: Forecast): string | null {
  if (planEnd === null) return null
  const end = {end: day(planEnd)}
  if (forecast.state === 'none' || forecast.safe === null || forecast.likely === null)
    return say('build.forecast.end', 'The plan itself ends on {end}.', end)
  if (forecast.safe <= planEnd) return say('build.forecast.within', 'The plan itself ends on {end}: both dates are within it.', end)
  return forecast.likely <= planEnd
    ? say('build.forecast.between', 'The plan itself ends on {end}: between the two dates.', end)
    : say('build.forecast.before', 'The plan itself ends on {end}: before both dates.', end)
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
    ? say('build.period.younger', "The plan's first revision is of {day}: changes are counted from there.", {day: day(note.facts.day)})
    : say('build.period.unavailable', 'History is unavailable: {reason} ({fix}).', {...unavailableText(words, note.facts.why)})
}
