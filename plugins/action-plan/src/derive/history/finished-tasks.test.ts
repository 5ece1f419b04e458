import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parsePlan} from '../../parse/structure/plan.ts'
import {finishedTasks} from './finished-tasks.ts'

const list = (...lines: readonly string[]): string => `## Work\n\n${lines.map((line) => `- ${line}\n`).join('')}`
/** What was finished up to each text, a day apart; null is a revision that cannot be counted. */
function finished(texts: readonly (string | null)[], since = '2026-01-00'): readonly number[] {
  const revisions = texts.map((text) => ({content: text ?? 'broken'}))
  const back = finishedTasks(
    revisions,
    revisions.map((_, index) => `2026-01-${String(index + 1).padStart(2, '0')}`),
    since,
  )
  for (const text of new Set(texts)) if (text !== null) back.keep(text, parsePlan(text).plan)
  return back.finished()
}

const [a, b, c, d] = ['rotate all keys', 'write the runbook', 'close old ports', 'measure latency'] as const
test.each([
  ['ticked and unticked', [list(`[ ] ${a}`), list(`[x] ${a}`), list(`[ ] ${a}`)], [0, 1, 0]],
  [
    'as many removed as ticked',
    [list(`[x] ${a}`, `[ ] ${b}`, `[ ] ${c}`), list(`[x] ${b}`, `[ ] ${c}`), list(`[x] ${c}`, `[ ] ${d}`)],
    [0, 1, 2],
  ],
  ['finished ones removed, others added', [list(`[x] ${a}`, `[x] ${b}`), list(`[ ] ${c}`, `[ ] ${d}`, '[ ] one more')], [0, 0]],
  ['open ones removed', [list(`[ ] ${a}`, `[x] ${b}`), list(`[x] ${b}`)], [0, 0]],
  ['a removal taken back', [list(`[x] ${a}`, `[ ] ${b}`), list(`[ ] ${b}`), list(`[x] ${a}`, `[x] ${b}`)], [0, 0, 1]],
  ['added as done', [list(`[ ] ${a}`), list(`[ ] ${a}`, `[x] ${b}`)], [0, 1]],
  ['reworded', [list(`[x] ${a}`), list(`[x] ${a} and tokens`)], [0, 0]],
  ['reworded and unticked', [list(`[x] ${a}`), list(`[ ] ${a} and tokens`)], [0, -1]],
  ['reworded and ticked', [list(`[ ] ${a}`), list(`[x] ${a} and tokens`)], [0, 1]],
  ['reworded beyond recognition', [list(`[x] ${a}`), list(`[x] ${d}`)], [0, 0]],
  ['dropped after it was done, and brought back', [list(`[x] ${a}`), list(`[-] ${a}`), list(`[x] ${a}`)], [0, 0, 0]],
  ['one of two with the same words removed', [list(`[x] ${a}`, `[ ] ${a}`), list(`[ ] ${a}`), list(`[x] ${a}`)], [0, 0, 1]],
  [
    'moved to another item',
    [`${list(`[x] ${a}`)}\n## Later\n\n- [ ] ${b}\n`, `${list(`[ ] ${c}`)}\n## Later\n\n- [x] ${a}\n- [ ] ${b}\n`],
    [0, 0],
  ],
  ['a revision that cannot be counted between', [list(`[ ] ${a}`), null, list(`[x] ${a}`)], [0, 0, 1]],
  ['none that can be counted', [null, null], [0, 0]],
] as const)('%s', (_, texts, expected) => expect(finished(texts)).toEqual(expected))

test('looks back to the last one before the day that can be counted, and no further', () => {
  const texts = [list(`[ ] ${a}`, `[ ] ${b}`), list(`[x] ${a}`, `[ ] ${b}`), null, list(`[x] ${a}`, `[x] ${b}`)]
  expect(finished(texts, '2026-01-03')).toEqual([0, 0, 0, 1])
  // One that is the same as an old one again is looked at, too.
  expect(finished([texts[0] as string, texts[1] as string, texts[0] as string], '2026-01-02')).toEqual([0, 0, -1])
  expect(finished(texts, '2026-01-09')).toEqual([0, 0, 0, 0])
})

test('finished lines that are removed, whichever and whenever, change nothing', {tags: ['slow']}, () => {
  const steps = fc.array(fc.record({ticked: fc.nat(5), share: fc.double({min: 0, max: 1, noNaN: true}), again: fc.boolean()}), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(steps, (all) => {
      const name = (index: number): string => `task ${String.fromCodePoint(97 + (index % 26))}${index}x`
      let done: readonly number[] = []
      let next = 0
      let gone: readonly number[] = []
      const total = all.reduce((sum, {ticked}) => sum + ticked, 3)
      const open = (): readonly string[] => Array.from({length: total - next}, (_, index) => `[ ] ${name(next + index)}`)
      const states = all.map(({ticked, share, again}) => {
        done = [...done, ...Array.from({length: ticked}, (_, index) => next + index)]
        next += ticked
        if (again) [done, gone] = [[...gone, ...done], []]
        const cut = Math.floor(done.length * share)
        ;[gone, done] = [[...gone, ...done.slice(0, cut)], done.slice(cut)]
        return {text: list(...done.map((index) => `[x] ${name(index)}`), ...open()), ticked: next}
      })
      const first = list(...Array.from({length: total}, (_, index) => `[ ] ${name(index)}`))
      // What is ticked and removed at once cannot be told from what was given up: ticked first, removed a revision later.
      const shown: string[] = [first]
      let seen = first
      for (const {text} of states) {
        shown.push(
          seen.replaceAll(/- \[ \] (.*)\n/g, (line, words: string) => (text.includes(`[ ] ${words}\n`) ? line : `- [x] ${words}\n`)),
        )
        shown.push(text)
        seen = text
      }
      const sums = finished(shown.map((text, index) => `${text}\n<!-- ${index} -->\n`))
      expect(states.map((_, index) => sums[2 * index + 2])).toEqual(states.map(({ticked}) => ticked))
    }),
    {numRuns: 60},
  )
})
