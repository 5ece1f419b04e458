import {execFileSync} from 'node:child_process'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {historyOf} from '../src/derive/history/history.ts'
import {parsePlan, planReader} from '../src/parse/structure/plan.ts'
import {report} from '../src/report.ts'
import {pastOf} from '../src/source/history.ts'

const REVISIONS = 1000
const LIMIT = 0.7
const ROUNDS = 3
/** So many revisions fit into a heap of so many megabytes. */
const MANY = 10_000
const HEAP = 256
const PLAN = new URL('../../../docs/plan/action-plan.md', import.meta.url)

/** The plan's text at each revision: a box ticked or unticked in turn, and a number of its own, so that no two are the same. */
export function texts(count: number, text = readFileSync(PLAN, 'utf8')): readonly string[] {
  const boxes = [...text.matchAll(/^- \[([ x])\]/gm)].map(({index}) => index + 3)
  let now = text
  return Array.from({length: count}, (_, revision) => {
    const at = boxes[revision % boxes.length] as number
    now = `${now.slice(0, at)}${now[at] === 'x' ? ' ' : 'x'}${now.slice(at + 1)}`
    return `${now}\n<!-- revision ${revision} -->\n`
  })
}

/** A repository with one commit for each text, made by one `git fast-import`. */
export function repositoryOf(all: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-history-'))
  execFileSync('git', ['init', '-q', '-b', 'main', folder])
  const stream = all.map((text, index) => {
    const subject = `revision ${index}`
    return `commit refs/heads/main\ncommitter Bench <bench@example.com> ${1_750_000_000 + index * 3600} +0000\ndata ${subject.length}\n${subject}\nM 100644 inline plan.md\ndata ${Buffer.byteLength(text)}\n${text}\n`
  })
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet'], {input: stream.join('')})
  execFileSync('git', ['-C', folder, 'checkout', '-q', '-f', 'main'])
  return folder
}

/** Processor time in milliseconds: other programs may run beside. */
function now(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}

/** Replays 1,000 revisions of the plan from git, and parses the same texts from memory: what two revisions have in common is read once, so the first may take 0.7 times as long. */
export async function benchHistory(): Promise<void> {
  const all = texts(REVISIONS)
  const folder = repositoryOf(all)
  try {
    const last = report({
      text: all.at(-1) as string,
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2025-08-01T12:00:00Z',
      today: null,
      evidence: null,
    })
    for (const text of all.slice(0, 200)) parsePlan(text)
    const ratios: {readonly replay: number; readonly memory: number}[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = now()
      for (const text of all) parsePlan(text)
      const memory = now() - start
      const begin = now()
      const found = await historyOf(pastOf(join(folder, 'plan.md')), planReader(), last)
      const replay = now() - begin
      if (found.state === 'unavailable' || found.revisions.length !== REVISIONS)
        throw new Error('history: the replay did not read every revision')
      ratios.push({replay, memory})
    }
    const best = ratios.reduce((one, other) => (other.replay / other.memory < one.replay / one.memory ? other : one))
    const ratio = best.replay / best.memory
    console.log(
      `history: ${REVISIONS} revisions replayed in ${best.replay.toFixed(0)} ms, parsed from memory in ${best.memory.toFixed(0)} ms: ${ratio.toFixed(2)} times (at most ${LIMIT})`,
    )
    if (ratio > LIMIT) throw new Error(`history: the replay takes ${ratio.toFixed(2)} times as long as parsing, expected at most ${LIMIT}`)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

interface Replay {
  readonly revisions: number
  readonly megabytes: number
}

/** Replays ten times as many revisions in a process whose heap is bounded: what was read is let go. */
export function benchManyRevisions(): void {
  const replay = (count: number): Replay => {
    const folder = repositoryOf(texts(count))
    try {
      const script = fileURLToPath(new URL('replay.mjs', import.meta.url))
      const out = execFileSync(process.execPath, [`--max-old-space-size=${HEAP}`, script, join(folder, 'plan.md')], {encoding: 'utf8'})
      return JSON.parse(out) as Replay
    } finally {
      rmSync(folder, {recursive: true, force: true})
    }
  }
  const [few, many] = [replay(REVISIONS), replay(MANY)]
  if (many.revisions !== MANY) throw new Error(`history: ${many.revisions} of ${MANY} revisions were read`)
  console.log(
    `history: ${MANY} revisions replayed in a heap of ${HEAP} MB; at most ${many.megabytes} MB of memory, ${few.megabytes} MB for ${REVISIONS}: ${(many.megabytes / few.megabytes).toFixed(2)} times`,
  )
}
