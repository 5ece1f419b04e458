import type {Page} from '../model/page.ts'
import type {BlockResult, Result} from '../model/result.ts'
import {level} from './level.ts'

export interface Outcome {
  readonly blocks: readonly BlockResult[]
  readonly versions: Readonly<Record<string, string>>
  readonly seconds: number
  readonly because: string | null
  readonly syntaxIsValid: boolean
  /** ISO day. */
  readonly day: string
}

export const result = (page: Page, outcome: Outcome): Result => {
  const failed = outcome.because !== null && outcome.blocks.some((block) => block.verdict === 'failed')
  const verdict =
    failed || !outcome.syntaxIsValid
      ? 'failed'
      : outcome.because !== null
        ? 'not-executed'
        : outcome.blocks.some((block) => block.verdict === 'passed')
          ? 'passed'
          : 'not-executed'
  return {
    schemaVersion: 1,
    id: page.id,
    page: page.path,
    pageHash: page.hash,
    executedOn: outcome.day,
    verdict,
    because: outcome.because ?? (verdict === 'not-executed' ? 'no command of this page can run outside its own system' : null),
    level: level(
      page.blocks,
      outcome.blocks,
      outcome.syntaxIsValid,
      page.rehearsal?.scenes.some((scene) => scene.kind === 'deny'),
    ),
    durationSeconds: rounded(outcome.seconds),
    versions: outcome.versions,
    situations: page.rehearsal?.situations.map((situation) => situation.name).filter((name) => name !== '') ?? [],
    blocks: outcome.blocks,
  }
}

/** Steps, so that a run that takes a little longer says the same. */
export const rounded = (seconds: number): number => {
  for (let unit = 1; ; unit *= 10) for (const step of [1, 2, 5]) if (seconds <= step * unit) return step * unit
}

/** What a run may differ in without being news: the day and the duration. */
export const sameOutcome = (a: Result, b: Result): boolean => news(a) === news(b)

const news = ({executedOn: _day, durationSeconds: _seconds, ...rest}: Result): string => JSON.stringify(rest)

/** In what a fresh run contradicts the committed result; versions are allowed to move. */
export const contradictions = (committed: Result | null, fresh: Result): string[] => {
  if (committed === null) return ['it has no committed result']
  const found: string[] = []
  if (committed.pageHash !== fresh.pageHash) found.push('the page changed since its committed result')
  if (committed.verdict !== fresh.verdict)
    return [...found, `verdict: committed ${committed.verdict}, now ${fresh.verdict}${fresh.because === null ? '' : ` (${fresh.because})`}`]
  if (committed.level !== fresh.level) found.push(`level: committed ${committed.level}, now ${fresh.level}`)
  const now = new Map(fresh.blocks.map((block) => [block.id, block.verdict]))
  const then = new Map(committed.blocks.map((block) => [block.id, block.verdict]))
  for (const [id, verdict] of then)
    if (now.get(id) !== verdict) found.push(`block "${id}": committed ${verdict}, now ${now.get(id) ?? 'gone from the page'}`)
  for (const [id, verdict] of now) if (!then.has(id)) found.push(`block "${id}": ${verdict}, not in the committed result`)
  return found
}

/** Blocks that passed when the committed result was made and are no longer executed: a step was dropped, or its execution was taken away. */
export const dropped = (committed: Result | null, page: Page): BlockResult[] => {
  const runs = new Set(page.blocks.filter((block) => block.kind !== 'no-run').map((block) => block.id))
  return (committed?.blocks ?? []).filter((block) => block.verdict === 'passed' && !runs.has(block.id))
}

/** A lack of services says nothing about a page: it does not replace what an earlier run of the same text found. */
export const keepsCommitted = (committed: Result | null, fresh: Result): boolean =>
  committed !== null &&
  (sameOutcome(committed, fresh) ||
    (fresh.verdict === 'not-executed' && committed.verdict === 'passed' && committed.pageHash === fresh.pageHash))
