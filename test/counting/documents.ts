import {readFileSync} from 'node:fs'

// Documents that are counted here and by remark-gfm: from real ones, with something changed, to heaps of single characters.

/** Numbers from 0 to below 1 that are the same for the same seed (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

class Dice {
  private readonly next: () => number
  constructor(seed: number) {
    this.next = numbers(seed)
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T
  }
  times<T>(most: number, make: () => T): T[] {
    return Array.from({length: 1 + this.below(most)}, make)
  }
}

const UNICODE_SPACES = ['\u00A0', '\u1680', '\u2003', '\u3000', '\u2028', '\u2029', '\uFEFF', '\v', '\f', '\u200B', '\u0085', ' ', '\t']
const INDENTS = ['', '', '', '', ' ', '  ', '   ', '    ', '     ', '      ', '        ', '\t', ' \t', '\t\t']
const MARKERS = [
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2. ',
  '3) ',
  '10. ',
  '> ',
  '>',
  '-',
  '1.',
  '-\t',
  '-   ',
  '-     ',
  '- - ',
  '> - ',
  '- > ',
  '[^a]: ',
  '',
]
const BOXES = [
  '[ ] a',
  '[x] b',
  '[X] c',
  '[ ]',
  '[x] ',
  '[\t] t',
  '[ ]\tq',
  '[ ]  r',
  '[]',
  '[x]: /u',
  '\\[ ] a',
  '[~] n',
  '[ ] `c',
  '[ ] | b',
]
const TEXTS = [
  'a',
  'text',
  '',
  '**Timeline**: x',
  '| a |',
  '|-|',
  '-|',
  ':-',
  '---',
  '***',
  '===',
  '```',
  '~~~',
  '<div>',
  '</div>',
  '<a>',
  '<!-- x',
  '-->',
  '<?',
  '?>',
  '# h',
  '## 1.1 I',
  '    code',
  '\\',
  '[^a] ref',
  '[a]: /u "t',
  '<b>x</b>',
  '&nbsp;',
  '|',
  'a  ',
]
const ENDS = ['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r']

const line = (dice: Dice): string =>
  dice.of(INDENTS) +
  dice.of(MARKERS) +
  (dice.below(3) === 0 ? dice.of(MARKERS) : '') +
  dice.of(dice.below(2) === 0 ? BOXES : TEXTS) +
  dice.of(ENDS)

/** Some of the small changes that a slip of the hand makes. */
function mutated(text: string, dice: Dice): string {
  let out = text
  for (let times = dice.below(4); times >= 0; times--) {
    const at = dice.below(out.length + 1)
    const length = dice.below(6)
    const [head, tail] = [out.slice(0, at), out.slice(at)]
    switch (dice.below(6)) {
      case 0:
        out = head + tail.slice(length)
        break
      case 1:
        out = head + dice.of(INDENTS) + dice.of(MARKERS) + tail
        break
      case 2:
        out = head + dice.of(ENDS) + tail
        break
      case 3:
        out = head + dice.of(BOXES) + tail
        break
      case 4: {
        const from = dice.below(out.length + 1)
        out = head + out.slice(from, from + 20) + tail
        break
      }
      default:
        out = head + dice.of(UNICODE_SPACES) + tail
    }
  }
  return out
}

const fixture = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8')
const PLAN = fixture('../../docs/plan/action-plan.md').split(/(?=^## )/m)
/** One-line inputs of a table that was made by hand: the third column is JSON. */
const EXAMPLES = fixture('../../plugins/action-plan/src/fixtures/task-list-micro.tsv')
  .split('\n')
  .slice(1)
  .filter((row) => row !== '')
  .map((row) => JSON.parse(row.split('\t')[1] as string) as string)

/** Every kind of document, by its name. */
export const KINDS: Readonly<Record<string, (dice: Dice) => string>> = {
  'a changed part of the plan': (dice) => {
    const part = dice.of(PLAN)
    const lines = part.split('\n')
    const from = dice.below(lines.length)
    return mutated(lines.slice(from, from + 1 + dice.below(12)).join('\n'), dice)
  },
  'changed examples': (dice) => dice.times(3, () => mutated(dice.of(EXAMPLES), dice)).join(dice.of(['\n', '\n\n', ''])),
  'lists in quotes in lists': (dice) =>
    dice.times(5, () => dice.of(INDENTS) + dice.times(4, () => dice.of(MARKERS)).join('') + dice.of(BOXES) + dice.of(ENDS)).join(''),
  lines: (dice) => dice.times(8, () => line(dice)).join(''),
  'lines with front matter': (dice) =>
    dice.of(['---\nplan: {}\n---\n', '---\n', '\uFEFF', '\n---\n']) + dice.times(5, () => line(dice)).join(''),
  'spaces of Unicode': (dice) =>
    dice
      .times(4, () => {
        const space = (): string => (dice.below(2) === 0 ? dice.of(UNICODE_SPACES) : '')
        return space() + dice.of(MARKERS) + space() + dice.of(BOXES) + space() + dice.of(ENDS)
      })
      .join(''),
  'code, HTML and tables around lists': (dice) =>
    dice
      .times(6, () => dice.of(INDENTS) + dice.of([...TEXTS, '- [ ] a', '* [x] b', '3) [ ] c', '2. [ ] d', '+ *', '-']) + dice.of(ENDS))
      .join(''),
  'single characters': (dice) =>
    dice
      .times(24, () =>
        dice.of(['[', ']', ' ', 'x', '-', '\n', '\n', '>', '*', '1', '.', '\t', 'a', '`', '<', '|', '#', '\r', ...UNICODE_SPACES]),
      )
      .join(''),
}

/** The document of a number: the same each time. */
export function documentOf(seed: number): {readonly kind: string; readonly text: string} {
  const kinds = Object.keys(KINDS)
  const kind = kinds[seed % kinds.length] as string
  return {kind, text: (KINDS[kind] as (dice: Dice) => string)(new Dice(Math.imul(seed, 2_654_435_761)))}
}
