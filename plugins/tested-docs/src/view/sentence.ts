import type {Level} from '../model/level.ts'
import type {Page} from '../model/page.ts'
import type {Result} from '../model/result.ts'

/** What a page shows about its last run; small, for it is loaded with every page. */
export interface Standing {
  readonly title: string
  readonly state: 'passed' | 'failed' | 'not-executed' | 'changed' | 'never'
  readonly level: Level
  readonly sentence: string
  readonly executed: string
  readonly on: string | null
}

/** Commands that were executed, and all of them; files that a page writes are no commands. */
export const executed = (result: Result): {done: number; all: number} => {
  const commands = result.blocks.filter((block) => !block.id.startsWith('file-'))
  return {done: commands.filter((block) => block.verdict === 'passed').length, all: commands.length}
}

export const notRun = (result: Result): string[] => [
  ...new Set(result.blocks.filter((block) => block.verdict === 'no-run').map((block) => block.because ?? '')),
]

export const toStanding = ({title, hash, claim}: Pick<Page, 'title' | 'hash' | 'claim'>, result: Result | null): Standing => {
  if (result === null)
    return {title, state: 'never', level: 0, sentence: 'No command of this page has been executed yet.', executed: '–', on: null}
  const {done, all} = executed(result)
  const changed = result.pageHash !== hash
  return {
    title,
    state: changed ? 'changed' : result.verdict,
    // An author may know better than the rule that something essential could not run.
    level: claim < result.level ? claim : result.level,
    sentence: changed ? `This page changed since its last run. Before the change: ${toSentence(result)}` : toSentence(result),
    executed: `${done} of ${all}`,
    on: done === 0 ? null : result.executedOn,
  }
}

/** "16 of 18 commands executed on 2026-11-23 with PostgreSQL 15.18; 2 not run: needs Vault." */
export const toSentence = (result: Result): string => {
  const {done, all} = executed(result)
  if (result.verdict === 'failed') return `The last run on ${result.executedOn} failed: ${result.because}.`
  if (done === 0) return `No command was executed: ${notRun(result).join('; ') || result.because}.`
  const versions = Object.entries(result.versions).map(([name, version]) => `${name} ${version}`)
  const skipped = result.blocks.filter((block) => block.verdict === 'no-run').length
  const rest = skipped === 0 ? '' : `; ${skipped} not run: ${notRun(result).join('; ')}`
  return `${done} of ${all} commands executed on ${result.executedOn}${versions.length === 0 ? '' : ` with ${words(versions)}`}${rest}.`
}

const words = (list: readonly string[]): string =>
  list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
