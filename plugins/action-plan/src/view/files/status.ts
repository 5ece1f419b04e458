import {label} from '../../model/label.ts'
import type {HealthStatus} from '../../model/health.ts'
import type {GroupCause} from '../../model/cause.ts'
import type {Forecast} from '../../model/forecast.ts'
import type {Baseline, BaselineDates, ItemReport, Measurement, Report} from '../../model/report.ts'
import type {PageStatus} from '../../model/page.ts'
import type {Status, StatusBaseline, StatusEvidence, StatusForecast, StatusItem, StatusPlanned} from '../../model/status.ts'
import {baselineNoteText} from '../words/baseline.ts'
import {doubtText} from '../words/variance.ts'
import {evidenceText, goalText, shownText} from '../words/evidence.ts'
import {forecastText} from '../words/forecast.ts'
import {healthText} from '../words/health.ts'
import {placementText} from '../words/placement.ts'
import {unavailableText} from '../words/unavailable.ts'
import {verdictText} from '../words/verdict.ts'
import {ENGLISH} from '../words/words.ts'

/** `status.json` of a report. `build` is the hash of the site that serves it; null outside a site. */
// eslint-disable-next-line max-lines-per-function -- a table of keys
export function toStatus(report: Report, build: string | null): Status {
  const {source, totals, ledger} = report
  return {
    schemaVersion: 2,
    source: {path: source.path, commit: source.commit, committedAt: source.committedAt, changedAt: source.changedAt, dirty: source.dirty},
    site: {build},
    statusDate: report.statusDate,
    timeZone: report.settings.timeZone,
    title: report.title,
    totals: {
      items: totals.items,
      itemsDone: totals.itemsDone,
      tasks: totals.tasks,
      done: totals.done,
      dropped: totals.dropped,
      percent: totals.percent,
      ...healthStatus(totals),
      effort: totals.effort,
      trend: report.trend,
    },
    end: report.end,
    forecast: toForecast(report.forecast),
    weeklyNote: report.settings.weeklyNote,
    verdict: {...report.verdict, because: verdictText(ENGLISH, report)},
    ledger,
    priorities: report.priorities.map(({id, level, deadlineDate, progress, ...own}) => ({
      id,
      title: level?.title ?? (id === null ? 'No priority' : ''),
      description: level?.description ?? '',
      deadline: level?.deadline ?? null,
      deadlineDate,
      deadlineDays: level?.deadlineDays ?? null,
      items: progress.items,
      itemsDone: progress.itemsDone,
      tasks: progress.tasks,
      done: progress.done,
      percent: progress.percent,
      ...healthStatus(own),
    })),
    sections: report.sections.map(({section, progress, evidenced, items, ...own}) => ({
      id: section.id,
      number: section.number,
      title: section.title,
      label: label(section),
      priority: section.priority,
      tasks: progress.tasks,
      done: progress.done,
      percent: progress.percent,
      evidenced,
      ...healthStatus(own),
      line: section.line,
      anchor: section.anchor,
      items: items.map(toItem),
    })),
    phases: report.phases.map(({phase, start, finish, workingDays, window, items, effortDays, peopleNeeded, planned, ...own}) => ({
      id: phase.id,
      title: phase.title,
      start,
      finish,
      workingDays,
      window,
      items,
      effortDays,
      peopleNeeded,
      ...healthStatus(own),
      baseline: toPlanned(planned),
    })),
    metrics: report.metrics.map(({metric, state, cause, evidence}) => ({
      text: metric.text,
      state,
      because: evidenceText(ENGLISH, cause),
      cause,
      evidence: toEvidence(evidence),
    })),
    reviews: report.reviews.map(({review, next}) => ({text: review.text, cadence: review.cadence, next})),
    nextSteps: report.nextSteps.map(({text}) => ({text})),
    baseline: toBaseline(report.baseline),
    problems: report.problems.map(({rule, severity, line, column, reason, fix}) => ({rule, severity, line, column, reason, fix})),
  }
}

// eslint-disable-next-line max-lines-per-function -- a table of keys
function toItem({
  item,
  progress,
  evidenced,
  evidence,
  phase,
  scheduled: slot,
  start,
  finish,
  healthInputs,
  planned,
  projected,
  health,
  cause,
  lateDays,
}: ItemReport): StatusItem {
  return {
    id: item.id,
    number: item.number,
    title: item.title,
    label: label(item),
    priority: item.priority,
    issue: item.issue,
    duration: item.duration === null ? null : {text: item.duration.text, days: item.duration.days},
    owners: item.owners,
    dependsOn: item.dependsOn.map(({id}) => id),
    fields: item.fields,
    tasks: item.tasks.map(({text, mark, due, priority, owners, duration, doneOn, line, column}) => ({
      text,
      mark,
      due,
      priority,
      owners,
      duration: duration === null ? null : {text: duration.text, days: duration.days},
      doneOn,
      line,
      column,
    })),
    tasksTotal: progress.tasks,
    done: progress.done,
    percent: progress.percent,
    evidenced,
    evidence: evidence === null ? null : {state: evidence.state, because: evidenceText(ENGLISH, evidence.cause), cause: evidence.cause},
    ...healthStatus({health, cause}),
    lateDays,
    phase: phase === null ? null : {id: phase.id, because: placementText(ENGLISH, phase.cause), cause: phase.cause},
    start,
    finish,
    earlyStart: slot?.earlyStart ?? null,
    earlyFinish: slot?.earlyFinish ?? null,
    due: item.due?.date ?? null,
    addedOn: healthInputs.addedOn,
    riskFrom: healthInputs.riskFrom,
    projected,
    totalFloat: slot?.totalFloat ?? null,
    critical: slot?.critical ?? false,
    line: item.line,
    anchor: item.anchor,
    baseline: toPlanned(planned),
  }
}

function toForecast(forecast: Forecast | null): StatusForecast | null {
  if (forecast === null) return null
  const {state, p50, p85, cause} = forecast
  return {state, p50, p85, because: forecastText(ENGLISH, forecast), cause}
}

/** A health with its cause, which an English sentence says beside it. */
function healthStatus<Cause extends GroupCause>({health, cause}: HealthStatus<Cause>): HealthStatus<Cause> & {readonly because: string} {
  return {health, because: healthText(ENGLISH, cause), cause}
}

function toPlanned(planned: BaselineDates | null): StatusPlanned | null {
  return planned === null
    ? null
    : {...planned, doubt: planned.doubt === null ? null : doubtText(ENGLISH, planned.doubt), cause: planned.doubt}
}

function toEvidence(measurement: Measurement | null): StatusEvidence | null {
  if (measurement === null) return null
  const {measure, value, unit, shown, goal, ...source} = measurement
  return {
    measure,
    value,
    unit,
    words: shown === null ? null : shownText(ENGLISH, shown),
    target: goal === null ? null : goalText(ENGLISH, goal),
    goal,
    ...source,
  }
}

/** Without the line of what was planned, which only the history draws; absent is null. */
function toBaseline(baseline: Baseline | null): StatusBaseline | null {
  if (baseline === null) return null
  const {state, revision} = baseline
  if (state === 'unavailable') {
    const {reason, fix} = unavailableText(ENGLISH, baseline.cause)
    return {...NO_BASELINE, state, revision, reason, fix, cause: baseline.cause}
  }
  const {commit, committedAt, note: cause, finish, earlyFinish, variance, tasks, effortDays, removed} = baseline
  const note = cause === null ? null : baselineNoteText(ENGLISH, cause)
  return {...NO_BASELINE, state, revision, commit, committedAt, note, cause, finish, earlyFinish, variance, tasks, effortDays, removed}
}

const NO_BASELINE = {
  reason: null,
  fix: null,
  commit: null,
  committedAt: null,
  note: null,
  finish: null,
  earlyFinish: null,
  variance: null,
  tasks: null,
  effortDays: null,
  removed: [],
}

const ENGLISH_KEYS: ReadonlySet<string> = new Set(['because', 'doubt', 'words', 'target', 'note'])

/** The status that a page carries: without English sentences. */
export function toPage(status: Status): PageStatus {
  return JSON.parse(JSON.stringify(status, (key, value: unknown) => (ENGLISH_KEYS.has(key) ? undefined : value))) as PageStatus
}
