// The one door to badge-maker.
import {makeBadge} from 'badge-maker'
import {daysBetween} from '../../model/date.ts'
import type {Health} from '../../model/health.ts'
import {label, priorityLabel} from '../../model/label.ts'
import type {MetricState, Report, Measurement} from '../../model/report.ts'
import {visible} from '../../model/text.ts'
import {itemAnchor, part, sectionAnchor} from '../address.ts'
import {amount, fractionIn, percentIn} from '../words/numbers.ts'
import {healthTerm, metricTerm} from '../words/states.ts'
import {ENGLISH, type Wording} from '../words/words.ts'

export interface Badge {
  /** `overall`, `priority-p0`, `section-2`, `item-2-1`, `metric-1`. */
  readonly id: string
  /** What it stands for, in words for a page. */
  readonly name: string
  readonly label: string
  readonly message: string
  readonly color: string
}

/** Dark enough for white text; the message says the same in words. */
export const HEALTH_COLORS: Readonly<Record<Health | MetricState, string>> = {
  done: '#1a7f37',
  'on-track': '#1f6feb',
  'at-risk': '#9a6700',
  late: '#b42318',
  'not-started': '#57606a',
  unknown: '#57606a',
  met: '#1a7f37',
  unmet: '#b42318',
}

const LABEL_LENGTH = 60

/** Every badge of a plan, in the order of the plan; ids are unique. */
export function badges(report: Report, words: Wording = ENGLISH): readonly Badge[] {
  const {say} = words
  const made: Badge[] = [overallBadge(report, words)]
  for (const {id, level, progress, health} of report.priorities) {
    if (id === null) continue
    const name = priorityLabel({id, title: level?.title ?? ''})
    made.push(progressBadge(words, `priority-${part(id)}`, say('build.badge.priority', 'Priority {name}', {name}), name, progress, health))
  }
  for (const {section, progress, health, items} of report.sections) {
    const name = label(section)
    made.push(
      progressBadge(
        words,
        sectionAnchor(section.id),
        say('plan.progress.sectionOf', 'Section {section}', {section: name}),
        name,
        progress,
        health,
      ),
    )
    for (const one of items) {
      if (one.item.implicit) continue
      const title = label(one.item)
      made.push(
        progressBadge(
          words,
          itemAnchor(one.item.id),
          say('build.badge.item', 'Item {name}', {name: title}),
          title,
          one.progress,
          one.health,
        ),
      )
    }
  }
  report.metrics.forEach(({metric, state, evidence}, index) =>
    made.push({
      id: `metric-${index + 1}`,
      name: say('build.badge.metric', 'Metric: {name}', {name: metric.text}),
      label: oneLine(metric.text),
      message: metricMessage(words, state, evidence),
      color: HEALTH_COLORS[state],
    }),
  )
  const seen = new Map<string, number>()
  return made.map((badge) => {
    const count = (seen.get(badge.id) ?? 0) + 1
    seen.set(badge.id, count)
    return count === 1 ? badge : {...badge, id: `${badge.id}~${count}`}
  })
}

/** "59 % · 1 Mar · late": how much is done, and by when the rest is likely to be; the counts where nobody can say. */
function overallBadge({totals, verdict: {health}, forecast, statusDate}: Report, words: Wording): Badge {
  const {say} = words
  const made = progressBadge(
    words,
    'overall',
    say('build.badge.whole', 'The whole plan'),
    say('build.badge.plan', 'action plan'),
    totals,
    health,
  )
  const day = forecast?.p50 ?? null
  if (day === null) return made
  // The month alone says which year is meant as long as it is less than a year away.
  const style = daysBetween(statusDate, day) < 330 ? 'dayMonth' : 'monthYear'
  return {
    ...made,
    message: [percentIn(words, totals.percent, totals.done), words.day(day, style), healthTerm(words, health)].join(' · '),
  }
}

function progressBadge(
  words: Wording,
  id: string,
  name: string,
  text: string,
  progress: {done: number; tasks: number; percent: number | null},
  health: Health,
): Badge {
  const {done, tasks, percent} = progress
  const counts = fractionIn(words, done, tasks)
  const message = tasks === 0 ? counts : `${counts} (${percentIn(words, percent, done)}) ${healthTerm(words, health)}`
  return {id, name, label: oneLine(text), message, color: HEALTH_COLORS[health]}
}

/** "met (83.4 %)", "not met (2)", "unknown". */
function metricMessage(words: Wording, state: MetricState, evidence: Measurement | null): string {
  const {value, unit, kind} = evidence ?? {value: null, unit: null, kind: 'file'}
  const word = metricTerm(words, state)
  return state === 'unknown' || value === null || kind !== 'file' ? word : `${word} (${amount(words, value, unit)})`
}

/** Badges are one short line: control characters go, long labels end in an ellipsis. */
function oneLine(text: string): string {
  const clean = visible(text)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...clean]
  return characters.length <= LABEL_LENGTH ? clean : `${characters.slice(0, LABEL_LENGTH - 1).join('')}…`
}

/** The badge as SVG: accessible (`role="img"`, a title), without scripts or links, the same bytes for the same badge. */
export function toSvg(badge: Badge): string {
  return makeBadge({label: badge.label, message: badge.message, color: badge.color, style: 'flat'})
}

/** A shields.io endpoint: https://shields.io/badges/endpoint-badge. */
export function toEndpoint(badge: Badge): {schemaVersion: 1; label: string; message: string; color: string} {
  return {schemaVersion: 1, label: badge.label, message: badge.message, color: badge.color}
}
