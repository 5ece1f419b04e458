import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {toString} from 'mdast-util-to-string'
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {SECTIONS} from './kinds.ts'
import {LANGUAGES} from '../../plugins/action-plan/src/lexicon/lexicon.ts'
import {lintDocs, lintPage, readPages} from './lint.ts'
import {toPage, type Page} from './page.ts'
import {toText, type Problem} from './problem.ts'
import {RULES} from './rules.ts'
import {planCoverage} from './rules/plan-coverage.ts'
import {toSite} from './site.ts'
import {CHECKERS} from './snippets/fence.ts'
import {cspell, markdownlint} from './tools.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url))
const names = readdirSync(FIXTURES)
  .filter((name) => /\.mdx?$/.test(name))
  .sort()

/** The little site in which the fixtures stand: one plan item, two assumptions, one page to link to. */
const page = (path: string, text: string): Page => toPage(path, new TextEncoder().encode(text))
const NEIGHBOURS = [
  page('docs/plan/action-plan.md', '# Plan\n\n#### 2.1 Credential Management\n\n- [ ] a\n'),
  page('docs/architecture/assumptions.md', '| id | statement |\n| --- | --- |\n| A-01 | one |\n| A-02 | two |\n'),
  page('docs/security/jwt.md', '## Key length\n\nWords.\n'),
]

function lintFixture(name: string): Problem[] {
  const fixture = toPage(`docs/fixtures/${name}`, readFileSync(join(FIXTURES, name)))
  return lintPage(fixture, toSite([...NEIGHBOURS, fixture]))
}

/** Tools start slowly, so each reads its fixtures once. */
const files = (pattern: RegExp): string[] => names.filter((name) => pattern.test(name)).map((name) => `test/docs/fixtures/${name}`)
const byTools = [...markdownlint(ROOT, files(/^(?:MD|clean)/)), ...cspell(ROOT, files(/^(?:spelling|clean)/))]

describe('each rule', () => {
  test.each(RULES.map(({name}) => name))('%s has a fixture, and catches it', (rule) => {
    const own = names.filter((name) => name.split('.')[0] === rule)
    expect(own, `write test/docs/fixtures/${rule}.md`).not.toHaveLength(0)
    for (const name of own) expect([...new Set(lintFixture(name).map((problem) => problem.rule))], name).toContain(rule)
  })

  test.each(files(/^(?:MD|spelling)/))('%s is caught by the tool that has this rule', (path) => {
    const rule = path.replace(/^.*\//, '').replace('.md', '')
    expect([...new Set(byTools.filter((problem) => problem.path === path).map((problem) => problem.rule))]).toEqual([rule])
  })

  test('a page that obeys them all has no problem', () => {
    expect(lintFixture('clean.md').map(toText)).toEqual([])
    expect(byTools.filter(({path}) => path.endsWith('clean.md')).map(toText)).toEqual([])
  })

  test('the messages name place, reason and fix', async () => {
    const own = names.filter((name) => !/^(?:MD|spelling)/.test(name)).flatMap(lintFixture)
    await expect(`${[...own, ...byTools].map(toText).join('\n')}\n`).toMatchFileSnapshot('fixtures/problems.txt')
  })
})

describe('the site as a whole', () => {
  test('an item that no page serves', () => {
    expect(planCoverage(toSite(NEIGHBOURS)).map(({line, reason}) => `${line} ${reason}`)).toEqual(['3 no page serves plan item 2.1'])
    const serving = page('docs/a.md', '---\nplan_items: ["2.1"]\n---\n')
    expect(planCoverage(toSite([...NEIGHBOURS, serving]))).toEqual([])
  })

  test('an assumption that stands twice in the register', () => {
    const register = page('docs/architecture/assumptions.md', '---\nkind: reference\n---\n\n| A-01 | one |\n| A-01 | again |\n')
    expect(lintPage(register, toSite([register])).map(toText)).toContain(
      'docs/architecture/assumptions.md:6:1 assumption: assumption A-01 is already on line 5 (give it the next free id)',
    )
  })

  test('the plan is not held to the rules of style, but to those of safety', () => {
    const plan = page('docs/plan/action-plan.md', '# Plan\n\nTODO [x](javascript:alert(1))\n')
    expect(lintPage(plan, toSite([plan])).map(({rule}) => rule)).toEqual(['url-scheme'])
  })

  test('a language of plans needs no line in the list of words: the spelling check knows its name from the lexicon', () => {
    const words = readFileSync(join(ROOT, '.cspell/words.txt'), 'utf8').split('\n')
    expect(LANGUAGES.map(({name}) => name).filter((name) => words.includes(name))).toEqual([])
  })

  test('a tool that does not run is not "no problem"', () => {
    expect(() => markdownlint(FIXTURES, ['clean.md'])).toThrow('markdownlint-cli2 did not run')
    expect(() => cspell(FIXTURES, ['clean.md'])).toThrow('cspell did not run')
  })
})

describe('this documentation', () => {
  const pages = readPages(ROOT)

  test('has no problem', {timeout: 120_000}, () => {
    expect(lintDocs(ROOT).map(toText)).toEqual([])
  })

  test('describes the sections and the checked snippets as they are', () => {
    const described = pages.find(({path}) => path === 'docs/development/docs-linting.md')
    const rows: string[][] = []
    visit(described?.tree ?? toPage('', new Uint8Array()).tree, 'tableRow', (row) => {
      rows.push(row.children.map((cell) => toString(cell)))
    })
    const sections = Object.fromEntries(rows.filter(([kind = '']) => Object.hasOwn(SECTIONS, kind)).map(([kind, list = '']) => [kind, list.replace(/^\(free\) · /, '').split(' · ')]))
    expect(sections).toEqual(SECTIONS)
    const words = rows.flatMap(([words = '']) => words.split(', ')).filter((words) => /^\w+ check(?:=\w+)?$/.test(words))
    expect(words.sort()).toEqual(CHECKERS.map(({lang, check}) => `${lang} check${check && `=${check}`}`).sort())
  })
})
