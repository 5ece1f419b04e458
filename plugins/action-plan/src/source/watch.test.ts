import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {following} from './watch.ts'

let folder = ''
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'watch-'))))
afterEach(() => rmSync(folder, {recursive: true, force: true}))

test('a file that is named later is followed, before it is there; one that is no longer named is not', async () => {
  const [mark, first, second] = [join(folder, 'made/for/it/mark'), join(folder, 'first.xml'), join(folder, 'second.xml')]
  const follow = following(mark)
  const marked = (): string => readFileSync(mark, 'utf8')
  /** Writes until it is seen: what is written before a file is looked at first is no change. */
  const seen = async (file: string): Promise<void> => {
    const before = marked()
    await expect
      .poll(() => (writeFileSync(file, `${Math.random()}`.repeat(2)), marked()), {interval: 300, timeout: 10_000})
      .not.toBe(before)
  }
  try {
    follow([first])
    await seen(first)
    follow([second])
    const before = marked()
    writeFileSync(first, 'not looked at')
    await seen(second)
    expect(Number(marked())).toBe(Number(before) + 1)
  } finally {
    follow([])
  }
})
