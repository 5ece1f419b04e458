import type {EvidenceCause} from '../../model/cause.ts'
import type {Evidence} from '../../model/evidence-file.ts'
import type {Metric, Plan} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import type {ItemReport, MetricReport, Measurement} from '../../model/report.ts'
import type {MetricSetting} from '../../model/settings.ts'
import type {Bound, Target} from '../../model/target.ts'
import {problem} from '../../rules/problem.ts'
import {evaluateMetric, nothingShown, type Evaluation, type MetricQuery, type Today} from './evaluate-metric.ts'

interface Given {
  readonly plan: Plan
  readonly items: ReadonlyMap<string, ItemReport>
  readonly evidence: Evidence | null
  readonly today: Today
}

/** Every Success Metric with what shows it, and what is wrong with that. */
export function metrics(given: Given): {readonly metrics: readonly MetricReport[]; readonly problems: readonly Problem[]} {
  const {plan} = given
  const settings = new Map(Object.entries(plan.settings.metrics).map(([text, setting]) => [sameText(text), {text, setting}]))
  const evaluated = plan.metrics.map((metric) => {
    const setting = settings.get(sameText(metric.text))?.setting
    return {metric, ...(setting === undefined ? NOT_CONFIGURED : evaluate(metric, setting, given))}
  })
  const known = new Set(plan.metrics.map(({text}) => sameText(text)))
  const strangers = [...settings.values()].filter(({text}) => !known.has(sameText(text)))
  return {
    metrics: evaluated.map(({metric, state, cause, evidence}) => ({metric, state, cause, evidence})),
    problems: [
      ...evaluated.flatMap(({problem: found}) => found ?? []),
      ...strangers.map(({text, setting}) =>
        problem('evidence/unknown-metric', setting, {text, metrics: plan.metrics.map((metric) => metric.text)}),
      ),
    ],
  }
}

const NOT_CONFIGURED: Evaluation = {state: 'unknown', cause: {code: 'not-connected', facts: {}}, evidence: null, problem: null}

/** Metrics are matched by their text: spaces and upper or lower case do not matter. */
const sameText = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase()

function evaluate(metric: Metric, setting: MetricSetting, given: Given): Evaluation {
  if (setting.items !== null) return evaluateItems(setting.items, setting, given)
  if (setting.url !== null) return evaluateUrl(setting.url, setting, given.evidence)
  return evaluateMetric(questionOf(metric, setting, setting.report ?? ''), given.evidence, given.today)
}

function questionOf(metric: Metric, setting: MetricSetting, path: string): MetricQuery {
  const {measure, at, unit, contains, maxAge} = setting
  return {
    path,
    measure,
    at,
    unit,
    contains,
    level: setting.level ?? metric.level,
    part: null,
    targets: targetsOf(setting, metric),
    inItsUnit: setting.atLeast !== null || setting.atMost !== null,
    maxAge,
    place: setting,
  }
}

/** What is asked of a file for each metric, in the order of the plan; null for one that no file shows. */
export function metricQueries(plan: Plan): readonly (MetricQuery | null)[] {
  const settings = new Map(Object.entries(plan.settings.metrics).map(([text, setting]) => [sameText(text), setting]))
  return plan.metrics.map((metric) => {
    const setting = settings.get(sameText(metric.text))
    return setting === undefined || setting.report === null ? null : questionOf(metric, setting, setting.report)
  })
}

/** The bounds of the setting; else the target of the metric's own text. */
function targetsOf({atLeast, atMost}: MetricSetting, {target}: Metric): readonly Target[] {
  if (atLeast === null && atMost === null) return target === null ? [] : [target]
  const bound = (name: Bound, value: number | null): readonly Target[] =>
    value === null ? [] : [{kind: 'bound', bound: name, value, unit: null}]
  return [...bound('at-least', atLeast), ...bound('at-most', atMost)]
}

/** Metrics that the plan's own items show: met when all of them are done. */
function evaluateItems(ids: readonly string[], place: MetricSetting, {items}: Given): Evaluation {
  const shown = nothingShown(ids.join(', '), 'items', {code: 'all-tasks', facts: {tasks: null}}, 'items')
  const unknown = (cause: EvidenceCause): Evaluation => ({state: 'unknown', cause, evidence: shown, problem: null})
  const missing = ids.find((id) => !items.has(id))
  if (missing !== undefined)
    return {
      ...unknown({code: 'unknown-item', facts: {item: missing}}),
      problem: problem('evidence/unknown-item', place, {item: missing}),
    }
  const own = ids.map((id) => items.get(id) as ItemReport)
  const tasks = own.reduce((sum, {progress}) => sum + progress.tasks, 0)
  const done = own.reduce((sum, {progress}) => sum + progress.done, 0)
  if (tasks === 0) return unknown({code: 'items-without-tasks', facts: {items: ids}})
  const empty = ids.find((id) => items.get(id)?.item.tasks.length === 0)
  if (done === tasks && empty !== undefined) return unknown({code: 'item-without-tasks', facts: {item: empty}})
  const ticked = {code: 'items-ticked', facts: {items: ids, done, tasks}} as const
  return {
    state: done === tasks ? 'met' : 'unmet',
    cause: ticked,
    evidence: {...shown, value: done, shown: ticked, goal: {code: 'all-tasks', facts: {tasks}}},
    problem: null,
  }
}

function evaluateUrl(url: string, place: MetricSetting, evidence: Evidence | null): Evaluation {
  const shown: Measurement = nothingShown(url, 'url', {code: 'answer', facts: {}}, 'answers')
  const answer = evidence?.urls.find((one) => one.url === url)
  if (answer === undefined) return {state: 'unknown', cause: {code: 'not-asked', facts: {url}}, evidence: shown, problem: null}
  const asked = {...shown, at: answer.at}
  if (answer.status === null) {
    const reason = `no answer: ${answer.reason ?? 'unknown reason'}`
    return {
      state: 'unknown',
      cause: {code: 'no-answer', facts: {url, reason: answer.reason}},
      evidence: asked,
      problem: problem('evidence/unreadable', place, {source: url, reason, remedy: 'see whether it answers from here'}),
    }
  }
  const answered = {code: 'answered', facts: {url, status: answer.status}} as const
  return {
    state: answer.status >= 200 && answer.status < 300 ? 'met' : 'unmet',
    cause: answered,
    evidence: {...asked, value: answer.status, shown: answered},
    problem: null,
  }
}
