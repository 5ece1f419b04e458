import type {Evidence} from '../../model/evidence-file.ts'
import type {Item, Proof, Task} from '../../model/plan.ts'
import {problem, type Problem} from '../../model/problem.ts'
import type {Evidenced, MetricState, Progress, ProofReport} from '../../model/report.ts'
import {proofPath} from './evidence-requests.ts'
import {judgeFile, type Judgement, type Today} from './evaluate-metric.ts'

/** What the evidence of an item and of its tasks shows, beside what they claim. */
export interface ItemEvidence {
  readonly evidence: Evidenced | null
  readonly proofs: readonly ProofReport[]
  readonly evidenced: number
  readonly problems: readonly Problem[]
}

const NOTHING: ItemEvidence = {evidence: null, proofs: [], evidenced: 0, problems: []}

/** Judges an item; the author's ticks are never changed, only held against what is shown. */
export function evidenced(item: Item, progress: Progress, planPath: string, evidence: Evidence | null, today: Today): ItemEvidence {
  if (item.evidence.length === 0 && item.tasks.every((task) => task.evidence.length === 0)) return NOTHING
  const problems: Problem[] = []
  const judge = (proof: Proof): ProofReport => {
    const {state, because, evidence: shown, problem: found} = judgeProof(proof, planPath, evidence, today)
    if (found !== null) problems.push(found)
    return {proof, state, because, evidence: shown}
  }
  const own = item.evidence.map(judge)
  const ofItem = own.length === 0 ? null : together(own)
  const byTask = new Map(item.tasks.filter((task) => task.evidence.length > 0).map((task) => [task, task.evidence.map(judge)] as const))
  const ofTask = (task: Task): Evidenced | null => {
    const proofs = byTask.get(task)
    return proofs === undefined ? null : together(proofs)
  }
  for (const task of byTask.keys()) problems.push(...taskProblems(task, ofTask(task) as Evidenced))
  const [first] = item.evidence
  if (ofItem !== null && first !== undefined) problems.push(...itemProblems(item, first, progress, ofItem))
  return {
    evidence: ofItem,
    proofs: [...own, ...[...byTask.values()].flat()],
    evidenced: item.tasks.filter((task) => task.mark !== 'dropped' && (ofTask(task) ?? ofItem)?.state === 'met').length,
    problems,
  }
}

/** Met when all is met, unmet when one fails, else unknown. */
function together(proofs: readonly ProofReport[]): Evidenced {
  const worst =
    (['unmet', 'unknown', 'met'] as const satisfies readonly MetricState[]).find((state) => proofs.some((one) => one.state === state)) ??
    'unknown'
  return {
    state: worst,
    because: proofs
      .filter(({state}) => state === worst)
      .map(({because}) => because)
      .join('; '),
  }
}

function judgeProof(proof: Proof, planPath: string, evidence: Evidence | null, today: Today): Judgement {
  const path = proofPath(proof, planPath)
  if (path === null)
    return {
      state: 'unknown',
      because: `"${proof.text}" is no file of the project, so nothing can be read from it`,
      evidence: null,
      problem: null,
    }
  const facts = evidence?.files.find((file) => file.path === path)?.facts
  const other = facts?.kind === 'json' || facts?.kind === 'text'
  return judgeFile(
    {
      path,
      // Of a file that is no report, a part is a number when there is a target for it, else a text; without a part it is enough that the file is there.
      measure: !other ? null : proof.part === null ? 'exists' : facts.kind === 'json' && proof.target !== null ? 'number' : 'contains',
      at: proof.part,
      unit: proof.target?.kind === 'bound' ? proof.target.unit : null,
      contains: other ? proof.part : null,
      level: proof.level,
      part: proof.part,
      targets: proof.target !== null ? [proof.target] : facts?.kind === 'tests' || facts?.kind === 'findings' ? [{kind: 'all'}] : [],
      inItsUnit: false,
      maxAge: null,
      place: proof,
    },
    evidence,
    today,
  )
}

function taskProblems(task: Task, {state, because}: Evidenced): readonly Problem[] {
  if (task.mark === 'done' && state === 'unmet')
    return [
      problem(
        'evidence/contradicts',
        task,
        `ticked, but its evidence fails: ${because}`,
        'mend what fails, or untick the task; the tick counts as written',
      ),
    ]
  if ((task.mark === 'open' || task.mark === 'unknown') && state === 'met')
    return [problem('evidence/already-shown', task, `open, but its evidence holds: ${because}`, 'tick it when it is done')]
  return []
}

function itemProblems(item: Item, place: Proof, {tasks, done}: Progress, {state, because}: Evidenced): readonly Problem[] {
  const name = item.number ?? `"${item.title}"`
  if (tasks > 0 && done === tasks && state === 'unmet')
    return [
      problem(
        'evidence/contradicts',
        place,
        `all tasks of ${name} are ticked, but its evidence fails: ${because}`,
        'mend what fails, or untick what is not done',
      ),
    ]
  if (done < tasks && state === 'met')
    return [
      problem(
        'evidence/already-shown',
        place,
        `${tasks - done} of ${tasks} tasks of ${name} are open, but its evidence holds: ${because}`,
        'tick what is done',
      ),
    ]
  return []
}
