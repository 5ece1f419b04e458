import {report} from '../src/report.ts'
import {EVERYTHING, filteredSections} from '../src/view/pages/filter.ts'
import {toPage, toStatus} from '../src/view/files/status.ts'
import type {PageStatus} from '../src/model/page.ts'

const RUNS = 9
/** Milliseconds for a letter that is typed. */
const LIMIT = 100
/** Ten times as many tasks may take this many times as long. */
const RATIO = 20
const WORD = 'vault'
const SOURCE = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}

/** A plan of many items with ten tasks each, of which a few have the word. */
function planOf(items: number): PageStatus {
  const item = (at: number): string =>
    `### ${Math.floor(at / 10) + 1}.${(at % 10) + 1} Item ${at}\n\n**Owner**: @owner-${at % 40}\n\n${Array.from(
      {length: 10},
      (_, task) =>
        `- [${task < at % 11 ? 'x' : ' '}] ${(at + task) % 97 === 0 ? 'Move the keys into the vault' : `Task ${task} of item ${at}`}\n`,
    ).join('')}`
  const text = Array.from({length: items}, (_, at) => `${at % 10 === 0 ? `## ${at / 10 + 1}. Section\n\n` : ''}${item(at)}\n`).join('')
  const made = report({text: `# Plan\n\n${text}`, source: SOURCE, baseline: null, now: '2026-11-23T00:00:00Z', today: null, evidence: null})
  return toPage(toStatus(made, null))
}

/** The slowest letter of a word that is typed into the filter of a page, in milliseconds: the first time, and the middle of later ones. */
function slowest(status: PageStatus): {readonly first: number; readonly later: number} {
  const letters = Array.from(WORD, (_, index) => WORD.slice(0, index + 1))
  const typed = (): number =>
    Math.max(
      ...letters.map((text) => {
        const started = performance.now()
        filteredSections(status, {...EVERYTHING, text})
        return performance.now() - started
      }),
    )
  const first = typed()
  const later = Array.from({length: RUNS}, typed).sort((a, b) => a - b)[(RUNS - 1) / 2] as number
  return {first, later}
}

/** Prints how long the filter of the progress page takes for a letter, of 2,000 and of 20,000 tasks. */
export function benchFilter(): void {
  const [small, large] = [200, 2000].map((items) => slowest(planOf(items))) as [ReturnType<typeof slowest>, ReturnType<typeof slowest>]
  console.log(
    `filter of 20,000 tasks, slowest letter: ${large.first.toFixed(1)} ms at first, ${large.later.toFixed(1)} ms later (at most ${LIMIT}); ${(large.later / small.later).toFixed(1)} times as long as of 2,000 (at most ${RATIO})`,
  )
}
