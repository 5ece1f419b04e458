import {execFileSync} from 'node:child_process'
import {burnUp, dayOfEach, snapshot} from '../../plugins/action-plan/src/derive/history/burnup.ts'
import {finishedTasks} from '../../plugins/action-plan/src/derive/history/finished-tasks.ts'
import type {RevisionSummary} from '../../plugins/action-plan/src/model/history.ts'
import {parsePlan} from '../../plugins/action-plan/src/parse/structure/plan.ts'

/** A public plan: a file of a repository up to a commit. */
export interface PublicPlan {
  readonly repo: string
  readonly path: string
  readonly commit: string
  /** The commit that its history begins with, where it is a copy of a plan of somebody else; left out: its first one. */
  readonly from?: string
}

/** What the history of a plan counts: for each day with a revision, its day, tasks in scope, done ones, and those finished so far. */
export interface Series extends PublicPlan {
  /** The day of the newest commit of the repository: nothing changed from the last point to here. */
  readonly until: string
  readonly points: readonly (readonly [day: string, tasks: number, done: number, finished: number])[]
}

/** Reads the series of a plan from a git directory, by the parser and the history of the plugin. */
export function seriesOf(plan: PublicPlan, gitDir: string): Series {
  const git = (args: readonly string[], input = ''): Buffer =>
    execFileSync('git', ['--git-dir', gitDir, ...args], {input, maxBuffer: 2 ** 30})
  const all = git(['log', '--first-parent', '--reverse', '--format=%H %cI', plan.commit, '--', plan.path]).toString().trim().split('\n')
  const listed = plan.from === undefined ? all : all.slice(all.findIndex((line) => line.startsWith(plan.from as string)))
  const commits = listed.map((line) => ({commit: line.slice(0, 40), at: line.slice(41)}))
  const texts = blobs(git(['cat-file', '--batch'], commits.map(({commit}) => `${commit}:${plan.path}\n`).join('')))
  const until = git(['log', '-1', '--format=%cs', plan.commit]).toString().trim()
  const revisions = commits.map((one, index) => ({...one, content: texts[index] === null ? null : one.commit}))
  const {days, misdated} = dayOfEach(revisions, (at) => at.slice(0, 10), until)
  const pace = finishedTasks(revisions, days, '0000-01-01')
  const sums = texts.map((text, index) => {
    if (text === null) return null
    const {plan: parsed} = parsePlan(text)
    pace.keep((commits[index] as {commit: string}).commit, parsed)
    return snapshot(parsed)
  })
  const finished = pace.finished()
  const summaries = commits.map(({commit, at}, index): RevisionSummary => ({
    commit,
    at,
    author: null,
    subject: '',
    day: days[index] as string,
    snapshot: sums[index] ?? null,
    gap: null,
    finished: finished[index] as number,
  }))
  const points = burnUp(summaries, misdated).points.flatMap((point) =>
    point.snapshot === null ? [] : [[point.day, point.snapshot.tasks, point.snapshot.done, point.finished] as const],
  )
  return {...plan, until, points: changed(points)}
}

/** Points that say something else than the one before. */
const changed = (points: Series['points']): Series['points'] =>
  points.filter((point, index) => index === 0 || String(point.slice(1)) !== String(points[index - 1]?.slice(1)))

/** The texts that `git cat-file --batch` prints; null for what is not there. */
function blobs(output: Buffer): readonly (string | null)[] {
  const found: (string | null)[] = []
  for (let at = 0; at < output.length;) {
    const end = output.indexOf(10, at)
    const [, kind, size] = output.toString('utf8', at, end).split(' ')
    if (kind !== 'blob') {
      found.push(null)
      at = end + 1
      continue
    }
    found.push(output.toString('utf8', end + 1, end + 1 + Number(size)))
    at = end + 2 + Number(size)
  }
  return found
}
