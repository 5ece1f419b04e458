// @vitest-environment jsdom
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {toMermaid} from './mermaid.ts'

const PLAN = readFileSync(join(import.meta.dirname, '../../../../../docs/plan/action-plan.md'), 'utf8')
const read = (text: string): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now: '2026-11-25T10:00:00Z',
    today: null,
    evidence: null,
  })

interface Task {
  readonly task: string
  readonly section: string
  readonly startTime: Date
  readonly endTime: Date
}

/** The tasks as Mermaid itself reads them. */
async function tasks(text: string): Promise<readonly Task[]> {
  const {default: mermaid} = await import('mermaid')
  mermaid.initialize({startOnLoad: false})
  await mermaid.parse(text)
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text)
  return (diagram.db as unknown as {getTasks(): readonly Task[]}).getTasks()
}
const day = (date: Date): string =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

test('Mermaid reads every item of the action plan with its days', async () => {
  const found = await tasks(toMermaid(read(PLAN)))
  const items = read(PLAN).sections.flatMap((section) => section.items)
  expect(found.length).toBe(22)
  for (const {item, start, finish} of items) {
    const one = found.find(({task}) => task.startsWith(`${item.number} `))
    expect([one && day(one.startTime), one && day(new Date(one.endTime.getTime() - 3_600_000))], item.id).toEqual([start, finish])
  }
})

test('text of the plan steers nothing', async () => {
  const nasty = 'title: a; b # c %% {x} <b>, "d" click'
  const text = PLAN.replaceAll('1.1 Consolidate API Entry Points', `1.1 ${nasty}`)
    .replace('#### 2.1 Credential Management', '#### section Credential Management')
    .replace('#### 2.3 SSL/TLS', '#### 2026-11-23 SSL/TLS')
  const found = await tasks(toMermaid(read(text)))
  expect(found.length).toBe(22)
  expect(new Set(found.map(({section}) => section)).size).toBe(4)
})

test('without dates it counts working days, and says so', async () => {
  const text = toMermaid(read(PLAN.replace('  start: 2026-11-23\n', '  team: 3\n')))
  expect(text).toContain('(working days)')
  const found = await tasks(text)
  const one = found.find(({task}) => task.startsWith('9.1 '))
  expect(one && day(one.startTime)).toBe('2001-01-31')
})
