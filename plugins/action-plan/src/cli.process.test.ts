import {spawnSync} from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {main} from './cli.ts'

const PLAN = `---
plan:
  start: 2026-11-23
---
# Plan

## Priority Levels
- **P0 (Critical)**: now - Immediate action required
- **P1 (High)**: soon - Within 4 weeks

## 1. Security (P0)

### 1.1 Keys
**Issue**: a key in "main.py", and more
- [x] =HYPERLINK("http://example.com")
- [ ] Rotate, then check
**Timeline**: 2 days

### 1.2 Doors (P1)
- [ ] Close
**Timeline**: 1 week
**Depends on**: 1.1
`

let folder = ''
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'action-plan-')))
  writeFileSync(join(folder, 'package.json'), '{"actionPlan": {"plan": "plan.md"}}')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return name
}
const get = (name: string): string => readFileSync(join(folder, name), 'utf8')

async function run(...args: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '1.2.3', {
    cwd: folder,
    now: '2026-11-24T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text.replaceAll(folder, '<folder>')),
  })
  return {exit, out, err}
}

describe('what cannot be read', () => {
  test.each([
    [
      'a missing file',
      ['status', 'none.md'],
      '<folder>/none.md: cannot be read: no such file. Name the plan\'s file, or set "actionPlan": {"plan": "…"} in package.json.\n',
    ],
    [
      'a folder',
      ['status', '.'],
      '<folder>: cannot be read: it is a directory, expected a Markdown file. Name the plan\'s file, or set "actionPlan": {"plan": "…"} in package.json.\n',
    ],
    [
      'a path through a file',
      ['check', 'package.json/plan.md'],
      '<folder>/package.json/plan.md: cannot be read: a part of its path is not a directory. Name the plan\'s file, or set "actionPlan": {"plan": "…"} in package.json.\n',
    ],
    [
      'a missing default',
      ['export'],
      '<folder>/plan.md: cannot be read: no such file. Name the plan\'s file, or set "actionPlan": {"plan": "…"} in package.json.\n',
    ],
  ])('%s is exit status 2 with a message and no output', async (_, args, err) => {
    expect(await run(...args)).toEqual({exit: 2, out: '', err})
  })

  test.each([
    [['stauts'], "error: unknown command 'stauts'"],
    [['status', '--format', 'xml'], "option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, markdown."],
    [['status', '--today', '2026-02-30'], 'Expected a date that exists, from 1900 to 9998, such as 2026-11-23.'],
    [['badge'], "required option '--of <id>' not specified"],
    [['build'], "required option '--out <dir>' not specified"],
    [['tick'], "missing required argument 'target'"],
    [['status', 'plan.md', 'other.md'], 'too many arguments'],
  ])('wrong usage %j is exit status 2', async (args, message) => {
    put('plan.md', PLAN)
    const {exit, out, err} = await run(...args)
    expect({exit, out}).toEqual({exit: 2, out: ''})
    expect(err).toContain(message)
  })

  test('help and version are exit status 0', async () => {
    expect(await run('--version')).toEqual({exit: 0, out: '1.2.3\n', err: ''})
    const {exit, out} = await run('check', '--help')
    expect(exit).toBe(0)
    expect(out).toContain('Example:\n  action-plan check --strict docs/plan/*.md')
  })
})

describe('check', () => {
  const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))
  test.each([
    ['fine', '# P\n- [ ] a\n', 0, '0 errors, 0 warnings, 0 notes'],
    [
      'empty',
      '',
      1,
      'plan.md:1:1 error text/empty: the file is empty, expected a plan. Fix: write a heading and a list of tasks: "- [ ] text"',
    ],
    [
      'invalid UTF-8',
      bytes('# P\n- [ ] a ', 0xff, '\n'),
      1,
      'plan.md:2:9 error text/invalid-utf-8: these bytes are not UTF-8; they are shown as U+FFFD. Fix: write the character again and save the file as UTF-8',
    ],
    [
      'a cut character at the end, behind a byte-order mark',
      bytes(0xef, 0xbb, 0xbf, '# P\r\n- [ ] é', 0xe2, 0x82),
      1,
      'plan.md:2:8 error text/invalid-utf-8: these bytes are not UTF-8; they are shown as U+FFFD. Fix: write the character again and save the file as UTF-8',
    ],
    [
      'U+FFFD in valid UTF-8',
      '# P\n- [ ] a \uFFFD\n',
      0,
      'plan.md:2:9 warning text/replacement-character: U+FFFD stands for a character that was lost when the text was converted; the file is valid UTF-8. Fix: write the character that belongs here',
    ],
    [
      'NUL',
      '# P\n- [ ] a\u0000\n',
      1,
      'plan.md:2:8 error text/nul: unexpected NUL character, expected text. Fix: delete the character; save the file as UTF-8 text',
    ],
    [
      'an unclosed fence',
      '# P\n- [ ] a\n\n```\n- [ ] b\n',
      1,
      'plan.md:4:1 error markdown/unclosed-fence: this code fence is never closed, so everything after it is code. Fix: close it with a line of the same fence',
    ],
    [
      'unclosed front matter',
      '---\nplan:\n# P\n- [ ] a\n',
      1,
      'plan.md:1:1 error markdown/unclosed-front-matter: the front matter is never closed, so the whole file is front matter. Fix: write "---" on its own line after the settings',
    ],
    [
      'a duplicate number',
      '# P\n## 1. S\n### 1.1 A\n- [ ] a\n### 1.1 B\n- [ ] b\n',
      1,
      'plan.md:5:1 error item/duplicate-number: a second item 1.1: the first is on line 3, and this one is called 1.1~2. Fix: give it its own number',
    ],
    [
      'an unknown priority',
      '# P\n## 1. S\n### 1.1 A (P9)\n- [ ] a\n',
      1,
      'plan.md:3:1 error priority/unknown: unexpected priority "P9", expected one of P0, P1, P2, P3, P4. Fix: use a priority of the legend, or add this one to it',
    ],
    [
      'an unreadable timeline',
      '# P\n## 1. S\n### 1.1 A\n- [ ] a\n\n**Timeline**: 3 dayz\n',
      1,
      'plan.md:6:15 error timeline/unreadable: unexpected "3 dayz", expected a number and a unit. Fix: try "3 days"',
    ],
    [
      'a bad setting',
      '---\nplan:\n  start: 2026-02-30\n---\n# P\n- [ ] a\n',
      1,
      'plan.md:3:10 error settings/invalid: start: unexpected "2026-02-30", expected a date that exists, from 1900 to 9998, such as 2026-11-23. Fix: correct or delete "start" below "plan:" in the front matter',
    ],
    [
      'an unknown setting',
      '---\nplan:\n  begin: 2026-02-03\n---\n# P\n- [ ] a\n',
      0,
      'plan.md:3:3 warning settings/unknown: unexpected setting "begin", expected one of start, fiscalYear, timeZone, workingDays, holidays, team, baseline, weeklyNote, tables, marks, metrics. Fix: correct its name, or delete it',
    ],
    [
      'conflict markers',
      '# P\n<<<<<<< HEAD\n- [ ] a\n=======\n- [x] a\n>>>>>>> other\n',
      1,
      'plan.md:2:1 error text/conflict-marker: unexpected merge marker "<<<<<<<". Fix: resolve the merge, then delete its markers',
    ],
    [
      'an unknown dependency',
      '# P\n## 1. S\n### 1.1 A\n- [ ] a\n\n**Depends on**: 1.7\n',
      1,
      'plan.md:6:17 error depends/unknown-item: 1.1 depends on 1.7, but the plan has no item 1.7. Fix: name an item of the plan (is it 1.1?)',
    ],
    [
      'lists 1000 deep',
      `# P\n${Array.from({length: 1000}, (_, depth) => `${'  '.repeat(depth)}- [ ] t`).join('\n')}\n`,
      1,
      'error markdown/too-deep: lists or quotes are nested 1000 deep, expected at most 100. Fix: move the inner lists to the top',
    ],
    ['a line of 1 MB', `# P\n- [ ] ${'word '.repeat(210_000)}\n`, 0, '0 errors, 0 warnings, 0 notes'],
    ['100,000 tasks', `# P\n${'- [ ] a\n'.repeat(100_000)}`, 0, '0 errors, 0 warnings, 0 notes'],
  ])('%s', async (_, content, exit, line) => {
    put('plan.md', content)
    const result = await run('check')
    expect(result.exit).toBe(exit)
    expect(result.err).toBe('')
    expect(result.out).toContain(line)
  })

  test('--strict makes warnings fail, and several files are all checked', async () => {
    put('a.md', '# P\n- [] a\n- [ ] b\n')
    put('b.md', '# P\n- [ ] a\n')
    expect((await run('check', 'a.md', 'b.md')).exit).toBe(0)
    expect((await run('check', '--strict', 'b.md')).exit).toBe(0)
    const {exit, out} = await run('check', '--strict', 'b.md', 'a.md')
    expect(exit).toBe(1)
    expect(out).toMatchInlineSnapshot(`
      "a.md:2:3 warning task/near-box: "[]" is not a check box in GitHub Flavored Markdown, so the line is not counted as a task. Fix: put a space into the brackets: write "- [ ] text" for an open task, "- [x] text" for a done one
      0 errors, 1 warning, 0 notes
      "
    `)
  })

  test('--fix changes what is certain, keeps every other byte, and tells what is left', async () => {
    put('a.md', '\uFEFF# P\r\n- [] a\r\n• [x] b\r\n-[x]c\t \r\n- [WIP] d\r\n')
    const {exit, out, err} = await run('check', '--fix', 'a.md')
    expect([exit, err]).toEqual([0, 'a.md: 3 edits made\n'])
    expect(out).toMatch(/^a\.md:5:3 warning task\/near-box: "\[WIP\]"/)
    expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe('\uFEFF# P\r\n- [ ] a\r\n- [x] b\r\n- [x] c\t \r\n- [WIP] d\r\n')
    const {mtimeMs} = statSync(join(folder, 'a.md'))
    expect((await run('check', '--fix', 'a.md')).err).toBe('')
    expect(statSync(join(folder, 'a.md')).mtimeMs).toBe(mtimeMs)
  })

  test('--fix writes to no pipe, and not where bytes would be lost', async () => {
    writeFileSync(join(folder, 'latin.md'), Buffer.from('# P\n- [] caf\xe9\n', 'latin1'))
    const {exit, err} = await run('check', '--fix', 'latin.md')
    expect([exit, err]).toEqual([
      2,
      'latin.md: holds bytes that are not UTF-8, expected text; nothing was written (run check without --fix to see where they are)\n',
    ])
    expect(readFileSync(join(folder, 'latin.md'), 'latin1')).toBe('# P\n- [] caf\xe9\n')
    expect(await run('check', '--fix', '-')).toMatchObject({
      exit: 2,
      err: 'check: standard input cannot be changed, expected a file (name the plan, or leave --fix out)\n',
    })
  })

  test('a file that cannot be read hides nothing of the others', async () => {
    put('a.md', '# P\n- [] a\n')
    const {exit, out, err} = await run('check', 'none.md', 'a.md')
    expect(exit).toBe(2)
    expect(out).toContain('a.md:2:3 warning task/near-box')
    expect(err).toMatch(/none\.md: cannot be read: no such file\./)
  })

  test('the numbers of a plan with errors say so', async () => {
    put('broken.md', '# P\n- [ ] a\n\n```\n- [ ] b\n')
    const {exit, out, err} = await run('status', 'broken.md', '--format', 'json')
    expect(exit).toBe(0)
    expect(JSON.parse(out)).toMatchObject({totals: {tasks: 1}})
    expect(err).toBe(
      'broken.md: 1 error, 0 warnings, 1 note; what is counted may not be what was meant ("action-plan check broken.md" lists them)\n',
    )
  })

  test.each([
    ['# Roadmap\n\n## 1. S\n\n- [ ] a\n', 'Roadmap', ['S']],
    ['# Timeline\n\n- [ ] a\n', 'Timeline', ['Timeline']],
    // Beside others of its level it is the part that it names.
    ['# Timeline\n\n- Week 1: a\n\n# Work\n\n- [ ] a\n', 'plan', ['Work']],
  ])('a heading above everything is the title, whatever it says: %j', async (text, title, sections) => {
    put('plan.md', text)
    const status = JSON.parse((await run('status', '--format', 'json')).out) as {title: string; sections: {title: string}[]}
    expect([status.title, status.sections.map((section) => section.title)]).toEqual([title, sections])
  })

  test('--format github escapes what would end a command, and names files by the repository', async () => {
    mkdirSync(join(folder, '.git'))
    mkdirSync(join(folder, 'a,b:c%'))
    put('a,b:c%/plan.md', '# P\n## 1. S\n### 1.1 A\n- [ ] a\n\n**Timeline**: 3 dayz%0A::x\n')
    let out = ''
    const exit = await main(['check', '--format', 'github', 'plan.md'], '0', {
      cwd: join(folder, 'a,b:c%'),
      now: '2026-11-24T12:00:00Z',
      color: false,
      out: (text) => void (out += text),
      err: () => undefined,
    })
    expect(exit).toBe(1)
    expect(out).toBe(
      '::error file=a%2Cb%3Ac%25/plan.md,line=6,col=15,title=timeline/unreadable::unexpected "3 dayz%250A::x", expected a number and a unit. Fix: try "3 days"\n',
    )
  })

  test('--format sarif has what readers of SARIF 2.1.0 need', async () => {
    mkdirSync(join(folder, '.git'))
    put('my plan#ü.md', '# P\n- [] a\n## 1. B (P9)\n- [ ] b\n```\n## S\n')
    const {exit, out} = await run(
      'check',
      '--format',
      'sarif',
      '--rules-url',
      'https://docs.example.com/docs/reference/rules',
      'my plan#ü.md',
    )
    expect(exit).toBe(1)
    const log = JSON.parse(out) as Sarif
    const [sarif] = log.runs
    const rules = sarif?.tool.driver.rules ?? []
    expect({
      version: log.version,
      runs: log.runs.length,
      name: sarif?.tool.driver.name,
      tool: sarif?.tool.driver.version,
      columnKind: sarif?.columnKind,
    }).toEqual({version: '2.1.0', runs: 1, name: 'action-plan', tool: '1.2.3', columnKind: 'utf16CodeUnits'})
    expect(new Set(rules.map(({id}) => id)).size).toBe(rules.length)
    for (const {helpUri, shortDescription, help, defaultConfiguration} of rules) {
      expect(() => new URL(helpUri)).not.toThrow()
      expect([shortDescription.text, help.text, help.markdown].every((text) => text.length > 0)).toBe(true)
      expect(['error', 'warning', 'note']).toContain(defaultConfiguration.level)
    }
    expect(
      sarif?.results.map(({ruleId, ruleIndex, level, locations}) => ({
        ruleId,
        is: rules[ruleIndex]?.id,
        level,
        ...locations[0]?.physicalLocation,
      })),
    ).toEqual([
      {
        ruleId: 'task/near-box',
        is: 'task/near-box',
        level: 'warning',
        artifactLocation: {uri: 'my%20plan%23%C3%BC.md'},
        region: {startLine: 2, startColumn: 3},
      },
      {
        ruleId: 'priority/unknown',
        is: 'priority/unknown',
        level: 'error',
        artifactLocation: {uri: 'my%20plan%23%C3%BC.md'},
        region: {startLine: 3, startColumn: 1},
      },
      {
        ruleId: 'markdown/unclosed-fence',
        is: 'markdown/unclosed-fence',
        level: 'error',
        artifactLocation: {uri: 'my%20plan%23%C3%BC.md'},
        region: {startLine: 5, startColumn: 1},
      },
    ])
    expect(rules.find(({id}) => id === 'task/near-box')?.helpUri).toBe('https://docs.example.com/docs/reference/rules#tasknear-box')
  })
})

interface Sarif {
  readonly version: string
  readonly runs: readonly {
    readonly columnKind: string
    readonly tool: {
      readonly driver: {
        readonly name: string
        readonly version: string
        readonly rules: readonly {
          readonly id: string
          readonly helpUri: string
          readonly shortDescription: {readonly text: string}
          readonly help: {readonly text: string; readonly markdown: string}
          readonly defaultConfiguration: {readonly level: string}
        }[]
      }
    }
    readonly results: readonly {
      readonly ruleId: string
      readonly ruleIndex: number
      readonly level: string
      readonly locations: readonly {readonly physicalLocation: object}[]
    }[]
  }[]
}

describe('export and badge', () => {
  beforeEach(() => void put('plan.md', PLAN))

  test('csv: a mark for Excel, CRLF, one row a task, formulas as text', async () => {
    const {exit, out} = await run('export', '--format', 'csv')
    expect(exit).toBe(0)
    expect(out.startsWith('\uFEFFSection,Item,Task,State,')).toBe(true)
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const rows = out.split('\r\n')
    expect(rows).toHaveLength(1 + 3 + 1)
    expect(rows[1]).toContain(`1 Security,1.1 Keys,"'=HYPERLINK(""http://example.com"")",Done,P0,`)
    expect(rows[3]).toContain(',item 1.1 Keys,')
    expect((await run('export')).out).toBe(out)
  })

  test.each(['+1', '-1 day', '@SUM(A1)', '＝1', '1.10', '3/4', '1e5', 'TRUE', '(5)', '10:30 pm', 'March 2027', '4 May', 'Dec 4'])(
    'csv: "%s" stays text',
    async (text) => {
      put('plan.md', `# P\n- [ ] ${text}\n`)
      expect((await run('export', '--format', 'csv')).out).toContain(`,'${text},Open,`)
    },
  )

  test.each(['3 days', '1.10 of all', 'May the fourth', 'main.py', '80%+ coverage'])('csv: "%s" is text anyway', async (text) => {
    put('plan.md', `# P\n- [ ] ${text}\n`)
    expect((await run('export', '--format', 'csv')).out).toContain(`,${text},Open,`)
  })

  test('csv: an item without tasks is a row', async () => {
    put('plan.md', '# P\n## 1. S\n### 1.1 A\n**Timeline**: 1 day\n')
    expect((await run('export', '--format', 'csv')).out.split('\r\n')[1]).toMatch(/^1 S,1\.1 A,,,,,1 day,1,/)
  })

  test('jira-csv: items with their tasks as sub-tasks below them', async () => {
    const {out} = await run('export', '--format', 'jira-csv')
    expect(out.replaceAll('\r\n', '⏎\n')).toMatchInlineSnapshot(`
      "Issue Id,Parent Id,Issue Type,Summary,Description,Status,Resolution,Priority,Due Date,Labels,Labels,Labels⏎
      1,,Task,1.1 Keys,"Issue: a key in ""main.py"", and more
      Timeline: 2 days
      Source: plan.md:13",To Do,,Highest,2026-11-24,1-security,p0,⏎
      2,1,Sub-task,"'=HYPERLINK(""http://example.com"")",plan.md:15,Done,Done,Highest,,1-security,p0,⏎
      3,1,Sub-task,"Rotate, then check",plan.md:16,To Do,,Highest,,1-security,p0,⏎
      4,,Task,1.2 Doors,"Timeline: 1 week
      Depends on: item 1.1 Keys
      Source: plan.md:19",To Do,,High,2026-12-01,1-security,p1,⏎
      5,4,Sub-task,Close,plan.md:20,To Do,,High,,1-security,p1,⏎
      "
    `)
  })

  test('json is status.json', async () => {
    expect((await run('export', '--format', 'json')).out).toBe((await run('status', '--format', 'json')).out)
  })

  test('badge: svg by default, json on demand, the nearest ids for an unknown one', async () => {
    expect((await run('badge', '--of', 'item-1-1')).out).toMatch(/^<svg .*<title>1\.1 Keys: 1\/2 \(50 %\) on track<\/title>.*<\/svg>\n$/s)
    expect(JSON.parse((await run('badge', '--of', 'overall', '--format', 'json')).out)).toMatchObject({
      schemaVersion: 1,
      label: 'action plan',
      message: '1/3 (33 %) on track',
    })
    expect(await run('badge', '--of', 'item-1-3')).toEqual({
      exit: 2,
      out: '',
      err: '--of: unexpected badge "item-1-3", expected one that the plan has (did you mean item-1-1, item-1-2?)\n',
    })
  })
})

describe('tick', () => {
  const odd = Buffer.concat([
    Buffer.from('\uFEFF# P\r\n\r\n## 1. S\r\r\n### 1.1 I\n- [ ] a [x] ü'),
    Buffer.from([0xff, 0xc3]),
    Buffer.from('[ ] b  \r\n\t- [ ]\ttab\t \r\n* [x] done\n- [★] own\n- [-] gone\n- [ ] ~~struck~~\n- [ ] last'),
  ])
  const changed = (before: Uint8Array, after: Uint8Array): readonly (readonly [number, string])[] =>
    before.length === after.length
      ? [...before.keys()].flatMap((at) => (before[at] === after[at] ? [] : [[at, String.fromCharCode(after[at] as number)] as const]))
      : []

  test('changes one character and keeps every other byte', async () => {
    put('plan.md', odd)
    expect(await run('tick', '1.1/1')).toEqual({exit: 0, out: 'plan.md:6:3: 1.1/1 "a [x] ü\uFFFD\uFFFD[ ] b" is ticked\n', err: ''})
    expect(changed(odd, readFileSync(join(folder, 'plan.md')))).toEqual([[odd.indexOf('- [ ] a') + 3, 'x']])
    expect((await run('tick', '--undo', 'plan.md', '1.1/1')).exit).toBe(0)
    expect(readFileSync(join(folder, 'plan.md')).equals(odd)).toBe(true)
    await run('tick', '1.1/2')
    await run('tick', '1.1/7')
    expect(changed(odd, readFileSync(join(folder, 'plan.md')))).toEqual([
      [odd.indexOf(']\ttab') - 1, 'x'],
      [odd.indexOf('] last') - 1, 'x'],
    ])
    expect(readdirSync(folder).sort()).toEqual(['package.json', 'plan.md'])
  })

  test('changes the status of a row, and refuses one without a column for it', async () => {
    const table = '| ID | Status | Task |\r\n| --- | --- | --- |\r\n| A-1 | Offen   | [ü](b.md) |\r\n| A-2 | Verworfen | c |\r\n'
    const rows = `\uFEFF---\r\nplan:\r\n  tables: true\r\n---\r\n# P\r\n## 1. S\r\n### 1.1 I\r\n${table}\r\n| Task |\r\n| - |\r\n| d |\r\n`
    put('plan.md', rows)
    expect(await run('tick', '1.1/1')).toEqual({exit: 0, out: 'plan.md:10:19: 1.1/1 "A-1 ü" is ticked\n', err: ''})
    expect(get('plan.md')).toBe(rows.replace('Offen   ', 'Erledigt '))
    expect((await run('tick', '1.1/1')).out).toBe('plan.md:10:20: 1.1/1 "A-1 ü" is ticked already\n')
    expect((await run('tick', '--undo', '1.1/1')).exit).toBe(0)
    expect(get('plan.md')).toBe(rows.replace('Offen   ', 'Offen    '))
    const before = get('plan.md')
    expect((await run('tick', '1.1/3')).err).toBe(
      'plan.md:15:3: 1.1/3 "d" is a row of a table without a column for a status, expected one to write to; nothing was written (add a column "Status")\n',
    )
    expect((await run('tick', '1.1/2')).err).toContain('is dropped, expected a task in scope (write another status')
    expect(get('plan.md')).toBe(before)
    put('plan.md', Buffer.concat([Buffer.from(rows), Buffer.from([0xff])]))
    expect((await run('tick', '1.1/1')).err).toContain('or its status cannot be changed alone; nothing was written')
  })

  test('a mark of more than one byte is one character', async () => {
    put('plan.md', odd)
    expect((await run('tick', '1.1/4')).exit).toBe(0)
    expect(readFileSync(join(folder, 'plan.md'), 'latin1')).toBe(
      odd.toString('latin1').replace(Buffer.from('[★]').toString('latin1'), '[x]'),
    )
  })

  test.each([
    [['1.1/5'], 'plan.md:10:3: 1.1/5 "gone" is dropped, expected a task in scope (write [ ] and take tildes away to bring it back)\n'],
    [['1.1/6'], 'plan.md:11:3: 1.1/6 "struck" is dropped, expected a task in scope (write [ ] and take tildes away to bring it back)\n'],
    [['1.1/8'], 'tick: unexpected task 8 of 1.1, expected 1 to 7\n'],
    [['1.1/0'], 'tick: unexpected task 0 of 1.1, expected 1 to 7\n'],
    [['1.2/1'], 'tick: unexpected item "1.2", expected one that the plan has (did you mean 1.1?)\n'],
    [['1.1'], 'tick: unexpected "1.1", expected an item and the number of its task, such as 2.1/3\n'],
    [['-', '1.1/1'], 'tick: standard input cannot be changed, expected a file (name the plan)\n'],
    [
      ['--undo', '1.1/4'],
      'plan.md:9:3: 1.1/4 "own" has a mark that nobody defined, expected a ticked task to untick (write [ ] in an editor)\n',
    ],
    [['plan.md', '1.1/1', '1.1/2'], 'tick: unexpected "1.1/2", expected [FILE] ITEM/N (one task at a time)\n'],
  ])('%j is refused, and nothing is written', async (args, err) => {
    put('plan.md', odd)
    expect(await run('tick', ...args)).toEqual({exit: 2, out: '', err})
    expect(readFileSync(join(folder, 'plan.md')).equals(odd)).toBe(true)
  })

  test('what is so already is said, and not written', async () => {
    put('plan.md', PLAN)
    const {mtimeNs} = statSync(join(folder, 'plan.md'), {bigint: true})
    expect(await run('tick', '1.1/1')).toEqual({
      exit: 0,
      out: 'plan.md:15:3: 1.1/1 "=HYPERLINK("http://example.com")" is ticked already\n',
      err: '',
    })
    expect(statSync(join(folder, 'plan.md'), {bigint: true}).mtimeNs).toBe(mtimeNs)
  })

  test('a file that changes while it is read is left as it is', async () => {
    const {editInPlace} = await import('./source/edit-in-place.ts')
    put('plan.md', PLAN)
    const file = join(folder, 'plan.md')
    await expect(editInPlace(file, (bytes) => (writeFileSync(file, `${PLAN}more\n`), bytes.slice(1)))).rejects.toThrow(
      'changed by someone else while it was read; nothing was written (run the command again)',
    )
    expect(get('plan.md')).toBe(`${PLAN}more\n`)
    expect(readdirSync(folder).sort()).toEqual(['package.json', 'plan.md'])
  })

  test('many at once are all ticked', async () => {
    put('plan.md', `# P\n## 1. S\n### 1.1 I\n${'- [ ] a\n'.repeat(20)}`)
    const results = await Promise.all(Array.from({length: 20}, (_, index) => run('tick', `1.1/${index + 1}`)))
    expect(results.map(({exit}) => exit)).toEqual(Array.from({length: 20}, () => 0))
    expect(get('plan.md')).toBe(`# P\n## 1. S\n### 1.1 I\n${'- [x] a\n'.repeat(20)}`)
  })

  test('keeps the mode of the file and a link to it', async () => {
    put('real.md', PLAN)
    chmodSync(join(folder, 'real.md'), 0o640)
    symlinkSync('real.md', join(folder, 'plan.md'))
    expect((await run('tick', '1.1/2')).exit).toBe(0)
    expect(get('real.md')).toContain('- [x] Rotate')
    expect(statSync(join(folder, 'real.md')).mode & 0o777).toBe(0o640)
    expect(realpathSync(join(folder, 'plan.md'))).toBe(join(folder, 'real.md'))
  })
})

describe('build', () => {
  test('writes what a live site polls, and keeps the hash of the site that stands there', async () => {
    put('plan.md', PLAN)
    expect(await run('build', '--out', 'site')).toMatchObject({
      exit: 0,
      err: 'The feed was left out: its links need the address of the site (give it with --url)\n',
      out: expect.stringMatching(/^\d+ files in site\n$/) as string,
    })
    const first = JSON.parse(get('site/status.json')) as {site: {build: string | null}; totals: {done: number}}
    expect(first).toMatchObject({site: {build: null}, totals: {tasks: 3, done: 1}})
    expect(readdirSync(join(folder, 'site', 'badges'))).toContain('item-1-2.svg')
    expect(get('site/badges/card.htm')).not.toContain('href')
    put('site/status.json', JSON.stringify({...first, site: {build: 'abc'}}))
    put('site/index.html', 'the site')
    await run('tick', '1.2/1')
    await run('build', '--out', 'site')
    expect(JSON.parse(get('site/status.json'))).toMatchObject({site: {build: 'abc'}, totals: {tasks: 3, done: 2}})
    expect(get('site/index.html')).toBe('the site')
    expect(readdirSync(join(folder, 'site'), {recursive: true}).filter((name) => String(name).endsWith('.tmp'))).toEqual([])
  })

  test('writes the feed where the site says that it is served, and takes away badges of what is gone', async () => {
    put('plan.md', PLAN)
    expect((await run('build', '--out', 'site', '--url', 'https://docs.example.com/sub')).err).toBe('')
    expect(get('site/progress/feed.xml')).toContain('<link rel="self" href="https://docs.example.com/sub/progress/feed.xml"/>')
    expect(get('site/badges/card.htm')).toContain('href="/sub/progress"')
    put('site/badges/runbook-restart.svg', '<svg/>')
    put('site/badges/item-mine.json', '{"mine": true}')
    put('plan.md', PLAN.replace(/1\.2/g, '1.7'))
    expect((await run('build', '--out', 'site')).err).toBe('')
    expect(get('site/progress/feed.xml')).toContain('https://docs.example.com/sub/progress/feed.xml')
    const badges = readdirSync(join(folder, 'site', 'badges'))
    expect(badges).toContain('item-1-7.svg')
    expect(badges).toContain('runbook-restart.svg')
    expect(badges).toContain('item-mine.json')
    expect(badges.filter((name) => name.startsWith('item-1-2'))).toEqual([])
    expect(await run('build', '--out', 'site', '--url', 'docs')).toMatchObject({
      exit: 2,
      err: '--url: unexpected "docs", expected an absolute address, such as https://docs.example.com/\n',
    })
  })

  test('says what errors the plan has, and where it cannot write', async () => {
    put('plan.md', '# P\n## 1. S (P9)\n- [ ] a\n')
    expect(await run('build', '--out', 'site', '--url', 'https://docs.example.com/')).toMatchObject({
      exit: 0,
      err: 'plan.md:2:1 error priority/unknown: unexpected priority "P9", expected one of P0, P1, P2, P3, P4. Fix: use a priority of the legend, or add this one to it\nThe plan has 1 error, 0 warnings, 0 notes; it was written as it can be read (run "action-plan check" first to stop here)\n',
    })
    const {exit, out, err} = await run('build', '--out', 'package.json')
    expect({exit, out}).toEqual({exit: 2, out: ''})
    expect(err).toMatch(/^package\.json: cannot be written: .*(?:EEXIST|ENOTDIR).* \(name a folder that may be written to\)\n$/)
  })
})

describe('the real process', () => {
  const bin = fileURLToPath(new URL('../bin/action-plan.mjs', import.meta.url))
  const start = (
    args: readonly string[],
    {input = '', env = {}}: {input?: string; env?: Record<string, string>} = {},
  ): {exit: number | null; out: string; err: string} => {
    const {status, stdout, stderr} = spawnSync(process.execPath, [bin, ...args], {
      cwd: folder,
      input,
      encoding: 'utf8',
      env: {...process.env, ...env},
    })
    return {exit: status, out: stdout, err: stderr}
  }

  test('reads standard input, from any folder', () => {
    const {exit, out, err} = start(['status', '-', '--format', 'json'], {input: PLAN})
    expect({exit, err}).toEqual({exit: 0, err: ''})
    expect(JSON.parse(out)).toMatchObject({source: {path: 'stdin', commit: null}, totals: {tasks: 3, done: 1}})
  })

  test('works without git on the path', () => {
    put('plan.md', PLAN)
    const {exit, out, err} = start(['status', '--format', 'json', '--today', '2026-11-25'], {env: {PATH: folder}})
    expect({exit, err}).toEqual({exit: 0, err: ''})
    expect(JSON.parse(out)).toMatchObject({
      source: {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      statusDate: '2026-11-25',
    })
  })

  test('exit statuses are those of the process', () => {
    put('plan.md', '# P\n## 1. S (P9)\n- [ ] a\n')
    expect(start(['check']).exit).toBe(1)
    expect(start(['status']).exit).toBe(0)
    const missing = start(['status', 'none.md'])
    expect(missing).toMatchObject({exit: 2, out: ''})
    expect(missing.err).not.toMatch(/^\s+at /m)
  })
})
