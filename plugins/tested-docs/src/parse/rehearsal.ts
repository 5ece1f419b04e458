import type {Problem} from '../model/problem.ts'
import {type Rehearsal, type Scene, SCENE_KINDS, type SceneKind, type Situation} from '../model/rehearsal.ts'

const isKind = (word: string): word is SceneKind => SCENE_KINDS.some((kind) => kind === word)
const OF_THE_PAGE: readonly SceneKind[] = ['setup', 'end']
const DIRECTIVE = /^#: (\S+)(?: (\S+)(?: (\S.*))?)?$/

/** `rehearsals/<id>.sh` → its scenes. A line `#: KIND [BLOCK] [what it must print]` begins a scene; the lines below it are its commands. */
export const parseRehearsal = (path: string, text: string, blocks: ReadonlySet<string>): {rehearsal: Rehearsal; problems: Problem[]} => {
  const problems: Problem[] = []
  const situations: Situation[] = []
  const scenes: Scene[] = []
  const say = (line: number, reason: string, fix: string): void => void problems.push({place: {file: path, line, column: 1}, reason, fix})
  let lines: string[] = []
  let head: Omit<Scene, 'text'> | null = null
  const close = (): void => {
    if (head !== null) scenes.push({...head, text: lines.join('\n').trim()})
    head = null
    lines = []
  }
  for (const [index, text_] of text.split('\n').entries()) {
    const line = index + 1
    const [, word = '', block, rest] = DIRECTIVE.exec(text_) ?? []
    if (!text_.startsWith('#: ')) {
      lines.push(text_)
      continue
    }
    close()
    if (word === 'situation') {
      const swaps = (rest ?? '').split(', ').filter((one) => one !== '')
      situations.push({name: block ?? `line ${line}`, swaps: swaps.map((one) => one.split('=') as unknown as readonly [string, string])})
      if (block === undefined || swaps.some((one) => !/^[^=]+=[^=]+$/.test(one)))
        say(line, `"${text_}" is not a situation`, 'write `#: situation NAME word=other, word=other`')
    } else if (!isKind(word)) say(line, `unknown scene "${word}"`, `use one of situation, ${SCENE_KINDS.join(', ')}`)
    else {
      const own = OF_THE_PAGE.includes(word)
      if (!own && (block === undefined || !blocks.has(block)))
        say(line, `the page has no block "${block ?? ''}"`, `name one of ${[...blocks].join(', ')}`)
      head = {kind: word, block: own ? null : (block ?? null), says: rest ?? null, line}
    }
  }
  close()
  return {rehearsal: {path, situations: situations.length === 0 ? [{name: '', swaps: []}] : situations, scenes}, problems}
}
