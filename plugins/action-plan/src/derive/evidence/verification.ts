import {addAll} from '../../model/list.ts'
import type {VerificationCause} from '../../model/cause.ts'
import type {Evidence} from '../../model/evidence-file.ts'
import type {Item, EvidenceReference, Task} from '../../model/plan.ts'
import type {Problem} from '../../model/problem.ts'
import type {Verification, MetricState, Progress, EvidenceCheck} from '../../model/report.ts'
import {problem} from '../../rules/problem.ts'
import {evidencePath} from './evidence-requests.ts'
import {evaluateMetric, type Evaluation, type Today} from './evaluate-metric.ts'

/** What the evidence of an item and of its tasks shows, beside what they claim. */
export interface ItemEvidence {
  readonly evidence: Verification | null
  readonly evidenceChecks: readonly EvidenceCheck[]
  readonly evidenced: number
  readonly problems: readonly Problem[]
}

const NOTHING: ItemEvidence = {evidence: null, evidenceChecks: [], evidenced: 0, problems: []}

/** Judges an item; the author's ticks are never changed, only held against what is shown. */
export function verify(item: Item, progress: Progress, planPath: string, evidence: Evidence | null, today: Today): ItemEvidence {
  if (item.evidence.length === 0 && item.tasks.every((task) => task.evidence.length === 0)) return NOTHING
  const problems: Problem[] = []
  const check = (reference: EvidenceReference): EvidenceCheck => {
    const {state, cause, evidence: shown, problem: found} = evaluateReference(reference, planPath, evidence, today)
    if (found !== null) problems.push(found)
    return {reference, state, cause, evidence: shown}
  }
  const own = item.evidence.map(check)
  const ofItem = own.length === 0 ? null : combine(own)
  const byTask = new Map(item.tasks.filter((task) => task.evidence.length > 0).map((task) => [task, task.evidence.map(check)] as const))
  const ofTask = (task: Task): Verification | null => {
    const checks = byTask.get(task)
    return checks === undefined ? null : combine(checks)
  }
  for (const task of byTask.keys()) addAll(problems, taskProblems(task, ofTask(task) as Verification, today))
  const [first] = item.evidence
  if (ofItem !== null && first !== undefined) addAll(problems, itemProblems(item, first, progress, ofItem, today))
  return {
    evidence: ofItem,
    evidenceChecks: [...own, ...[...byTask.values()].flat()],
    evidenced: item.tasks.filter((task) => task.mark !== 'dropped' && (ofTask(task) ?? ofItem)?.state === 'met').length,
    problems,
  }
}

/** Met when all is met, unmet when one fails, else unknown. */
function combine(checks: readonly EvidenceCheck[]): Verification {
  const worst =
    (['unmet', 'unknown', 'met'] as const satisfies readonly MetricState[]).find((state) => checks.some((one) => one.state === state)) ??
    'unknown'
  return {
    state: worst,
    cause: {code: 'decided-by', facts: {causes: checks.filter(({state}) => state === worst).map(({cause}) => cause)}},
  }
}

function evaluateReference(reference: EvidenceReference, planPath: string, evidence: Evidence | null, today: Today): Evaluation {
  const path = evidencePath(reference, planPath)
  if (path === null)
    return {
      state: 'unknown',
      cause: {code: 'no-file', facts: {text: reference.text}},
      evidence: null,
      problem: null,
    }
  const facts = evidence?.files.find((file) => file.path === path)?.facts
  const other = facts?.kind === 'json' || facts?.kind === 'text'
  return evaluateMetric(
    {
      path,
      // Of a file that is no report, a part is a number when there is a target for it, else a text; without a part it is enough that the file is there.
      measure: !other
        ? null
        : reference.part === null
          ? 'exists'
          : facts.kind === 'json' && reference.target !== null
            ? 'number'
            : 'contains',
      at: reference.part,
      unit: reference.target?.kind === 'bound' ? reference.target.unit : null,
      contains: other ? reference.part : null,
      level: reference.level,
      part: reference.part,
      targets:
        reference.target !== null ? [reference.target] : facts?.kind === 'tests' || facts?.kind === 'findings' ? [{kind: 'all'}] : [],
      inItsUnit: false,
      maxAge: null,
      place: reference,
    },
    evidence,
    today,
  )
}

const reasons = ({facts: {causes}}: VerificationCause, {explain}: Today): string => causes.map(explain.evidence).join('; ')

function taskProblems(task: Task, {state, cause}: Verification, today: Today): readonly Problem[] {
  const because = reasons(cause, today)
  if (task.mark === 'done' && state === 'unmet') return [problem('evidence/contradicts', task, {item: null, because})]
  if ((task.mark === 'open' || task.mark === 'unknown') && state === 'met')
    return [problem('evidence/already-shown', task, {item: null, open: 1, tasks: 1, because})]
  return []
}

function itemProblems(
  item: Item,
  place: EvidenceReference,
  {tasks, done}: Progress,
  {state, cause}: Verification,
  today: Today,
): readonly Problem[] {
  const held = {item: item.number ?? `"${item.title}"`, because: reasons(cause, today)}
  if (tasks > 0 && done === tasks && state === 'unmet') return [problem('evidence/contradicts', place, held)]
  if (done < tasks && state === 'met') return [problem('evidence/already-shown', place, {...held, open: tasks - done, tasks})]
  return []
}
