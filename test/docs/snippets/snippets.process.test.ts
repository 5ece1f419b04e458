import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {readPages} from '../lint.ts'
import {toPage, type Page} from '../page.ts'
import {toText} from '../problem.ts'
import {checkSnippets, fencesOf, nameOf} from './check.ts'
import {CHECKERS} from './fence.ts'
import {find} from './tool.ts'

const MINUTES = 60_000
const fixture = (name: string): Page => toPage(`${name}.md`, readFileSync(new URL(`fixtures/${name}.md`, import.meta.url)))
const names = (page: Page): string[] => [...new Set(fencesOf(page).map(({fence}) => nameOf(fence)))].sort()
const all = CHECKERS.map(nameOf).sort()

describe('each tool', () => {
  test('accepts what is right', {timeout: 2 * MINUTES}, async () => {
    expect(names(fixture('good'))).toEqual(all)
    expect((await checkSnippets([fixture('good')])).map(toText)).toEqual([])
  })

  test('refuses what is wrong, every fence of it', {timeout: 2 * MINUTES}, async () => {
    const problems = await checkSnippets([fixture('bad')])
    expect(names(fixture('bad'))).toEqual(all)
    expect(problems).toHaveLength(fencesOf(fixture('bad')).length)
    // What a tool says differs between versions; which line it says it about does not.
    expect(problems.map(({line, rule}) => `${line} ${rule}`)).toMatchInlineSnapshot(`
      [
        "4 snippet python check",
        "10 snippet yaml check",
        "18 snippet yaml check=promtool",
        "24 snippet yaml check=promtool",
        "30 snippet nginx check",
        "36 snippet conf check=redis",
        "40 snippet conf check=redis",
        "47 snippet sql check",
        "52 snippet toml check",
        "57 snippet json check",
        "62 snippet bash check",
        "68 snippet ini check",
      ]
    `)
    expect(problems.map(toText).find((text) => text.includes('nginx'))).toBe(
      'bad.md:30:1 snippet nginx check: unknown directive "proxy_timeuot" (fix the snippet, or take "check" away when it is not complete)',
    )
  })

  test('of a page leaves nothing behind for the next page', {timeout: 2 * MINUTES}, async () => {
    const again = {...fixture('good'), path: 'again.md'}
    expect((await checkSnippets([fixture('good'), again])).map(toText)).toEqual([])
  })

  test('that is missing is an error with the package to install, not a pass', () => {
    expect(() => find('promtool', 'prometheus', ['/nowhere'])).toThrow('promtool is not installed: apt-get install -y --no-install-recommends prometheus')
  })
})

test('every marked snippet of this documentation is accepted by its tool', {timeout: 10 * MINUTES}, async () => {
  const pages = readPages(fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, ''))
  expect(pages.flatMap(fencesOf).length).toBeGreaterThan(0)
  expect((await checkSnippets(pages)).map(toText)).toEqual([])
})
