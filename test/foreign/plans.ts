import {readdirSync, readFileSync} from 'node:fs'
import {oneOf, randomFrom} from '../faults/random.ts'
import {SHAPES} from '../hostile/shapes.ts'

const FIXTURES = new URL('../../plugins/action-plan/src/fixtures/', import.meta.url)

/** What one format or another takes for its own syntax, or cannot hold. */
const PIECES = [
  ...[
    '<b>',
    '</title>',
    ']]>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?xml?>',
    '&',
    '&amp;',
    '&#0;',
    '&#x1b;',
    '&#xFFFE;',
    '&nope;',
    '"',
    "'",
    '\\',
  ],
  ...[
    ',',
    ';',
    ':',
    '\\n',
    '\\,',
    'BEGIN:VEVENT',
    'END:VCALENDAR',
    'RRULE:FREQ=DAILY',
    '=1+1',
    '+1',
    '-1',
    '@SUM(1)',
    '\t',
    '|',
    '`',
    '~~',
    '**',
  ],
  ...[
    '\u0001',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u0085',
    '\u009b',
    '\u2028',
    '\u2029',
    '\u202e',
    '\u2066',
    '\uFEFF',
    '\uFFFE',
    '\uFFFF',
    '\uD800',
    '\uDC00',
  ],
  ...['🎉', '👩‍🚀', '漢字', 'שלום', 'é', 'e\u0301', '\u{10FFFF}', '\u{1FFFE}', '\u00a0', 'x'.repeat(300), '漢'.repeat(120), '🎉'.repeat(60)],
  ...[
    'http://a b/"',
    'javascript:alert(1)',
    '[a](javascript:alert(1))',
    '![x](y "z")',
    '<https://a.example>',
    '{{',
    '${',
    '%s',
    '%0A',
    '../..',
  ],
  ...['2026-02-30', '9999-12-31', '1.1', 'P0', '100 %', 'TRUE', '0x10', '1e5', '٣'],
] as const

/** A plan in which such pieces stand wherever a person writes. */
function hostilePlan(random: () => number): string {
  const words = (): string =>
    Array.from({length: 1 + Math.floor(random() * 3)}, () => `w${oneOf(random, PIECES)}`).join(random() < 0.5 ? ' ' : '')
  const mark = (): string => oneOf(random, [' ', 'x', '-', 'X', '~'])
  const item = (section: number, index: number): string =>
    [
      `### ${random() < 0.7 ? `${section}.${index} ` : ''}${words()} (P${Math.floor(random() * 3)})`,
      `**Issue**: ${words()}`,
      ...Array.from({length: Math.floor(random() * 4)}, () => `- [${mark()}] ${words()}`),
      `**Timeline**: ${oneOf(random, ['3 days', '1 week', '2-4 weeks', words()])}`,
      `**Owner**: ${oneOf(random, ['@ann', words()])}`,
      `**Due**: ${oneOf(random, ['2026-12-01', '1969-12-31', words()])}`,
      `**Depends on**: ${oneOf(random, ['1.1', words()])}`,
    ].join('\n\n')
  return [
    `---\nplan:\n  start: ${oneOf(random, ['2026-11-02', '1969-01-01', '9990-01-01'])}\n---`,
    `# ${words()}`,
    `## Priority Levels\n\n- **P0 (${words()})**: ${words()} - Immediate action required\n- **P1 (High)**: ${words()} - Within 1 week`,
    ...[1, 2].flatMap((section) => [`## ${section}. ${words()}`, item(section, 1), item(section, 2)]),
    `## Implementation Schedule\n\n### Week 1 (${words()})\n\n- 1.1 ${words()}\n\n### Week 2-3\n\n- 2.1`,
    `## Success Metrics\n\n- 80%+ ${words()}`,
    `## Review Process\n\n- Weekly ${words()}\n- Monthly ${words()}\n- Quarterly review`,
    `## Next Steps\n\n1. ${words()}`,
  ].join('\n\n')
}

/** Every item of a large plan is late, with a name that is as long as a line: what is told of each is as much as can be. */
const late = (count: number, name: string): string =>
  `# ${name}\n\n${Array.from({length: count}, (_, at) => `## ${at + 1}. ${name} ${at} (P0)\n\n- [x] ${name} ${at} a\n- [ ] ${name} ${at} b\n\n**Owner**: @ann\n\n**Due**: 2026-11-02\n`).join('\n')}`

/** Values that no field can be: messages quote them. */
const quoted = (value: string): string =>
  `## ${value}\n\n- [${value.slice(0, 2)}] a\n\n${['Due', 'Timeline', 'Priority', 'Depends on', 'Evidence'].map((name) => `**${name}**: ${value}\n`).join('\n')}\n`

/** Large plans, and plans of which every text is long in one way or another. */
const LARGE: Readonly<Record<string, () => string>> = {
  '3,000 items': () => late(3000, 'Item'),
  '3,000 items of Chinese': () => late(3000, '漢字'.repeat(20)),
  ...Object.fromEntries(
    ['🎉', '👩‍🚀', '漢', 'ש', '<', '*', '&', '"', '\\', '@a ', '#1 ', 'e\u0301', '\u0007', '=', 'a'].map((piece) => [
      `names of ${JSON.stringify(piece)}`,
      // Of odd and of even lengths: what is cut must not be cut in the middle of a character.
      () =>
        `${late(6, `x${piece.repeat(300)}`)}\n${late(6, piece.repeat(300)).replace(/^# .*$/m, '')}\n${quoted(`x${piece.repeat(700)}`)}${quoted(piece.repeat(700))}`,
    ]),
  ),
}

/** Plans by their names: the fixtures, the hostile shapes of a size, and so many random ones. */
export function plansOf({
  random,
  size,
  every,
  seed,
}: {
  random: number
  size: number
  every: number
  seed: number
}): ReadonlyMap<string, string> {
  const plans = new Map<string, string>()
  const turn = ([, one]: readonly [number, string]): string => one
  const some = (names: readonly string[]): readonly string[] =>
    [...names.entries()].filter(([index]) => (index + seed) % every === 0).map(turn)
  const files = readdirSync(FIXTURES, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.md'))
    .sort()
  for (const name of some(files)) plans.set(name, readFileSync(new URL(name, FIXTURES), 'utf8'))
  for (const name of some(Object.keys(SHAPES))) plans.set(`shape ${name}`, SHAPES[name]?.(size) ?? '')
  for (const [name, made] of Object.entries(LARGE)) if (every === 1) plans.set(name, made())
  for (let index = 0; index < random; index++) plans.set(`random ${seed}/${index}`, hostilePlan(randomFrom(seed * 100_003 + index)))
  return plans
}
