import {readFileSync} from 'node:fs'
import {afterEach, describe, expect, test, vi} from 'vitest'
import {statusOn} from '../../live/status.ts'
import type {Report} from '../../model/report.ts'
import {report} from '../../report.ts'
import {axis, type Axis} from './axis.ts'
import {toStatus} from '../files/status.ts'
import {dateSpanText, dayText} from './position.ts'
import {summaryOf} from '../../live/summary.ts'
import {smallTimeline} from './small.ts'
import {arrowsOf, choiceOf, queryOf, ROW, sentenceOf, timeline, timelineStatus, type Choice, type Timeline} from './timeline.ts'
import {ENGLISH, wordsIn} from '../words/words.ts'

/** English as pages write it. */
const PAGE = wordsIn((_, english) => english)
const read = (text: string, now = '2026-11-25T10:00:00Z'): Report =>
  report({
    text,
    source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
    baseline: null,
    now,
    today: null,
    evidence: null,
  })
const PLAN = readFileSync(new URL('../../../../../docs/plan/action-plan.md', import.meta.url), 'utf8')
const UNDATED = PLAN.replace('  start: 2026-11-23\n', '  workingDays: [mon, tue, wed, thu]\n')
const drawn = (made: Report, change: Partial<Choice> = {}): {readonly drawing: Timeline; readonly axis: Axis} => {
  const own = axis(made)
  return {axis: own, drawing: timeline(PAGE, toStatus(made, null), own, {...choiceOf(new URLSearchParams(), own), ...change})}
}
const row = ({rows}: Timeline, id: string) => {
  const found = rows.find(({item}) => item?.id === id)
  if (found === undefined) throw new Error(`no row of ${id}`)
  return found
}

afterEach(() => vi.unstubAllEnvs())

describe('the axis', () => {
  test('has the same ticks wherever it is computed', () => {
    vi.stubEnv('TZ', 'Pacific/Auckland')
    const east = axis(read(PLAN))
    vi.stubEnv('TZ', 'America/Los_Angeles')
    expect(axis(read(PLAN))).toEqual(east)
  })

  test('with a start it counts calendar days and shows weeks and dates', () => {
    const own = axis(read(PLAN))
    expect([own.origin, own.span, own.week, own.workingDays]).toEqual(['2026-11-23', 56, 7, 5])
    const weeks = own.zooms.find(({id}) => id === 'weeks')
    expect(weeks?.weeks.map(({at, week}) => `${at} Week ${week ?? ''}`)).toEqual([
      '0 Week 1',
      '7 Week 2',
      '14 Week 3',
      '21 Week 4',
      '28 Week 5',
      '35 Week 6',
      '42 Week 7',
      '49 Week 8',
    ])
    expect(weeks?.dates.map(({date}) => date)).toEqual(
      ['11-23', '11-30', '12-07', '12-14', '12-21', '12-28'].map((day) => `2026-${day}`).concat('2027-01-04', '2027-01-11'),
    )
    expect(own.zooms.find(({id}) => id === 'months')?.dates).toEqual(
      [
        {at: 0, date: null},
        {at: 8, date: '2026-12-01'},
        {at: 39, date: '2027-01-01'},
      ].slice(1),
    )
    expect(own.zooms.find(({id}) => id === 'quarters')?.dates.map(({at}) => at)).toEqual([0, 39])
    expect(own.off.slice(0, 2)).toEqual([
      {at: 5, size: 2},
      {at: 12, size: 2},
    ])
  })

  test('without a start it counts the weeks of the calendar of the plan, and shows no dates', () => {
    const own = axis(read(UNDATED))
    expect([own.origin, own.span, own.week]).toEqual([null, 36, 4])
    expect(own.zooms.flatMap(({dates}) => dates)).toEqual([])
    expect(own.zooms.find(({id}) => id === 'weeks')?.weeks.at(-1)).toEqual({at: 32, week: 9})
  })

  test('nothing with a place in time gives an axis of no length', () => {
    expect(axis(read('# Plan\n- [ ] a\n')).span).toBe(0)
    // The second item, which states no duration, is on the first day of the second week.
    expect(
      axis(read('# Plan\n## 1. S\n### 1.1 A\n- [ ] a\n\n**Timeline**: 5 days\n\n### 1.2 B\n- [ ] b\n\n**Depends on**: 1.1\n')).span,
    ).toBe(10)
    expect(axis(read('')).zooms).toEqual([])
  })

  test('a due date in another age stays out of the drawing, which keeps its scale', () => {
    const due = (date: string): string =>
      `---\nplan: {start: 2026-11-23}\n---\n# P\n## 1. A\n### 1.1 B\n- [ ] c\n\n**Timeline**: 2 days\n\n**Due**: ${date}\n`
    expect(['2026-12-31', '9000-01-01', '1900-01-01'].map((date) => axis(read(due(date))).span)).toEqual([42, 7, 7])
    expect(row(drawn(read(due('2026-11-25'))).drawing, '1.1').bar?.due).toBeGreaterThan(0)
    expect(row(drawn(read(due('9000-01-01'))).drawing, '1.1').bar?.due).toBeNull()
  })

  test('a phase centuries away gives few ticks and a drawing of bounded width', () => {
    const own = axis(read('---\nplan: {start: 2026-11-23}\n---\n# P\n## Q1 2027\n- [ ] a\n\n## Q1 2400\n- [ ] b\n'))
    expect(own.zooms.map(({id}) => id)).toEqual(['quarters'])
    for (const {dates, weeks, pixels} of own.zooms) {
      expect(dates.length + weeks.length).toBeLessThan(1500)
      expect(pixels * own.span).toBeLessThan(40_000)
    }
  })
})

describe('the drawing', () => {
  test('a bar spans its days, weekends between them too, and is filled by its tasks', () => {
    const {drawing} = drawn(read(PLAN), {zoom: 'weeks'})
    expect(row(drawing, '1.2').bar).toEqual({
      x: 98,
      width: 42,
      filled: 31.5,
      critical: false,
      due: null,
      overdue: null,
      planned: null,
      projected: null,
    })
    expect(row(drawing, '4.2').bar).toMatchObject({x: 98, width: 168})
  })

  test('what is left of late work stands from today on, and what waits for it behind; done work and work in time have no such bar', () => {
    const plan = (title: string, start = '2026-11-23'): string => `---
plan: {start: ${start}}
---
# P
## 1. S
### 1.1 Late
- [x] a
- [ ] b

**Timeline**: 4 days

### 1.2 ${title}
- [ ] a

**Timeline**: 2 days

**Depends on**: 1.1

### 1.3 Done
- [x] a

**Timeline**: 1 day

### 1.4 Long
- [ ] a

**Timeline**: 20 days
`
    const {drawing, axis: own} = drawn(read(plan('Waits'), '2026-12-01T10:00:00Z'), {zoom: 'weeks'})
    const scale = own.zooms.find(({id}) => id === 'weeks')?.pixels ?? 0
    // Half of four days from 1 December on, then two days.
    expect(row(drawing, '1.1').bar?.projected).toEqual({x: 8 * scale, width: 2 * scale})
    expect(row(drawing, '1.2').bar?.projected).toEqual({x: 10 * scale, width: 2 * scale})
    expect(row(drawing, '1.3').bar?.projected).toBeNull()
    expect(drawing.signs).toEqual(['item', 'overdue', 'projected'])
    // All of it is in the drawing, and nothing is named in its key that is not.
    expect((row(drawing, '1.4').bar?.projected?.width ?? 0) + (row(drawing, '1.4').bar?.projected?.x ?? 0)).toBeLessThanOrEqual(
      own.span * scale,
    )
    expect(drawn(read(plan('Waits'), '2026-11-23T10:00:00Z')).drawing.signs).toEqual(['item'])
  })

  test('another team or start may project far beyond the drawing: bars end at its edge', () => {
    const own = axis(read(PLAN))
    const status = toStatus(read(PLAN), null)
    const with_ = (projected: {readonly start: string; readonly end: string}): Timeline =>
      timeline(
        PAGE,
        {...status, sections: status.sections.map((section) => ({...section, items: section.items.map((item) => ({...item, projected}))}))},
        own,
        choiceOf(new URLSearchParams('zoom=weeks'), own),
      )
    const edge = with_({start: '2027-01-14', end: '2027-06-01'})
    expect(row(edge, '1.2').bar?.projected).toEqual({x: 52 * 14, width: 4 * 14})
    expect(row(edge, '1.2').note).toBe('→ 3/4 → 1 Jun 2027')
    const far = with_({start: '2031-01-01', end: '2031-06-01'})
    expect([row(far, '1.2').bar?.projected, row(far, '1.2').note]).toEqual([null, '→ 3/4 → 1 Jun 2031'])
  })

  test('every item stands in one row of each grouping, rows follow each other, and heads carry the sums', () => {
    for (const group of ['phase', 'section', 'priority', 'owner'] as const) {
      const {drawing} = drawn(read(PLAN), {group})
      expect(drawing.rows.map(({y}) => y)).toEqual(drawing.rows.map((_, index) => index * ROW))
      expect(new Set(drawing.rows.flatMap(({item}) => item?.id ?? [])).size).toBe(22)
      const heads = drawing.rows.filter(({item}) => item === null).map(({note}) => note.split('/').map(Number))
      expect([heads.reduce((sum, [done = 0]) => sum + done, 0), heads.reduce((sum, [, tasks = 0]) => sum + tasks, 0)]).toEqual([15, 88])
    }
    expect(drawn(read(PLAN), {group: 'owner'}).drawing.rows[0]?.label).toBe('Unassigned')
  })

  test('an item with two owners stands under both', () => {
    const {drawing} = drawn(
      read(
        PLAN.replace('**Timeline**: 3 weeks', '').replace('#### 9.1 Code Profiling\n', '#### 9.1 Code Profiling\n**Owner**: @ben, @ann\n'),
      ),
      {group: 'owner'},
    )
    expect(drawing.rows.filter(({item}) => item?.id === '9.1').map(({key}) => key)).toEqual(['ann 9.1', 'ben 9.1'])
  })

  test('the filter seeks every word in number, title, priority, owner, phase and section, and health as it is today', () => {
    const {drawing} = drawn(read(PLAN), {text: 'SECURITY p0'})
    expect(drawing.rows.flatMap(({item}) => item?.id ?? [])).toEqual(['2.1', '2.2', '2.3'])
    expect(drawn(read(PLAN), {text: 'no such thing'}).drawing).toMatchObject({items: 0, rows: []})
    const own = axis(read(PLAN))
    const later = statusOn(toStatus(read(PLAN), null), '2027-03-01')
    expect(timeline(PAGE, later, own, {...choiceOf(new URLSearchParams('health=late'), own)}).items).toBe(21)
  })

  test("today's line is in the middle of the day, moves with it, and is gone outside the axis", () => {
    const made = read(PLAN)
    const own = axis(made)
    const on = (today: string): number | null =>
      timeline(PAGE, statusOn(toStatus(made, null), today), own, choiceOf(new URLSearchParams('zoom=weeks'), own)).today
    expect([on('2026-11-25'), on('2026-12-01'), on('2026-11-22'), on('2027-02-01')]).toEqual([35, 119, null, null])
    expect(drawn(read(UNDATED)).drawing.today).toBeNull()
  })

  test('deadlines of priorities end where the legend says', () => {
    const {drawing} = drawn(read(PLAN), {zoom: 'weeks'})
    expect(drawing.deadlines).toEqual([
      {x: 14, label: 'P0'},
      {x: 70, label: 'P1'},
      {x: 26 * 14, label: 'P2'},
    ])
    expect(drawn(read(UNDATED), {zoom: 'weeks'}).drawing.deadlines.map(({label}) => label)).toEqual(['P0', 'P1', 'P2'])
  })

  test('arrows of an item lead from the end of a bar to the start of the one that waits, and only its own are drawn', () => {
    const text = PLAN.replace('#### 2.2 API Security\n', '#### 2.2 API Security\n**Depends on**: 2.1\n').replace(
      '#### 9.2 Resource Monitoring\n',
      '#### 9.2 Resource Monitoring\n**Depends on**: 9.1\n',
    )
    const {drawing} = drawn(read(text), {zoom: 'weeks'})
    const start = row(drawing, '9.2')
    const second = row(drawing, '2.2')
    expect(arrowsOf('9.2', drawing.rows)).toContain(`L${start.bar?.x} ${start.y + 14}`)
    expect(arrowsOf('2.1', drawing.rows)).toContain(`L${second.bar?.x} ${second.y + 14}`)
    expect(arrowsOf('2.1', drawing.rows)).not.toContain(`L${start.bar?.x} ${start.y + 14}`)
    expect(arrowsOf('1.1', drawing.rows)).toBe('')
  })

  test('what is late reaches from its end to today', () => {
    const {drawing} = drawn(read(PLAN), {zoom: 'weeks'})
    const late = drawing.rows.filter(({item}) => item?.health === 'late')
    for (const {bar} of late) expect((bar?.overdue?.x ?? 0) + (bar?.overdue?.width ?? 0)).toBe(drawing.today)
    for (const {item, bar} of drawing.rows) if (item !== null && item.health !== 'late') expect(bar?.overdue ?? null).toBeNull()
  })

  test('phases that overlap take lanes of their own', () => {
    const {drawing} = drawn(read(PLAN.replace('### Week 2-3', '### Week 1-3')))
    expect(drawing.bands.map(({lane}) => lane)).toEqual([0, 1, 0, 0])
  })

  test('a due date is a flag at the end of its day, an item without duration a milestone', () => {
    const {drawing} = drawn(
      read(
        PLAN.replace('#### 2.2 API Security\n', '#### 2.2 API Security\n**Due**: 2026-12-04\n').replace(
          /(#### 2\.3[\s\S]*?)\*\*Timeline\*\*: 3 days/,
          '$1',
        ),
      ),
      {zoom: 'weeks'},
    )
    expect(row(drawing, '2.2').bar?.due).toBe(12 * 14)
    expect(row(drawing, '2.3').bar?.width).toBe(0)
  })
})

test('what a bar says is its dates with weeks, its tasks and its health', () => {
  const made = read(PLAN)
  const item = toStatus(made, null).sections[1]?.items[0]
  if (item === undefined) throw new Error('no item')
  expect(sentenceOf(ENGLISH, item, axis(made))).toBe(
    '2.1 Credential Management: 2026-11-23 (week 1) to 2026-11-27 (week 1); 0/4 tasks; at risk; projected to end on 2026-12-01',
  )
  expect(dayText(ENGLISH, 9, axis(read(UNDATED)))).toBe('week 3, day 2')
  expect(dateSpanText(ENGLISH, {start: null, finish: null, earlyStart: null, earlyFinish: null}, axis(made))).toBe('no dates')
})

test('the choice goes into the address and comes back; what nobody offers is not taken', () => {
  const own = axis(read(PLAN))
  const choice: Choice = {group: 'owner', zoom: 'quarters', text: 'api & more', health: 'late'}
  expect(choiceOf(new URLSearchParams(queryOf(choice, own)), own)).toEqual(choice)
  expect(queryOf(choiceOf(new URLSearchParams(), own), own)).toBe('')
  expect(choiceOf(new URLSearchParams('group=colour&zoom=years&health=fine'), own)).toEqual(choiceOf(new URLSearchParams(), own))
})

test('another team or start can be supposed while something is left whose length is known', () => {
  const item = (mark: string, field = '**Timeline**: 3 days'): string => `# P\n\n## 1. A\n\n### 1.1 B\n\n- [${mark}] c\n\n${field}\n`
  expect(axis(read(item(' '))).projection).toEqual({
    start: null,
    workingDays: ['mon', 'tue', 'wed', 'thu', 'fri'],
    holidays: [],
    team: null,
    phases: [],
    scheduled: false,
  })
  expect([item('x'), item('-'), item(' ', ''), '# P\n'].map((text) => axis(read(text)).projection)).toEqual([null, null, null, null])
  expect(axis(read(PLAN)).projection).toMatchObject({
    scheduled: true,
    phases: [{id: 'week-1', period: {unit: 'week', from: 1, to: 1}}, {}, {}, {}],
  })
})

test('a page carries no text of tasks', () => {
  const status = timelineStatus(toStatus(read(PLAN), null))
  expect(JSON.stringify(status)).not.toContain('HashiCorp')
  expect(status.sections[1]?.items[0]).toMatchObject({tasksTotal: 4, done: 0, tasks: []})
})

/** As a page draws it that knows no more of the plan than every page does. */
function strip(text: string): ReturnType<typeof smallTimeline> {
  const {phases, items, statusDate} = summaryOf(toStatus(read(text), null))
  return smallTimeline(phases, items, statusDate)
}

test('the small timeline has the phases in percent of the whole, by dates or by working days', () => {
  const small = strip(PLAN)
  expect(small?.phases.map(({id, left, width, done, tasks}) => [id, left, width, done, tasks])).toEqual([
    ['week-1', 0, 9.26, 1, 19],
    ['week-2-3', 12.96, 22.22, 14, 32],
    ['week-4-6', 38.89, 35.19, 0, 29],
    ['week-7-8', 77.78, 22.22, 0, 8],
  ])
  expect([small?.first, small?.last, small?.today]).toEqual(['2026-11-23', '2027-01-15', 4.63])
  expect(strip(UNDATED)).toMatchObject({first: 1, last: 32, today: null})
  expect(strip('# Plan\n- [ ] a\n')).toBeNull()
})

test('of many phases the small timeline has six, from the one before the first that is open; the scale is that of all', () => {
  const at = (done: number): unknown => {
    const items = Array.from({length: 12}, (_, n) => `### 1.${n + 1} I${n + 1}\n\n- [${n < done ? 'x' : ' '}] a\n`)
    const weeks = Array.from({length: 12}, (_, n) => `### Week ${n + 1}\n\n- 1.${n + 1}\n`)
    const found = strip(`# Plan\n\n## 1. All\n\n${items.join('\n')}\n## Implementation Schedule\n\n${weeks.join('\n')}`)
    return [found?.phases.map(({id}) => id), found?.last]
  }
  const weeks = (...all: readonly number[]): readonly string[] => all.map((week) => `week-${week}`)
  expect(at(0)).toEqual([weeks(1, 2, 3, 4, 5, 6), 60])
  expect(at(4)).toEqual([weeks(4, 5, 6, 7, 8, 9), 60])
  expect(at(12)).toEqual([weeks(7, 8, 9, 10, 11, 12), 60])
})
