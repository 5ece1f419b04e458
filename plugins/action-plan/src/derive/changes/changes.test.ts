import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {reversed, type Change} from '../../model/changes.ts'
import {parsePlan} from '../../parse/structure/plan.ts'
import {changes, problemChanges} from './changes.ts'
import {valueText} from '../../view/words/changes.ts'
import {ENGLISH} from '../../view/words/words.ts'

interface Draft {
  readonly sections: readonly {readonly title: string; readonly priority: string; readonly items: readonly ItemDraft[]}[]
}
interface ItemDraft {
  title: string
  days: number
  owner: string
  priority: string | null
  tasks: {text: string; mark: ' ' | 'x' | '-'}[]
}

/** Texts without a word in common, so that likeness has one answer. */
const word = (n: number): string => `w${n}a w${n}b w${n}c w${n}d`

function write({sections}: Draft): string {
  return [
    '# Plan',
    '',
    ...sections.flatMap(({title, priority, items}, s) => [
      `## ${s + 1}. ${title} (${priority})`,
      '',
      ...items.flatMap((item, i) => [
        `### ${s + 1}.${i + 1} ${item.title}${item.priority === null ? '' : ` (${item.priority})`}`,
        '',
        ...item.tasks.map(({text, mark}) => `- [${mark}] ${text}`),
        '',
        `**Timeline**: ${item.days} days`,
        '',
        `**Owner**: @${item.owner}`,
        '',
      ]),
    ]),
  ].join('\n')
}
const plan = (draft: Draft): ReturnType<typeof parsePlan>['plan'] => parsePlan(write(draft)).plan
const copy = (draft: Draft): Draft => structuredClone(draft)

const drafts: fc.Arbitrary<Draft> = fc
  .array(
    fc.record({
      priority: fc.constantFrom('P0', 'P1'),
      items: fc.array(
        fc.record({
          days: fc.integer({min: 1, max: 9}),
          owner: fc.constantFrom('ann', 'bob'),
          priority: fc.constantFrom(null, 'P0', 'P1'),
          marks: fc.array(fc.constantFrom(' ' as const, 'x' as const, '-' as const), {minLength: 3, maxLength: 6}),
        }),
        {minLength: 1, maxLength: 4},
      ),
    }),
    {minLength: 1, maxLength: 4},
  )
  .map((sections) => {
    let next = 0
    return {
      sections: sections.map(({priority, items}) => ({
        title: word(next++),
        priority,
        items: items.map(({days, owner, priority: own, marks}) => ({
          title: word(next++),
          days,
          owner,
          priority: own,
          tasks: marks.map((mark) => ({text: word(next++), mark})),
        })),
      })),
    }
  })

const sorted = (found: readonly Change[]): readonly string[] => found.map((one) => JSON.stringify(one)).sort()
const short = ({kind, of, before, after}: Change): string => `${kind} ${of} ${(after ?? before)?.task ?? (after ?? before)?.title ?? ''}`

test('a plan and itself differ in nothing', {tags: ['slow']}, () => {
  fc.assert(fc.property(drafts, (draft) => void expect(changes(plan(draft), plan(draft))).toEqual([])))
})

test('read backwards, every change is reversed', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(
      drafts,
      drafts,
      (a, b) => void expect(sorted(changes(plan(b), plan(a)))).toEqual(sorted(changes(plan(a), plan(b)).map(reversed))),
    ),
  )
})

test('read backwards, also where many things look alike', {tags: ['slow']}, () => {
  const few = fc.array(
    fc.record({
      title: fc.constantFrom('Tests', 'Docs', 'Tests for docs'),
      tasks: fc.array(fc.constantFrom('write tests', 'write more tests', 'write docs'), {maxLength: 4}),
    }),
    {maxLength: 5},
  )
  const text = few.map(
    (items) =>
      `# P\n\n## Work\n\n${items.map(({title, tasks}) => `### ${title}\n\n${tasks.map((task) => `- [ ] ${task}\n`).join('')}\n`).join('')}`,
  )
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [before, after] = [parsePlan(a).plan, parsePlan(b).plan]
      expect(sorted(changes(after, before))).toEqual(sorted(changes(before, after).map(reversed)))
      expect(changes(before, before)).toEqual([])
    }),
  )
})

type Edit = (draft: Draft, pick: (of: number) => number) => readonly string[]
const itemOf = ({sections}: Draft, pick: (of: number) => number): ItemDraft => {
  const {items} = sections[pick(sections.length)] as Draft['sections'][number]
  return items[pick(items.length)] as ItemDraft
}
/** Each edit and the changes that it must be reported as, no others. */
const EDITS: readonly Edit[] = [
  (draft, pick) => {
    const {tasks} = itemOf(draft, pick)
    const task = tasks[pick(tasks.length)] as ItemDraft['tasks'][number]
    const was = task.mark
    task.mark = was === 'x' ? ' ' : 'x'
    return [`${was === 'x' ? 'unticked' : was === '-' ? 'restored' : 'ticked'} task ${task.text}`]
  },
  (draft, pick) => {
    const {tasks} = itemOf(draft, pick)
    const task = tasks[pick(tasks.length)] as ItemDraft['tasks'][number]
    task.text = `${task.text} reworded`
    return [`reworded task ${task.text}`]
  },
  (draft, pick) => {
    const {tasks} = itemOf(draft, pick)
    tasks.splice(pick(tasks.length + 1), 0, {text: 'quite new', mark: ' '})
    return ['added task quite new']
  },
  (draft, pick) => {
    const {tasks} = itemOf(draft, pick)
    const [gone] = tasks.splice(pick(tasks.length), 1)
    return [`removed task ${gone?.text ?? ''}`]
  },
  (draft, pick) => {
    const item = itemOf(draft, pick)
    item.days += 10
    return [`re-timed item ${item.title}`]
  },
  (draft, pick) => {
    const item = itemOf(draft, pick)
    item.owner = 'cat'
    return [`owner-changed item ${item.title}`]
  },
  (draft, pick) => {
    const item = itemOf(draft, pick)
    item.title = `${item.title} reworded`
    return [`reworded item ${item.title}`]
  },
  (draft, pick) => {
    const section = draft.sections[pick(draft.sections.length)] as Draft['sections'][number]
    const at = pick(section.items.length + 1)
    const later = section.items.slice(at)
    ;(section.items as ItemDraft[]).splice(at, 0, {
      title: 'inserted item here',
      days: 1,
      owner: 'ann',
      priority: null,
      tasks: [{text: 'its task', mark: ' '}],
    })
    return ['added item inserted item here', ...later.map(({title}) => `renumbered item ${title}`)]
  },
]

test('an edit is reported as that edit and no other', {tags: ['slow']}, () => {
  fc.assert(
    fc.property(drafts, fc.nat(EDITS.length - 1), fc.infiniteStream(fc.nat(1000)), (draft, which, numbers) => {
      const edited = copy(draft)
      const expected = (EDITS[which] as Edit)(edited, (of) => (numbers.next().value as number) % of)
      expect(changes(plan(draft), plan(edited)).map(short).sort()).toEqual([...expected].sort())
    }),
    {numRuns: 300},
  )
})

test('several edits at once are all reported', () => {
  const before = parsePlan(
    '## 1. Work (P1)\n\n### 1.1 Alpha thing\n\n- [ ] one\n- [ ] two\n- [x] three\n\n### 1.2 Beta thing\n\n- [ ] four\n- [ ] five\n',
  ).plan
  const after = parsePlan(
    '## 1. Work (P1)\n\n### 1.1 Beta thing (P0)\n\n- [x] four\n- [ ] five\n- [ ] three\n\n### 1.2 Alpha thing\n\n- [-] one\n- [ ] two\n',
  ).plan
  expect(changes(before, after).map((one) => `${short(one)}: ${valueText(ENGLISH, one.from ?? '')} -> ${valueText(ENGLISH, one.to ?? '')}`))
    .toMatchInlineSnapshot(`
    [
      "re-prioritised item Beta thing: P1 -> P0",
      "renumbered item Beta thing: 1.2 -> 1.1",
      "ticked task four: open -> done",
      "moved task three: 1.1 Alpha thing -> 1.1 Beta thing",
      "unticked task three: done -> open",
      "renumbered item Alpha thing: 1.1 -> 1.2",
      "dropped task one: open -> dropped",
    ]
  `)
})

test('an ambiguous match says so', () => {
  const before = parsePlan('## Work\n\n### Tests\n\n- [ ] a b\n\n### Tests\n\n- [ ] c d\n').plan
  const after = parsePlan('## Work\n\n### Tests\n\n- [x] e f\n\n### Tests\n\n- [ ] g h\n').plan
  expect(changes(before, after).filter(({of}) => of === 'item')).toEqual([])
  const one = parsePlan('## 1. Work\n\n### 1.1 Alpha\n\n- [ ] a b\n').plan
  const other = parsePlan('## 1. Work\n\n### 1.1 Omega\n\n- [ ] y z\n').plan
  expect(changes(one, other).filter(({of}) => of === 'item')).toMatchObject([
    {kind: 'reworded', from: 'Alpha', to: 'Omega', doubt: {code: 'same-number-only', facts: {}}},
  ])
  const rivals = changes(
    parsePlan('## W\n\n### Tests\n\n- [ ] x\n').plan,
    parsePlan('## W\n\n### Tests\n\n- [x] x\n\n### Tests\n\n- [x] x\n').plan,
  )
  expect(rivals.find(({kind}) => kind === 'ticked')?.doubt).toEqual({code: 'others-alike', facts: {}})
})

describe('a task that is ticked and reworded in one edit', () => {
  const item = (...tasks: string[]) => parsePlan(`## 1. W\n\n### 1.1 Docs\n\n${tasks.map((task) => `- ${task}\n`).join('')}`).plan
  const told = (before: readonly string[], after: readonly string[]): string[] =>
    changes(item(...before), item(...after)).map(({kind, doubt}) => `${kind} ${doubt?.code ?? 'certain'}`)

  test('is done, where its beginning is the same', () =>
    expect(told(['[ ] Slides (20-30 min)', '[ ] Load test'], ['[x] Slides (12 pages, checked)', '[ ] Load test'])).toEqual([
      'reworded same-beginning',
      'ticked same-beginning',
    ]))
  test('is another one, where fewer words are the same; that is said', () =>
    expect(
      told(
        ['[ ] a', '[ ] Write the load test for the order book', '[ ] b'],
        ['[ ] a', '[x] Load test runs nightly against staging, 2 min', '[ ] b'],
      ),
    ).toEqual(['added maybe-reworded', 'removed maybe-reworded']))
  test('keeps two of five words, or is spelled another way', () => {
    for (const [before, after] of [
      ['Write load test for orders', 'Nightly load test runs'],
      ['Sparklines', 'Spark-lines'],
    ])
      expect(told(['[ ] a', `[ ] ${before}`, '[ ] b'], ['[ ] a', `[x] ${after}`, '[ ] b'])).toEqual([
        'reworded same-place',
        'ticked same-place',
      ])
  })
  test('is another one, where nothing but the place is the same; that is said', () => {
    const found = changes(item('[ ] a', '[ ] Buy a domain', '[ ] b'), item('[ ] a', '[x] Nightly load test runs', '[ ] b'))
    expect(found.map(({kind, doubt}) => [kind, doubt])).toEqual([
      ['added', {code: 'maybe-reworded', facts: {text: 'Buy a domain'}}],
      ['removed', {code: 'maybe-reworded', facts: {text: 'Nightly load test runs'}}],
    ])
  })
  test('is another one without a word, where several came', () =>
    expect(told(['[ ] a', '[ ] Buy a domain'], ['[ ] a', '[x] Nightly load test runs', '[ ] c', '[ ] d']).sort()).toEqual([
      'added certain',
      'added certain',
      'added certain',
      'removed certain',
    ]))
  test('is not recognised by its topic', () =>
    expect(told(['[ ] core: two words'], ['[x] core: something else at last'])).toEqual(['added maybe-reworded', 'removed maybe-reworded']))
  test('is not recognised by a beginning that another one has too', () =>
    expect(told(['[ ] Tests: unit', '[ ] Tests: browser'], ['[x] Tests: nothing left', '[ ] Docs'])).not.toContain('ticked same-beginning'))
})

test('a phase that an item left is a move; renaming the phase is not', () => {
  const text = (schedule: string): string =>
    `## 1. Work (P1)\n\n### 1.1 Credential vault\n\n- [ ] a\n\n### 1.2 Parser speed\n\n- [ ] b\n\n## Implementation Schedule\n\n${schedule}`
  const before = parsePlan(text('### Week 1 (First)\n- Credential vault\n- Parser speed\n\n### Week 2 (Second)\n- none\n')).plan
  const after = parsePlan(text('### Week 1 (Start)\n- Credential vault\n\n### Week 2 (Second)\n- Parser speed\n')).plan
  expect(changes(before, after).filter(({kind}) => kind === 'moved')).toMatchObject([
    {of: 'item', after: {title: 'Parser speed'}, from: 'Week 1 (First)', to: 'Week 2 (Second)'},
  ])
})

test('problems are matched by their words, not by their lines', () => {
  const [a, b] = [parsePlan('- [ ] a\n- [~] b\n'), parsePlan('\n\n- [ ] a\n- [~] b\n- [?] c\n')]
  expect(problemChanges(a.problems, a.problems)).toEqual([])
  expect(problemChanges(a.problems, b.problems).map(({kind, to}) => [kind, to])).toEqual([['new-problem', 'warning']])
  expect(sorted(problemChanges(b.problems, a.problems))).toEqual(sorted(problemChanges(a.problems, b.problems).map(reversed)))
})

const items = (...parts: readonly string[]): string => `## 1. Work\n\n${parts.map((part) => `### ${part}\n\n- [ ] do\n`).join('\n')}`
const told = (before: string, after: string): readonly string[] =>
  changes(parsePlan(before).plan, parsePlan(after).plan).map(
    ({kind, of, from, to}) => `${kind} ${of}: ${valueText(ENGLISH, from)} → ${valueText(ENGLISH, to)}`,
  )

test('a dependency is the item that it means, whatever its number is', () => {
  const before = items('1.1 Prepare hosts', '1.2 Build images\n\n**Depends on**: 1.1')
  // Another item takes the first place: who follows with the number changes nothing, who does not waits for another.
  expect(told(before, items('1.1 Order racks', '1.2 Prepare hosts', '1.3 Build images\n\n**Depends on**: 1.2'))).not.toContainEqual(
    expect.stringContaining('dependency'),
  )
  expect(told(before, items('1.1 Order racks', '1.2 Prepare hosts', '1.3 Build images\n\n**Depends on**: 1.1'))).toContain(
    'dependency-changed item: 1.1 Prepare hosts → 1.1 Order racks',
  )
  expect(told(before, items('1.1 Prepare hosts', '1.2 Build images'))).toEqual(['dependency-changed item: 1.1 → none'])
})

test('what moves every date is told: days off, days of work, the time zone, deadlines', () => {
  const set = (settings: string, within = '1 week'): string =>
    `---\nplan: {start: 2026-11-02${settings}}\n---\n\n## Priorities\n\n- **P0**: Outage - Within ${within}\n\n${items('1.1 A')}`
  expect(told(set(''), set(', holidays: [2026-11-03]', '12 weeks'))).toEqual([
    're-timed plan: none → holidays 2026-11-03',
    're-timed plan: P0 Within 1 week → P0 Within 12 weeks',
  ])
  expect(told(set(''), set(', workingDays: [mon, tue], timeZone: Asia/Tokyo'))).toEqual([
    're-timed plan: working days mon, tue, wed, thu, fri → working days mon, tue',
    're-timed plan: time zone UTC → time zone Asia/Tokyo',
  ])
})

test('of items with the same title, each is compared with that of its own section', () => {
  const sprint = (n: number, test: string, deploy: string): string =>
    `## Sprint ${n}\n\n### Backend\n\n- [${test}] test\n- [${deploy}] deploy\n\n`
  const found = told(`# P\n\n${sprint(1, 'x', 'x')}${sprint(2, ' ', ' ')}`, `# P\n\n${sprint(2, 'x', ' ')}`)
  expect(found).toContain('ticked task: open → done')
  expect(found.filter((line) => line.startsWith('unticked') || line.startsWith('moved'))).toEqual([])
})

/** Sections, each with its items, each with its tasks. A text instead of items stands right under the heading. */
type Outline = Readonly<Record<string, string | Readonly<Record<string, string>>>>
const boxes = (tasks: string): string => tasks.replace(/^/gm, '- [ ] ')
const outline = (sections: Outline, head = '# P'): string =>
  [
    head,
    ...Object.entries(sections).flatMap(([title, items]) => [
      `## ${title}`,
      ...(typeof items === 'string' ? [boxes(items)] : Object.entries(items).flatMap(([item, tasks]) => [`### ${item}`, boxes(tasks)])),
    ]),
  ].join('\n\n')
const toldOf = (before: string, after: string): readonly string[] =>
  changes(parsePlan(before).plan, parsePlan(after).plan)
    .map(({kind, of, before, after}) => `${of} ${kind}: ${(before ?? after)?.task ?? (before ?? after)?.title}`)
    .sort()

describe('an item in another section', () => {
  const rest = {'Old names': 'rename the rest', Docs: 'write the guide'}
  const before = outline({Checks: {...rest, 'Criteria of phase A': 'clean code\nold names gone'}, Work: {Backend: 'write it'}})

  test.each([
    ['neither title nor a task in common', 'Criteria of the validation', 'tests pass', false],
    ['half of the tasks in common', 'Criteria of the validation', 'clean code', true],
    ['a title that nothing else has', 'Criteria of phase A', 'tests pass', true],
  ])('with %s: %s with "%s"', (_, title, task, isMove) => {
    const after = outline({Checks: rest, Work: {Backend: 'write it', [title]: `${task}\nnames are plain`}})
    const found = toldOf(before, after)
    expect(found.includes('item moved: Criteria of phase A')).toBe(isMove)
    expect(found.includes('item removed: Criteria of phase A') && found.includes(`item added: ${title}`)).toBe(!isMove)
  })

  test('is another one where each section has an item of that name', () => {
    const part = (word: string): Readonly<Record<string, string>> => ({Tests: `test ${word}`, [`Build ${word}`]: `make ${word}`})
    const four = outline({One: part('lamps'), Two: part('doors'), Three: part('roofs')})
    const {Tests: _, ...untested} = part('lamps')
    const later = outline({One: untested, Two: part('doors'), Three: part('roofs'), Four: part('lawns')})
    expect(toldOf(four, later).filter((line) => line.startsWith('item moved:'))).toEqual([])
  })

  test('is another one where it has some of the many tasks that went', () => {
    const many = Array.from({length: 8}, (_, n) => `check part ${n} of the ${word(n)}`)
    const two = outline({Checks: many.join('\n'), Work: {Backend: 'write it'}})
    const later = outline({Work: {Backend: 'write it', Coverage: many.slice(0, 3).join('\n')}})
    const found = toldOf(two, later)
    expect(found.filter((line) => line.startsWith('task moved'))).toHaveLength(3)
    expect(found).toContain('item removed: Checks')
    expect(found).toContain('item added: Coverage')
  })
})

describe('sections with the same title', () => {
  const [first, second] = ['sort the shelves\npaint the door\nmend the lamp', 'sweep the yard\nwash the car']
  const done = (tasks: string): string => `## Done\n\n${boxes(tasks)}\n`

  test('are recognised by their tasks, where another one came before them', () =>
    expect(toldOf(`# P\n\n${done(first)}\n${done(second)}`, `# P\n\n${done('buy milk')}\n${done(first)}\n${done(second)}`)).toEqual([
      'item added: Done',
      'section added: Done',
    ]))

  test('are no two phases for the items in them', () => {
    const sprint = (tasks: string): string => `## Sprint 12\n\n${boxes(tasks)}\n`
    const found = toldOf(`# P\n\n${sprint(first)}\n${sprint(second)}`, `# P\n\n${sprint('buy milk')}\n${sprint(first)}\n${sprint(second)}`)
    expect(found.filter((line) => line.includes(' moved:'))).toEqual([])
  })
})

describe('headings that change around their tasks', () => {
  test('a section that gets another title keeps its tasks, and its items', () => {
    const before = outline({Backends: {Web: 'draw it', Native: 'ship it'}, Docs: 'write the guide'})
    const after = outline({Integrations: {Web: 'draw it', Native: 'ship it', Other: 'ask'}, Docs: 'write the guide'})
    expect(toldOf(before, after)).toEqual(['item added: Other', 'section reworded: Backends'])
    expect(toldOf(outline({Other: 'draw it\nship it\nask'}), outline({Misc: 'draw it\nship it'}))).toEqual([
      'item reworded: Other',
      'section reworded: Other',
      'task removed: ask',
    ])
  })

  test('a section that becomes an item of another one has moved, and the other one is new', () => {
    const before = outline({'Logs (optional)': 'write logs\nkeep logs', Docs: {Guide: 'write the guide'}})
    const after = outline({'To do': {Logs: 'write logs\nkeep logs'}, Docs: {Guide: 'write the guide'}})
    expect(toldOf(before, after)).toEqual([
      'item moved: Logs (optional)',
      'item reworded: Logs (optional)',
      'section added: To do',
      'section removed: Logs (optional)',
    ])
  })

  test('a move to a section that is a phase is told once', () => {
    const before = outline({Work: {Shelves: 'sort them', Doors: 'paint them'}, 'Sprint 3': {Lamps: 'mend them'}})
    const after = outline({Work: {Shelves: 'sort them'}, 'Sprint 3': {Lamps: 'mend them', Doors: 'paint them'}})
    expect(toldOf(before, after)).toEqual(['item moved: Doors'])
  })

  test('another heading that is no title of the plan any more moves nothing', () => {
    const [work, done] = ['## Web\n\n- [ ] draw it\n\n## Docs\n\n- [ ] write the guide', '- [x] ask']
    const before = `# TODO\n\n- [ ] buy milk\n\n${work}\n\n# Done\n\n${done}\n`
    const after = `# TODO\n\n- [ ] buy milk\n\n${work}\n\n## Done\n\n${done}\n`
    expect(toldOf(before, after).filter((line) => line.includes(' moved:'))).toEqual([])
    expect(toldOf(after, before).filter((line) => line.includes(' moved:'))).toEqual([])
  })
})

describe('tasks with one word in common', () => {
  const list = (...tasks: readonly string[]): string => outline({Work: tasks.join('\n')})

  test('are two, where a task stands elsewhere', () =>
    expect(
      toldOf(list('Build script', 'Write it', 'Test the rest'), list('Buy stuff', 'Order the parts', 'Build lamp', 'Test the rest')),
    ).not.toContain('task reworded: Build script'))
  test('are one, where each stands exactly where the other stood', () =>
    expect(toldOf(list('Invite', 'Kick', 'Leave'), list('Invite', 'Kick/Ban/Unban', 'Leave'))).toEqual(['task reworded: Kick']))
  test('come after the task that has the same beginning', () =>
    expect(
      toldOf(list('Read receipts', 'Typing'), list('Read receipts (only the last message is marked)', 'Delivery receipts', 'Typing')),
    ).toEqual(['task added: Delivery receipts', 'task reworded: Read receipts']))
})
