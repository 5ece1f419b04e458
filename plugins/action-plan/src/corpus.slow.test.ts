import {existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {remarkCounts as oracle} from '../../../test/counting/remark-counts.ts'
import {main} from './cli.ts'

// Plans in other languages and shapes than ours go through every command: no exception, no hole in the output, and what remark-gfm counts.

interface Language {
  readonly title: string
  readonly section: string
  readonly task: string
  readonly timeline: string
  readonly owner: string
  readonly week: string
}
const LANGUAGES: Readonly<Record<string, Language>> = {
  English: {
    title: 'Migration',
    section: 'Storage',
    task: 'Move the archive',
    timeline: 'Timeline: 2 weeks',
    owner: 'Owner: @a',
    week: 'Week 1',
  },
  German: {
    title: 'Umstellung',
    section: 'Größe & Maß',
    task: 'Straßen prüfen',
    timeline: 'Dauer: 3 Tage',
    owner: 'Verantwortlich: @ä',
    week: 'Woche 1',
  },
  French: {
    title: 'Élévation',
    section: 'Sécurité « A »',
    task: 'Vérifier l’accès',
    timeline: 'Durée : 2 semaines',
    owner: 'Responsable : @é',
    week: 'Semaine 1',
  },
  Japanese: {title: '移行計画', section: '第一章　準備', task: '鍵を更新する', timeline: '期間：３日', owner: '担当：＠山', week: '第１週'},
  Chinese: {title: '行动计划', section: '安全（P0）', task: '更换密钥', timeline: '时间：两周', owner: '负责人：@李', week: '第一周'},
  Arabic: {
    title: 'خطة العمل',
    section: 'الأمن',
    task: 'تدوير المفاتيح',
    timeline: 'المدة: أسبوعان',
    owner: 'المسؤول: @ع',
    week: 'الأسبوع ١',
  },
  Hebrew: {title: 'תוכנית', section: 'אבטחה', task: 'להחליף מפתחות', timeline: 'משך: שבוע', owner: 'אחראי: @א', week: 'שבוע 1'},
  Hindi: {title: 'कार्य योजना', section: 'सुरक्षा', task: 'कुंजी बदलें', timeline: 'समय: ३ दिन', owner: 'स्वामी: @क', week: 'सप्ताह १'},
  Russian: {
    title: 'План',
    section: 'Безопасность',
    task: 'Сменить ключи',
    timeline: 'Срок: 2 недели',
    owner: 'Ответственный: @я',
    week: 'Неделя 1',
  },
  Emoji: {title: '🚀', section: '🔒🔑', task: '👩‍🚀 go', timeline: '⏱️: 2️⃣', owner: '👤 @x', week: '📅 1'},
}

/** How people write plans: each makes one from a language's words. */
const SHAPES: Readonly<Record<string, (words: Language) => string>> = {
  'sections, items and a schedule': ({title, section, task, timeline, owner, week}) =>
    `# ${title}\n\n## 1. ${section}\n\n### 1.1 ${task} (P0)\n\n- [x] ${task}\n- [ ] ${task} 2\n\n**${timeline}**\n${owner}\n\n### 1.2 ${task}\n\n- [ ] ${task}\n\n## ${week}\n\n- ${task}\n`,
  'a bare list': ({task}) => `- [ ] ${task}\n- [X] ${task}\n* [ ] ${task}\n1. [x] ${task}\n`,
  'lists in lists': ({title, task}) => `${title}\n===\n\n- [ ] ${task}\n  - [x] ${task}\n    - [ ] ${task}\n      1. [x] ${task}\n`,
  'no tasks': ({title, section, task}) => `# ${title}\n\n## ${section}\n\n${task}\n\n> ${task}\n`,
  'a table of states': ({title, section, task}) =>
    `# ${title}\n\n| ${section} | ✓ |\n| --- | --- |\n| [x] ${task} | [ ] |\n\n- [ ] ${task} | [x]\n`,
  'almost boxes': ({title, task}) =>
    `# ${title}\n\n- [] ${task}\n-[ ] ${task}\n- [ x ] ${task}\n- [~] ${task}\n- [-] ${task}\n- ［x］ ${task}\n- ☑ ${task}\n- [ ]\n`,
  'everything in code and HTML': ({title, task}) =>
    `# ${title}\n\n\`\`\`\n- [ ] ${task}\n\`\`\`\n\n<ul>\n<li>\n- [x] ${task}\n</li>\n</ul>\n\n<!--\n- [ ] ${task}\n-->\n\n    - [ ] ${task}\n`,
  'the same titles everywhere': ({section, task}) =>
    `# ${section}\n\n## ${section}\n\n### ${section}\n- [ ] ${task}\n\n### ${section}\n- [x] ${task}\n\n## ${section}\n- [ ] ${task}\n`,
  'Windows, tabs and a mark in front': ({title, section, task}) =>
    `\uFEFF# ${title}\r\n\r\n## ${section}\r\n\r\n-\t[ ]\t${task}\r\n\t- [x] ${task}  \r\n`,
  'what a spreadsheet would run': ({title, task}) =>
    `# =${title}\n\n- [ ] =cmd|' /C calc'!A0\n- [x] @${task}\n- [ ] +${task}\n- [ ] -${task}\n- [ ] "${task}",\t${task};\n`,
  'settings and strange headings': ({title, section, task, week}) =>
    `---\nplan:\n  start: 2027-03-01\n  team: 2\n---\n# ${title} # \n\n###### ${section}\n- [ ] ${task}\n\n## **${section}** [x](y) \`z\` <b>\n- [x] ~~${task}~~\n\n## ${week} ${week} (P1)\n- [ ] ${task}\n`,
}

const COMMANDS: readonly (readonly string[])[] = [
  ...['text', 'json', 'markdown'].map((format) => ['status', 'plan.md', '--format', format]),
  ...['text', 'json', 'sarif', 'github'].map((format) => ['check', 'plan.md', '--format', format]),
  ...['csv', 'jira-csv', 'ics', 'mermaid', 'taskjuggler', 'json'].map((format) => ['export', 'plan.md', '--format', format]),
  ...['text', 'json', 'markdown'].map((format) => ['diff', 'before.md', 'plan.md', '--format', format]),
  ...['markdown', 'json'].map((format) => ['report', 'plan.md', '--format', format]),
  ['badge', 'plan.md', '--of', 'overall'],
  ['build', 'plan.md', '--out', 'out'],
]

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'corpus-')))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function run(args: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '0', {
    cwd: folder,
    now: '2027-03-03T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

/** Every shape in three languages, and every language in several shapes: all pairs would take minutes. */
const cases = Object.entries(LANGUAGES).flatMap(([language, words], row) =>
  Object.entries(SHAPES).flatMap(([shape, make], column) =>
    (row + 2 * column) % 4 === 0 ? [[language, shape, make(words)] as const] : [],
  ),
)

test.each(cases)('%s: %s', {tags: ['slow']}, async (_, __, text) => {
  writeFileSync(join(folder, 'before.md'), text.replace('[ ]', '[x]'))
  writeFileSync(join(folder, 'plan.md'), text)
  for (const command of COMMANDS) {
    const {exit, out, err} = await run(command)
    const what = command.join(' ')
    expect([0, ...(command[0] === 'check' ? [1] : [])], what).toContain(exit)
    expect(out + err, what).not.toMatch(/\bundefined\b|\bNaN\b|\[object |^\s+at .*:\d+:\d+\)?$/m)
    if (command.includes('json') || command.includes('sarif')) expect(() => JSON.parse(out) as unknown, what).not.toThrow()
    if (command.includes('csv')) for (const line of out.slice(1).split('\r\n')) expect(line, what).not.toMatch(/(?:^|,)"?[=+@]/)
  }
  const status = JSON.parse((await run(['status', 'plan.md', '--format', 'json'])).out) as {ledger: {gfm: unknown}}
  expect(status.ledger.gfm).toEqual(oracle(text))
  expect(JSON.parse(readFileSync(join(folder, 'out/status.json'), 'utf8'))).toMatchObject({ledger: {gfm: oracle(text)}})
  expect(existsSync(join(folder, 'out/badges/overall.svg'))).toBe(true)
})

test('a task of each plan can be ticked and unticked, and the file is as it was', {tags: ['slow']}, async () => {
  let ticked = 0
  for (const [language, shape, text] of cases) {
    writeFileSync(join(folder, 'plan.md'), text)
    const {sections} = JSON.parse((await run(['status', 'plan.md', '--format', 'json'])).out) as {
      sections: readonly {items: readonly {id: string; tasks: readonly {mark: string}[]}[]}[]
    }
    const item = sections.flatMap(({items}) => items).find(({tasks}) => tasks[0]?.mark === 'open')
    if (item === undefined) continue
    const target = `${item.id}/1`
    expect(await run(['tick', 'plan.md', target]), `${language}: ${shape}`).toMatchObject({exit: 0})
    const after = readFileSync(join(folder, 'plan.md'), 'utf8')
    expect([...after].filter((character, at) => character !== [...text][at])).toEqual(['x'])
    expect(await run(['tick', 'plan.md', target, '--undo'])).toMatchObject({exit: 0})
    expect(readFileSync(join(folder, 'plan.md'), 'utf8')).toBe(text)
    ticked++
  }
  expect(ticked).toBeGreaterThan(10)
})
