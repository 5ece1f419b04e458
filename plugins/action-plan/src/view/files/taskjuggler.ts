import {label} from '../../model/label.ts'
import type {Phase} from '../../model/plan.ts'
import type {ItemReport, Report} from '../../model/report.ts'
import {WEEKDAYS} from '../../model/settings.ts'
import {visible} from '../../model/text.ts'

/** A TaskJuggler project of the same schedule: phases hold tasks, `depends` their order, `length` their working days. `tj3` computes the same dates. */
export function toTaskjuggler(report: Report): string {
  const items = report.sections.flatMap((section) => section.items)
  const names = namesOf(items)
  const groups: readonly (readonly [Phase | null, readonly ItemReport[]])[] = [
    ...report.phases.map(({phase}) => [phase, items.filter((one) => one.phase?.id === phase.id)] as const),
    [null, items.filter((one) => one.phase === null)],
  ]
  const paths = new Map(
    groups.flatMap(([phase, own], at) =>
      own.map(({item}) => [item.id, phase === null ? (names.get(item.id) ?? '') : `phase_${at + 1}.${names.get(item.id) ?? ''}`] as const),
    ),
  )
  const skipped = items.filter(({scheduled: slot}) => slot === null)
  const start = report.settings.start ?? items.flatMap((one) => one.start ?? []).sort()[0] ?? null
  return [
    ...(start === null ? ['# The plan names no start date: its first working day stands on the status date here.'] : []),
    ...(skipped.length === 0
      ? []
      : [`# Without a place in time, and so not here: ${skipped.map(({item}) => comment(item.id)).join(', ')}`]),
    `project plan ${quoted(report.title)} ${start ?? report.statusDate} +${years(items, report)}y {`,
    '  timezone "UTC"',
    '  timingresolution 60 min',
    '  # Dates are what counts: a working day is the whole day.',
    '  dailyworkinghours 24',
    ...workingHours(report),
    '}',
    ...[...new Set(report.settings.holidays)].sort().map((date) => `leaves holiday "Holiday" ${date}`),
    `task start "Start" { start ${start ?? report.statusDate} }`,
    ...groups.flatMap(([phase, own], at) => {
      const placed = own.filter(({scheduled: slot}) => slot !== null)
      if (placed.length === 0) return []
      const tasks = placed.flatMap((one) => task(one, paths, report))
      return phase === null ? tasks : [`task phase_${at + 1} ${quoted(phase.title)} {`, ...tasks.map((line) => `  ${line}`), '}']
    }),
    'taskreport plan "plan" {',
    '  formats csv',
    '  columns id, name, start, end, complete',
    '  timeformat "%Y-%m-%d"',
    '}',
    '',
  ].join('\n')
}

/** Identifiers of the language: letters, digits and underscores; unique. */
function namesOf(items: readonly ItemReport[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    items.map(({item}) => {
      const base = `item_${item.id.replace(/[^A-Za-z0-9]+/g, '_')}`
      let name = base
      for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
      taken.add(name)
      return [item.id, name] as const
    }),
  )
}

function task({item, scheduled: slot, progress}: ItemReport, paths: ReadonlyMap<string, string>, report: Report): readonly string[] {
  if (slot === null) return []
  const days = slot.earlyFinish - slot.earlyStart
  const from = fromOf(item.id, report)
  const path = paths.get(item.id) ?? ''
  const waits = [
    ...(from === null ? [] : [from === 0 ? 'start' : `start { gaplength ${from}d }`]),
    ...new Set(item.dependsOn.flatMap(({id}) => paths.get(id) ?? [])),
  ]
  return [
    `task ${path.slice(path.lastIndexOf('.') + 1)} ${quoted(label(item))} {`,
    ...(waits.length === 0 ? [] : [`  depends ${waits.join(', ')}`]),
    ...(days > 0 ? [`  length ${days}d`] : []),
    ...(progress.percent === null ? [] : [`  complete ${progress.percent}`]),
    '}',
  ]
}

/** The working day from which its phase lets an item start; null when only what it waits for says when. */
function fromOf(id: string, {phases}: Report): number | null {
  if (phases.length === 0) return 0
  return phases.find(({items}) => items.includes(id))?.window?.from ?? null
}

function workingHours({settings}: Report): readonly string[] {
  const works = WEEKDAYS.filter((day) => settings.workingDays.includes(day))
  const rests = WEEKDAYS.filter((day) => !settings.workingDays.includes(day))
  return [`  workinghours ${works.join(', ')} 0:00 - 24:00`, ...(rests.length === 0 ? [] : [`  workinghours ${rests.join(', ')} off`])]
}

/** Long enough for the schedule and its holidays. */
function years(items: readonly ItemReport[], {settings}: Report): number {
  const last = items.reduce((latest, {scheduled: slot}) => Math.max(latest, slot?.earlyFinish ?? 0), 0)
  return Math.ceil(((last + settings.holidays.length) / Math.max(settings.workingDays.length, 1)) * (7 / 365)) + 1
}

const comment = (text: string): string => visible(text).replace(/\p{Cc}+/gu, ' ')
/** A quoted string of the language; `${` would be a macro. */
const quoted = (text: string): string =>
  `"${visible(text)
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\\/g, '/')
    .replace(/"/g, '\\"')
    .replace(/\$\{/g, '$ {')}"`
