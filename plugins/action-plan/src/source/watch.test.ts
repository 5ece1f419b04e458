import {mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {setTimeout} from 'node:timers/promises'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {following} from './watch.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'watch-'))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

/** Longer than a file is looked at once more. */
const LOOKS = 1500

test('a file that is named later is followed, before it is there; one that is no longer named is not', {tags: ['slow']}, async () => {
  const [mark, first, second] = [join(folder, 'made/for/it/mark'), join(folder, 'first.xml'), join(folder, 'second.xml')]
  const follow = following(mark)
  const marked = (): string => readFileSync(mark, 'utf8')
  /** As one change: a look between emptying and writing would see two. */
  const replace = (file: string, text: string): void => {
    writeFileSync(`${file}.new`, text)
    renameSync(`${file}.new`, file)
  }
  /** Replaces a file until that is seen: what happens before a file is looked at first is no change. */
  const seen = async (file: string): Promise<void> => {
    const before = marked()
    await expect.poll(() => (replace(file, `${Math.random()}`.repeat(2)), marked()), {interval: 300, timeout: 30_000}).not.toBe(before)
    await setTimeout(LOOKS)
  }
  try {
    follow([first])
    await seen(first)
    follow([second])
    await seen(second)
    const before = marked()
    replace(first, 'not looked at')
    replace(second, 'looked at')
    await expect.poll(marked, {timeout: 30_000}).not.toBe(before)
    await setTimeout(LOOKS)
    expect(Number(marked())).toBe(Number(before) + 1)
  } finally {
    follow([])
  }
})
