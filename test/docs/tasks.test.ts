import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import {readPages} from './lint.ts'
import {toPage} from './page.ts'
import {PLAN, toSite} from './site.ts'
import {faultsOf, harnessTexts, levelOf, placesOf, TASKS, tasksOf, withTasks} from './tasks.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const site = toSite(readPages(ROOT))
const text = readFileSync(`${ROOT}/${TASKS}`, 'utf8')
const plan = site.pages.find(({path}) => path === PLAN)
const tasks = plan === undefined ? [] : tasksOf(plan)
const places = placesOf(text)

describe('the table of tasks', () => {
  test('has a place for each task of the plan, on a page that serves its item', () => {
    expect(tasks.length).toBe(88)
    expect(faultsOf(tasks, places, site)).toEqual([])
  })

  test('is as npm run tasks writes it, without an empty cell', () => {
    expect(withTasks(text, site, ROOT)).toBe(text)
    const rows = text.split('\n').filter((line) => line.startsWith('| ['))
    expect(rows.length).toBe(tasks.length)
    expect(rows.filter((row) => row.split('|').slice(1, -1).some((cell) => cell.trim() === ''))).toEqual([])
  })

  test('a task without a place, a place that leads nowhere and a page that does not serve the item are told', () => {
    const own = [{item: '1.1', text: 'Do it'}]
    const told = (place: readonly string[]): string[] => faultsOf(own, new Map([['1.1 Do it', place]]), site)
    expect(told([])).toEqual([expect.stringContaining('has no place')])
    expect(told(['../security/jwt.md#nothing'])).toEqual([expect.stringContaining('leads nowhere')])
    expect(told(['../security/jwt.md#code'])).toEqual([expect.stringContaining('docs/security/jwt.md does not serve 1.1')])
  })

  test('a task that the plan gains has an empty row until somebody names its place', () => {
    const more = toPage(PLAN, new TextEncoder().encode((plan?.text ?? '').replace('**Timeline**: 2 days', '- [ ] Something new\n**Timeline**: 2 days')))
    const grown = toSite([...site.pages.filter(({path}) => path !== PLAN), more])
    expect(withTasks(text, grown, ROOT)).toContain('| Something new |  |  |')
    expect(faultsOf(tasksOf(more), places, grown)).toEqual([expect.stringContaining('"Something new" has no place')])
  })
})

test.each([
  ['../runbooks/rotate-jwt-key.md#steps', 'executed'],
  ['../deployment/smoke-tests.md#the-script', 'code executed'],
  ['../database/health-checks.md#code', 'code executed'],
  ['../operations/websocket-lifecycle.md#coming-back-reconnection-logic', 'code executed'],
  ['../operations/websocket-health.md#steps', 'code checked'],
  ['../architecture/decisions/0001-single-entry-point.md#decision', 'described'],
  ['../runbooks/none.md', null],
] as const)('the level of %s is %s', (place, level) => {
  expect(levelOf(place, site, ROOT, harnessTexts(ROOT))).toBe(level)
})
