import type {EvidenceRequest} from '../../model/evidence-file.ts'
import type {Plan, EvidenceReference} from '../../model/plan.ts'

/** The path from the project's folder that a reference names; null when it names no file. A link goes from the plan's own folder, as links do. */
export function evidencePath({path, relativeTo}: EvidenceReference, planPath: string): string | null {
  if (path === null || relativeTo === 'project') return path
  const folder = planPath.includes('/') && !planPath.startsWith('/') ? planPath.slice(0, planPath.lastIndexOf('/')) : ''
  const steps: string[] = []
  for (const step of `${folder}/${path}`.split('/')) {
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}

/** Every file that a plan names as evidence, in the order of their paths, with what is asked of it. */
export function evidenceRequests(plan: Plan, planPath: string): readonly EvidenceRequest[] {
  const found = new Map<string, {readonly numbers: Set<string>; readonly texts: Set<string>}>()
  const of = (path: string): {readonly numbers: Set<string>; readonly texts: Set<string>} => {
    const request = found.get(path) ?? {numbers: new Set(), texts: new Set()}
    found.set(path, request)
    return request
  }
  for (const {report, at, contains} of Object.values(plan.settings.metrics)) {
    if (report === null) continue
    const request = of(report)
    if (at !== null) request.numbers.add(at)
    if (contains !== null) request.texts.add(contains)
  }
  for (const reference of plan.sections.flatMap(({items}) =>
    items.flatMap(({evidence, tasks}) => [...evidence, ...tasks.flatMap((task) => task.evidence)]),
  )) {
    const path = evidencePath(reference, planPath)
    if (path === null) continue
    const request = of(path)
    if (reference.part === null) continue
    request.numbers.add(reference.part)
    request.texts.add(reference.part)
  }
  return [...found]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, {numbers, texts}]) => ({path, numbers: [...numbers].sort(), texts: [...texts].sort()}))
}

/** The addresses that a plan's metrics name. */
export function urls(plan: Plan): readonly string[] {
  return [...new Set(Object.values(plan.settings.metrics).flatMap(({url}) => url ?? []))].sort()
}
