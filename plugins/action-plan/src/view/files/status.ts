import {label} from '../../model/label.ts'
import type {Baseline, ItemReport, Report} from '../../model/report.ts'
import type {Status, StatusBaseline, StatusItem} from '../../model/status.ts'

/** `status.json` of a report. `build` is the hash of the site that serves it; null outside a site. */
export function toStatus(report: Report, build: string | null): Status {
  const {source, totals, ledger} = report
  return {
    schemaVersion: 1,
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
      health: totals.health,
      because: totals.because,
      effort: totals.effort,
    },
    ledger,
    priorities: report.priorities.map(({id, level, deadlineDate, progress, health, because}) => ({
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
      health,
      because,
    })),
    sections: report.sections.map(({section, progress, evidenced, items, health, because}) => ({
      id: section.id,
      number: section.number,
      title: section.title,
      label: label(section),
      priority: section.priority,
      tasks: progress.tasks,
      done: progress.done,
      percent: progress.percent,
      evidenced,
      health,
      because,
      line: section.line,
      anchor: section.anchor,
      items: items.map(toItem),
    })),
    phases: report.phases.map(({phase, start, finish, workingDays, window, items, effortDays, peopleNeeded, planned, health, because}) => ({
      id: phase.id,
      title: phase.title,
      start,
      finish,
      workingDays,
      window,
      items,
      effortDays,
      peopleNeeded,
      health,
      because,
      baseline: planned,
    })),
    metrics: report.metrics.map(({metric, state, because, evidence}) => ({text: metric.text, state, because, evidence})),
    reviews: report.reviews.map(({review, next}) => ({text: review.text, cadence: review.cadence, next})),
    nextSteps: report.nextSteps.map(({text}) => ({text})),
    baseline: toBaseline(report.baseline),
    problems: report.problems.map(({rule, severity, line, column, reason, fix}) => ({rule, severity, line, column, reason, fix})),
  }
}

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
  health,
  because,
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
    tasks: item.tasks.map(({text, mark, line, column}) => ({text, mark, line, column})),
    tasksTotal: progress.tasks,
    done: progress.done,
    percent: progress.percent,
    evidenced,
    evidence,
    health,
    because,
    lateDays,
    phase,
    start,
    finish,
    earlyStart: slot?.earlyStart ?? null,
    earlyFinish: slot?.earlyFinish ?? null,
    due: item.due?.date ?? null,
    addedOn: healthInputs.addedOn,
    riskFrom: healthInputs.riskFrom,
    totalFloat: slot?.totalFloat ?? null,
    critical: slot?.critical ?? false,
    line: item.line,
    anchor: item.anchor,
    baseline: planned,
  }
}

/** Without the line of what was planned, which only the history draws; absent is null. */
function toBaseline(baseline: Baseline | null): StatusBaseline | null {
  if (baseline === null) return null
  const {state, revision} = baseline
  if (state === 'unavailable') return {...NO_BASELINE, state, revision, reason: baseline.reason, mend: baseline.mend}
  const {commit, committedAt, note, finish, earlyFinish, variance, tasks, effortDays, removed} = baseline
  return {...NO_BASELINE, state, revision, commit, committedAt, note, finish, earlyFinish, variance, tasks, effortDays, removed}
}

const NO_BASELINE = {
  reason: null,
  mend: null,
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
