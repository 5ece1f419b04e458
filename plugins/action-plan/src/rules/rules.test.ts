import {expect, test} from 'vitest'
import {report} from '../report.ts'
import {RULES, type RuleId} from './rules.ts'

// Each rule has the smallest plan that breaks it, and the same plan fixed as the rule's message says: what the fix says must help.

/** What a text alone cannot break: the bytes of a file, another revision, files of evidence. */
type Elsewhere = 'plan/unreadable' | 'text/invalid-utf-8' | `baseline/${string}` | `evidence/${string}`

const LEGEND = '## Priorities\n\n- **P0**: Outage - Immediate action\n- **P1**: Pain - Within 1 week\n\n'
const dated = (text: string): string => `---\nplan:\n  start: 2026-11-02\n---\n\n${text}`
const team = (text: string): string => `---\nplan:\n  team: 1\n---\n\n${text}`
const item = (...lines: readonly string[]): string => `## 1. A\n\n### 1.1 B\n\n${lines.join('\n')}\n`
const field = (line: string): string => item('- [ ] Do it', '', line)
/** Two items, and what a week says. */
const week = (line: string): string =>
  `${LEGEND}## 1. A (P0)\n\n### 1.1 Rotate keys\n\n- [ ] Do it\n\n**Timeline**: 2 days\n\n## Schedule\n\n### Week 1\n\n- ${line}\n`

/** So many items, and as many that wait for each of them. */
const sections = (count: number): string => {
  const items = (number: number, more: string): string =>
    Array.from({length: count}, (_, at) => `### ${number}.${at + 1} I\n\n- [ ] a\n\n${more}`).join('')
  return `## 1. A\n\n${items(1, '')}## 2. B\n\n${items(2, '**Depends on**: Section 1\n\n')}`
}

/** A thousand items, named by so many weeks. */
const weeks = (count: number): string =>
  `## 1. A\n\n${Array.from({length: 1000}, (_, at) => `### 1.${at + 1} I\n\n- [ ] a\n\n`).join('')}## Schedule\n\n${Array.from({length: count}, (_, at) => `### Week ${at + 1}\n\n- 1.1-1.1000\n\n`).join('')}`

const BROKEN: Readonly<Record<Exclude<RuleId, Elsewhere>, readonly [broken: string, fixed: string]>> = {
  'text/empty': ['', '- [ ] a\n'],
  'text/nul': ['- [ ] a\0b\n', '- [ ] ab\n'],
  'text/replacement-character': ['- [ ] a\uFFFDb\n', '- [ ] aéb\n'],
  'text/control-character': ['- [ ] a\u001b[31mb\n', '- [ ] ab\n'],
  'text/bidi-control': ['- [ ] a\u202eb\n', '- [ ] ab\n'],
  'text/raw-html': ['- [ ] give <user> the key\n', '- [ ] give `<user>` the key\n'],
  'text/script': ['- [ ] [a](javascript:b)\n', '- [ ] `[a](javascript:b)`\n'],
  'text/hidden-character': ['- [ ] a \u2067b\u2069\n', '- [ ] a b\n'],
  'text/conflict-marker': ['<<<<<<< ours\n- [ ] a\n=======\n- [ ] b\n>>>>>>> theirs\n', '- [ ] a\n- [ ] b\n'],
  'markdown/unclosed-fence': ['- [ ] a\n\n```\n- [ ] b\n', '- [ ] a\n\n```\nb\n```\n'],
  'markdown/unclosed-comment': ['- [ ] a\n\n<!-- ask ->\n- [ ] b\n', '- [ ] a\n\n<!-- ask -->\n\n- [ ] b\n'],
  'markdown/unclosed-front-matter': ['---\nplan:\n  team: 2\n\n- [ ] a\n', '---\nplan:\n  team: 2\n---\n\n- [ ] a\n'],
  'markdown/too-deep': [`${'> '.repeat(101)}a\n`, `${'> '.repeat(99)}a\n`],
  'markdown/too-long': ['# a\n'.repeat(20_002), '# a\n'],
  'markdown/not-a-heading': ['##1. A\n\n- [ ] a\n', '## 1. A\n\n- [ ] a\n'],
  'settings/invalid': ['---\nplan:\n  team: none\n---\n\n- [ ] a\n', '---\nplan:\n  team: 2\n---\n\n- [ ] a\n'],
  'settings/unknown': ['---\nplan:\n  crew: 2\n---\n\n- [ ] a\n', '---\nplan:\n  team: 2\n---\n\n- [ ] a\n'],
  'task/near-box': ['- []a\n', '- [ ] a\n'],
  'task/outside-list': ['[ ] a\n', '- [ ] a\n'],
  'task/in-html': ['<div>\n- [ ] a\n</div>\n', '<div>\n\n- [ ] a\n\n</div>\n'],
  'task/in-code': ['```\n- [ ] a\n```\n', '- [ ] a\n'],
  'task/in-legend': ['## Legend\n\n- [ ] open\n- [x] done\n\n## 1. A\n\n- [ ] a\n', '## 1. A\n\n- [ ] a\n'],
  'task/unknown-mark': ['- [?] a\n', '- [ ] a\n'],
  'task/in-status-table': [
    '| Task | Status |\n| --- | --- |\n| Log in | ✅ Done |\n| Log out | 🚧 In progress |\n',
    '- [x] Log in\n- [ ] Log out\n',
  ],
  'task/row-without-status': [
    '---\nplan:\n  tables: true\n---\n\n| Task | Status |\n| --- | --- |\n| Log in | soonish |\n',
    '---\nplan:\n  tables: true\n---\n\n| Task | Status |\n| --- | --- |\n| Log in | Open |\n',
  ],
  'task/status-bullets': ['- ✅ Log in\n- ❌ Log out\n', '- [x] Log in\n- [ ] Log out\n'],
  'task/tag': ['- [P] a\n- [ ] b\n', '- [ ] a\n- [ ] b\n'],
  'task/done-mark': ['- [✅] a\n', '- [x] a\n'],
  'task/dropped': ['- [-] a\n', '- [ ] a\n'],
  'task/empty': ['- [ ]\n', '- [ ] a\n'],
  'task/box-and-text': ['- [ ] ✅ a\n', '- [x] a\n'],
  'task/parent-and-child': ['- [x] a\n  - [ ] b\n', '- [x] a\n  - [x] b\n'],
  'task/list-not-started': ['Text\n2. [ ] a\n', 'Text\n\n2. [ ] a\n'],
  'item/repeated-number': [
    '## A\n\n### 1.1 B\n\n- [ ] a\n\n## C\n\n### 1.1 D\n\n- [ ] b\n',
    '## A\n\n### 1.1 B\n\n- [ ] a\n\n## C\n\n### 1.2 D\n\n- [ ] b\n',
  ],
  'item/duplicate-number': [item('- [ ] a', '', '### 1.1 C', '', '- [ ] b'), item('- [ ] a', '', '### 1.2 C', '', '- [ ] b')],
  'item/skipped-number': [item('- [ ] a', '', '### 1.3 C', '', '- [ ] b'), item('- [ ] a', '', '### 1.2 C', '', '- [ ] b')],
  'item/wrong-section': [item('- [ ] a', '', '### 2.1 C', '', '- [ ] b'), item('- [ ] a', '', '### 1.2 C', '', '- [ ] b')],
  'item/no-boxes': [item('- a', '', '### 1.2 C', '', '- [ ] b'), item('- [ ] a', '', '### 1.2 C', '', '- [ ] b')],
  'item/no-tasks': [item('Words.', '', '**Due**: 2026-12-01'), field('**Due**: 2026-12-01')],
  'field/glued': [item('- [ ] a', '**Timeline**: 2 days'), field('**Timeline**: 2 days')],
  'field/heading': [field('**Due**: 2026-12-01\n---\n\nMore.'), field('**Due**: 2026-12-01\n\n---\n\nMore.')],
  'field/contradicts-boxes': [field('**Status**: Done'), field('**Status**: In progress')],
  'field/conflict': [field('**Owner**: Ann\n\n**Owner**: Bo'), field('**Owner**: Ann')],
  'field/empty': [field('**Owner**:'), field('**Owner**: Ann')],
  'field/not-a-name': [field('**Owner**: 24 hours'), field('**Owner**: Ann')],
  'field/of-section': [
    '## 1. A\n\n**Due**: 2026-12-01\n\n### 1.1 B\n\n- [ ] a\n',
    '## 1. A\n\n### 1.1 B\n\n**Due**: 2026-12-01\n\n- [ ] a\n',
  ],
  'field/of-task': [item('- [ ] a', '  - Evidence: a.xml', '- [ ] b'), item('- [ ] a', '- [ ] b', '', '**Evidence**: a.xml')],
  'claim/heading': ['## A ✅ COMPLETE\n\n- [ ] a\n- [ ] b\n', '## A\n\n- [ ] a\n- [ ] b\n'],
  'claim/progress': ['## A\n\n**Progress**: 75%\n\n- [ ] a\n- [x] b\n', '## A\n\n**Progress**: 50%\n\n- [ ] a\n- [x] b\n'],
  'claim/table': [
    '| Phase | Status |\n| --- | --- |\n| A | ✅ Done |\n\n## A\n\n- [ ] a\n',
    '| Phase | Status |\n| --- | --- |\n| A | 🚧 In progress |\n\n## A\n\n- [ ] a\n',
  ],
  'priority/unknown': [LEGEND + field('**Priority**: P7'), LEGEND + field('**Priority**: P0')],
  'priority/conflict': [
    `${LEGEND}## 1. A\n\n### 1.1 B (P1)\n\n- [ ] a\n\n**Priority**: P0\n`,
    `${LEGEND}## 1. A\n\n### 1.1 B (P0)\n\n- [ ] a\n\n**Priority**: P0\n`,
  ],
  'priority/unreadable': [field('**Priority**: Impact High | Effort Low'), field('**Priority**: High')],
  'priority/number': [field('**Priority**: 1'), field('**Priority**: P1')],
  'priority/colour-alone': ['## 🔴 A\n\n- [ ] a\n', '## 🔴 High Priority\n\n- [ ] a\n'],
  'priority/from-emoji': [`${LEGEND.replace('- **P0**', '- 🔴 **P0**')}## 1. 🔴 A\n\n- [ ] a\n`, `${LEGEND}## 1. A (P0)\n\n- [ ] a\n`],
  'timeline/unreadable': [field('**Timeline**: 3 dayz'), field('**Timeline**: 3 days')],
  'timeline/prose': [field('**Timeline**: as long as the migration takes'), field('**Timeline**: 3 days')],
  'timeline/is-position': [field('**Timeline**: Week 2'), field('**Timeline**: 1 week')],
  'timeline/ambiguous-unit': [field('**Timeline**: 3 m'), field('**Timeline**: 3 months')],
  'due/unreadable': [field('**Due**: 2026-02-30'), field('**Due**: 2026-12-04')],
  'due/not-a-date': [field('**Due**: soon'), field('**Due**: 2026-12-04')],
  'due/fiscal-year': [field('**Due**: Q2 FY26'), field('**Due**: 2026-12-04')],
  'due/is-position': [field('**Due**: Day 16, 2 hours'), field('**Due**: 2026-12-04')],
  'due/ambiguous': [field('**Due**: 12/06/2026'), field('**Due**: 2026-12-06')],
  'depends/unknown-item': [field('**Depends on**: 7.7'), field('')],
  'depends/in-table': [field('**Depends on**: 7.7\n\n| id | state |\n| --- | --- |\n| 7.7 | done |'), field('**Depends on**: 1.2')],
  'depends/not-an-item': [
    item('- [ ] a', '', '**Depends on**: Deplyo', '', '### 1.2 Deploy', '', '- [ ] b').replace('### 1.2', '###'),
    field(''),
  ],
  'depends/outside-plan': [field('**Depends on**: the other team'), field('')],
  'depends/too-many': [sections(500), sections(2)],
  'depends/cycle': [field('**Depends on**: 1.1'), field('')],
  'plan/no-tasks': ['# A\n', '# A\n\n- [ ] a\n'],
  'schedule/overcommitted': [dated(week('Rotate keys').replace('2 days', '9 days')), dated(week('Rotate keys'))],
  'schedule/understaffed': [team(week('Rotate keys').replace('2 days', '9 days')), team(week('Rotate keys'))],
  'schedule/overrun': [dated(week('Rotate keys').replace('2 days', '9 days')), dated(week('Rotate keys'))],
  'schedule/misses-deadline': [week('Rotate keys').replace('Week 1', 'Week 2'), week('Rotate keys')],
  'schedule/misses-due-date': [
    dated(week('Rotate keys').replace('**Timeline**: 2 days', '**Timeline**: 2 days\n\n**Due**: 2026-11-01')),
    dated(week('Rotate keys').replace('**Timeline**: 2 days', '**Timeline**: 2 days\n\n**Due**: 2026-11-30')),
  ],
  'schedule/longer-than-deadline': [
    `${LEGEND}## 1. A (P1)\n\n### 1.1 B\n\n- [ ] a\n\n**Timeline**: 2 weeks\n`,
    `${LEGEND}## 1. A (P1)\n\n### 1.1 B\n\n- [ ] a\n\n**Timeline**: 3 days\n`,
  ],
  'schedule/other-priority': [week('Rotate keys').replace('Week 1', 'Week 1 (P1)'), week('Rotate keys').replace('Week 1', 'Week 1 (P0)')],
  'schedule/too-many': [weeks(120), weeks(2)],
  'schedule/unnamed-item': [week('Other work').replace('Week 1', 'Week 1 (P0)'), week('Rotate keys').replace('Week 1', 'Week 1 (P0)')],
  'schedule/unplaced-item': [
    week('Rotate keys').replace('## Schedule', '### 1.2 Paint the fence\n\n- [ ] b\n\n## Schedule'),
    week('Rotate keys\n- Paint the fence').replace('## Schedule', '### 1.2 Paint the fence\n\n- [ ] b\n\n## Schedule'),
  ],
  'schedule/unresolved-line': [week('Rotate keys\n- Paint the fence'), week('Rotate keys')],
  'schedule/ambiguous-line': [
    week('Rotate keys').replace('## Schedule', '### 1.2 Rotate keys\n\n- [ ] b\n\n## Schedule'),
    week('1.1 Rotate keys').replace('## Schedule', '### 1.2 Rotate keys\n\n- [ ] b\n\n## Schedule'),
  ],
  'schedule/order': [
    `${week('1.1').replace('Do it', 'Do it\n\n**Depends on**: 1.2').replace('## Schedule', '### 1.2 Move\n\n- [ ] b\n\n## Schedule')}\n### Week 2\n\n- 1.2\n`,
    `${week('1.1').replace('## Schedule', '### 1.2 Move\n\n- [ ] b\n\n## Schedule')}\n### Week 2\n\n- 1.2\n`,
  ],
  'schedule/beyond-calendar': [dated(week('Rotate keys').replace('2 days', '2500000 days')), dated(week('Rotate keys'))],
  'schedule/before-start': [dated('## October 2026\n\n- [ ] a\n'), dated('## December 2026\n\n- [ ] a\n')],
  'schedule/assumed-year': [dated('## Sprint 12 (5-16 Nov)\n\n- [ ] a\n'), dated('## Sprint 12 (5-16 Nov 2026)\n\n- [ ] a\n')],
  'schedule/no-year': ['## Sprint 12 (Oct 5 - Oct 16)\n\n- [ ] a\n', '## Sprint 12 (Oct 5 - Oct 16, 2026)\n\n- [ ] a\n'],
  'schedule/fiscal-year': ['## Q1 FY26\n\n- [ ] a\n', '---\nplan:\n  fiscalYear: {2026: 2025-10-01}\n---\n\n## Q1 FY26\n\n- [ ] a\n'],
  'schedule/unreadable-period': [week('Rotate keys').replace('Week 1', 'Week 4 - Month 2'), week('Rotate keys')],
}

const NO_SOURCE = {path: 'plan.md', commit: null, committedAt: null, changedAt: null, dirty: false}
const found = (text: string): readonly {readonly rule: string; readonly severity: string}[] =>
  report({text, source: NO_SOURCE, baseline: null, now: '2026-11-23T09:00:00Z', today: '2026-11-23', evidence: null}).problems

test.each(Object.entries(BROKEN))('%s is found, and its fix helps', (rule, [broken, fixed]) => {
  expect(
    found(broken)
      .filter((one) => one.rule === rule)
      .map(({severity}) => severity),
  ).toContain(RULES[rule as RuleId].severity)
  expect(found(fixed).map((one) => one.rule)).not.toContain(rule)
})
