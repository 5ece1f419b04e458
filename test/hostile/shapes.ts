// Texts that cost a careless reader more than their length: every shape can be made in any size.

/** Makes a plan of about so many bytes in UTF-8. */
export type Shape = (size: number) => string

const bytes = (text: string): number => Buffer.byteLength(text)

/** `head`, then `unit` again and again up to the size, then `tail`. */
const repeat =
  (unit: string, head = '', tail = ''): Shape =>
  (size) =>
    head + unit.repeat(Math.max(1, Math.floor(size / bytes(unit)))) + tail

/** The same, each time with its number in it. */
const count =
  (unit: (index: number) => string, head = '', tail = ''): Shape =>
  (size) => {
    const parts: string[] = [head]
    let length = 0
    for (let index = 1; length < size; index++) {
      const part = unit(index)
      length += bytes(part)
      parts.push(part)
    }
    return parts.join('') + tail
  }

/** `open` half of the size deep, then `close` as often. */
const nest =
  (open: string, close: string, head = '', middle = 'a'): Shape =>
  (size) => {
    const times = Math.max(1, Math.floor(size / bytes(open + close)))
    return head + open.repeat(times) + middle + close.repeat(times)
  }

/** A line for each step of `line`, ever longer, up to the size. */
const grow =
  (line: (index: number) => string, head = ''): Shape =>
  (size) => {
    const parts: string[] = [head]
    let length = 0
    for (let index = 0; ; index++) {
      const part = line(index)
      length += bytes(part)
      if (length > size && index > 0) return parts.join('')
      parts.push(part)
    }
  }

const TASK = '- [ ] '
const ITEM = '# P\n\n## 1. S (P1)\n\n### 1.1 I\n\n- [ ] a\n\n'
const HEADING = '# P\n\n## '
const FRONT = (yaml: Shape): Shape => {
  return (size) => `---\nplan:\n${yaml(size)}\n---\n# P\n\n- [ ] a\n`
}
const field = (name: string, unit: string, head = '', tail = ''): Shape => repeat(unit, `${ITEM}**${name}**: ${head}`, `${tail}\n`)
const COUNTED = '---\nplan:\n  tables: true\n---\n\n'
const SCHEDULE = `${ITEM}## Implementation Schedule\n\n### Week 1 (P1)\n\n- `
const METRIC = `${ITEM}## Success Metrics\n\n- `
const LEGEND = '# P\n\n## Priority Levels\n\n- '
const REVIEW = `${ITEM}## Review Process\n\n- `

/** Keys of one bucket of cmark's old hash of references. */
function collisions(size: number): string {
  const found: string[] = []
  let length = 0
  for (let index = 0; length < size; index++) {
    let hash = 0
    for (const char of `x${index}`) hash = (char.charCodeAt(0) + (hash << 6) + (hash << 16) - hash) >>> 0
    if (hash % 16 !== 0) continue
    const text = `[x${index}]: /url\n\n[x0]\n\n`
    length += text.length
    found.push(text)
  }
  return found.join('')
}

/** The pathological inputs of cmark-gfm's `test/pathological_tests.py`, in any size; the first of each is a paragraph, as there. */
const CMARK: Readonly<Record<string, Shape>> = {
  'nested strong emph': nest('*a **a ', ' a** a*', '', 'b'),
  'many emph closers with no openers': repeat('a_ '),
  'many emph openers with no closers': repeat('_a '),
  'many link closers with no openers': repeat('a]'),
  'many link openers with no closers': repeat('[a'),
  'mismatched openers and closers': repeat('*a_ '),
  'openers and closers multiple of 3': repeat('c* ', 'a**b'),
  'link openers and emph closers': repeat('[ a_'),
  'pattern [ (]( repeated': repeat('[ (]('),
  'hard link/emph case': repeat('**x [a*b**c*](d)'),
  'nested brackets': nest('[', ']'),
  'nested block quotes': repeat('> ', '', 'a'),
  'deeply nested lists': grow((depth) => `${'  '.repeat(depth)}* a\n`),
  'U+0000 in input': repeat('abc\u0000de\u0000'),
  backticks: grow((length) => `e${'`'.repeat(length)}`),
  'unclosed links A': repeat('[a](<b'),
  'unclosed links B': repeat('[a](b'),
  tables: repeat('aaa\rbbb\n-\v\n'),
  'many references': (size) => count((index) => `[${index}]: u\n`)(size / 2) + repeat('[0] ')(size / 2),
  'reference collisions': collisions,
  'unclosed comment in a line': repeat('a<!-- '),
  'unclosed processing instruction': repeat('a<?'),
  'unclosed CDATA': repeat('a<![CDATA['),
  'unclosed declaration': repeat('a<!A '),
}

/** The same on a task's line. */
const ON_A_TASK = Object.fromEntries(
  Object.entries(CMARK)
    .filter(([name]) => !/block quotes|lists|tables|references|collisions/.test(name))
    .map(([name, shape]) => [`task: ${name}`, (size: number) => TASK + shape(size)] as const),
)

const OTHERS: Readonly<Record<string, Shape>> = {
  // Links, brackets and evidence on a task.
  'task: links without an end': repeat('[a](', TASK),
  'task: link address without an end': repeat('[a](b ', TASK),
  'task: link in link': repeat('[a](b)[', TASK),
  'task: brackets in addresses': nest('[a](', ')', TASK),
  'task: pictures': repeat('![a](b.png) ', TASK),
  'task: reports': repeat('[85 % of branches](../reports/coverage.json) ', TASK),
  'task: link with a long text': repeat('a', `${TASK}[`, '](b.json)'),
  'task: link with a long address': repeat('a', `${TASK}[a](`, '.json)'),
  'task: link with a long title': repeat('a', `${TASK}[a](b.json "`, '")'),
  'task: parentheses': repeat('(', TASK),
  'task: full-width parentheses': repeat('（', TASK),
  'task: brackets of all kinds': repeat('([（［', TASK),
  'task: bracket pairs': repeat('() ', TASK),
  'task: parentheses and spaces': repeat('( ', TASK),
  'task: tildes': repeat('~', TASK),
  'task: pairs of tildes': repeat('~~ ', TASK),
  'task: tildes around letters': repeat('~a', TASK),
  'task: struck words': repeat('~~a~~ ', TASK),
  'task: tildes that open': repeat(' ~~a', TASK),
  'task: tildes that do not match': repeat('~a~~b', TASK),
  'task: struck as a whole': repeat('a ~', `${TASK}~~`, '~~'),
  'task: code': repeat('`a` ', TASK),
  'task: backslashes': repeat('\\', TASK),
  'task: escaped brackets': repeat('\\[', TASK),
  'task: entities': repeat('&amp;', TASK),
  'task: unknown entities': repeat('&a', TASK),
  'task: long entities': repeat('a', `${TASK}&`),
  'task: number entities': repeat('&#1', TASK),
  'task: fields of two kinds': repeat('[due:: 2026-01-01] (est: 3d) ', TASK),
  'task: signs and fields of two kinds': repeat('📅 2026-01-01 ⏫ [due:: 2026-01-01] (est: 3d) ', TASK),
  'task: tags': repeat('<b>', TASK),
  'task: tags that do not end': repeat('<a ', TASK),
  'task: tag with attributes': repeat('a ', `${TASK}<a `),
  'task: tag with an attribute without an end': repeat('a="', `${TASK}<a `),
  'task: less than': repeat('<', TASK),
  'task: autolinks': repeat('<http://a> ', TASK),
  'task: autolinks without an end': repeat('<a:', TASK),
  'task: addresses of mail': repeat('<a@b.', TASK),
  'task: www': repeat('www.', TASK),
  'task: http': repeat('http://', TASK),
  'task: colons': repeat(':', TASK),
  'task: at signs': repeat('@a ', TASK),
  'task: exclamation marks': repeat('!', TASK),
  'task: boxes': repeat('[ ] ', TASK),
  'task: boxes without spaces': repeat('[ ]', TASK),
  'task: spaces': repeat(' ', TASK, 'a'),
  'task: spaces between words': repeat(' ', `${TASK}a`, 'b'),
  'task: tabs': repeat('\t', TASK, 'a'),
  'task: no-break spaces': repeat('\u00A0', TASK, 'a'),
  'task: trailing spaces': repeat(' ', `${TASK}a`),
  'task: words': repeat('word ', TASK),
  'task: one word': repeat('a', TASK),
  'task: digits': repeat('1', TASK),
  'task: numbers': repeat('1 ', TASK),
  'task: numbers in groups': repeat('000 ', `${TASK}1 `),
  'task: numbers with points': repeat('1.', TASK),
  'task: pictograms': repeat('📅', TASK),
  'task: families': repeat('👩\u200D', TASK),
  'task: marks over a letter': repeat('\u0301', `${TASK}a`),
  'task: dashes': repeat(' - ', TASK),
  'task: hyphens': repeat('-', TASK),
  'task: priorities': repeat('P1 ', TASK),
  'task: priorities in brackets': repeat('(P9) ', TASK),
  'task: priorities behind dashes': repeat(' - P1', `${TASK}a`, ' x'),
  'task: carriage returns': repeat('\r', TASK, 'a'),
  'task: surrogates': repeat('\uD800', TASK),
  'task: lines that go on': repeat('a\n', TASK),
  'task: comments': repeat('<!-- a --> ', TASK),
  'task: emphasis of one letter': repeat('*a* ', TASK),
  'task: stars': repeat('*', TASK),
  'task: underscores': repeat('_', TASK),
  'task: quotes': repeat('"', TASK),
  'task: hidden characters': repeat('\u200B', TASK),
  'task: footnote references': repeat('[^a]', TASK),
  'task: reference links': repeat('[a][b]', TASK),
  'box: comment in it': repeat('<!-- --> ', '- [ ] '),
  'box: words before it': repeat('a ', '- ', '[ ]'),
  'box: brackets': repeat('[', '- '),
  'box: a long mark': repeat('\u0301', '- [a', '] b'),
  'box: behind quotes': repeat('> ', '    ', '[ ] a'),
  'box: behind tags': repeat('> ', '<div>\n', '[ ] a'),
  'box: inputs': repeat('<input ', '<div>\n'),
  'box: greater than': repeat('>', '<div>\n', 'x'),

  // Blocks.
  'bullets on one line': repeat('- ', '', '[ ] a'),
  'numbers on one line': repeat('1. ', '', '[ ] a'),
  'quotes and bullets on one line': repeat('> - ', '', '[ ] a'),
  'bullets on many lines': count(() => `${'- '.repeat(90)}[ ] a\n`),
  'tabs on one line': repeat('-\t', '', '[ ] a'),
  'footnotes on one line': repeat('[^a]: ', '', '- [ ] a'),
  'footnote label': repeat('a', '[^', ']: b'),
  'footnote label escaped': repeat('\\', '[^'),
  footnotes: count((index) => `[^${index}]: a\n`),
  'deep quote, lazy lines': (size) => `${'> '.repeat(90)}a\n${'a\n'.repeat(size / 2)}`,
  'deep list, indented lines': (size) => {
    const lines = Array.from({length: 90}, (_, depth) => `${'  '.repeat(depth)}- [ ] a\n`).join('')
    return lines + `${' '.repeat(180)}b\n\n`.repeat(Math.max(1, Math.floor(size / 183)))
  },
  'deep list again and again': count((index) => `${'  '.repeat(index % 99)}- [ ] a\n`),
  'quotes, one deeper each line': grow((depth) => `${'>'.repeat(depth)} a\n`),
  'spaces alone': repeat(' '),
  'tabs alone': repeat('\t'),
  'empty lines': repeat('\n'),
  'carriage returns': repeat('\r'),
  'Windows line ends': repeat('\r\n'),
  'indented code': repeat('    a\n'),
  fences: repeat('```\na\n'),
  'long fence': repeat('`', '', '\na'),
  'open fence': repeat('- [ ] a\n', '```\n'),
  'tilde fence': repeat('~', '', '\na'),
  'fences in lists': repeat('- ```\n'),
  'comment that is not closed': repeat('- [ ] a\n', '<!--\n'),
  comments: repeat('<!--\n\n'),
  'HTML blocks': repeat('<div>\n\n'),
  'HTML lines': repeat('<a>\n'),
  'HTML line': repeat('<a', '', '\n'),
  'HTML attributes': repeat('a ', '<a ', '\n'),
  'HTML attributes with quotes': repeat('a="b"', '<a ', '\n'),
  'a tag that is one line': repeat(' b', '<a', '>\n'),
  'a tag that ends after spaces': repeat(' ', '</a', '>\n'),
  'a title': repeat('a', '[a]: /u "', '"\n'),
  'a title with escapes': repeat('\\"', '[a]: /u "', '"\n'),
  'a title with escapes that does not end': repeat('\\"', '[a]: /u "', '\n'),
  'a title of words': repeat('a ', "[a]: /u '", "'\n"),
  'a title in parentheses with escapes': repeat('\\)', '[a]: /u (', '\n'),
  'an address in angle brackets': repeat('a', '[a]: <', '>\n'),
  'an address in angle brackets with escapes': repeat('\\>', '[a]: <', '\n'),
  'an address with escapes': repeat('\\(', '[a]: ', '\n'),
  'a label with escapes': repeat('\\]', '[', ']: /u\n'),
  'task: title with escapes': repeat('\\"', `${TASK}[a](/u "`),
  'task: titles with escapes': repeat('[a](/u "\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"\\"', TASK),
  'task: address in angle brackets': repeat('a', `${TASK}[a](<`, '>)'),
  'task: one entity': repeat('a', `${TASK}&`, ';'),
  'task: one address of mail': repeat('a', `${TASK}<`, '@b>'),
  'processing instructions': repeat('<?\n\n'),
  rules: repeat('---\n\n'),
  'long rule': repeat('- '),
  'long rule of stars': repeat('* ', '', 'a'),
  'long rule of underscores': repeat('_ ', '', 'a'),
  'setext underline': repeat('=', 'a\n'),
  'setext headings': repeat('a\n=\n'),
  'setext with spaces': repeat(' ', 'a\n=', 'x'),
  'wide table': (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|\n`,
  'wide table that fits not': (size) => `${'|a'.repeat(size / 4)}|\n${'|-'.repeat(size / 4)}|-|\n`,
  'long table': repeat('|[ ] a|b|\n', '|a|b|\n|-|-|\n'),
  pipes: repeat('|'),
  'delimiter row': repeat('- ', 'a\n|'),
  'delimiter row of spaces': repeat(' ', 'a\n|-', 'x'),
  'delimiter row of dashes': repeat('-', 'a\n|', 'x'),
  'delimiter rows': repeat('a\n|-|\n'),
  'file of a task': repeat('- a, b\n', '---\nid: 1\nstatus: Done\nassignee:\n', 'dependencies: [a]\n---\n- [ ] a\n'),
  'headings of fiscal quarters': repeat('## FY26 Q1 - FY26 Q\n- [ ] a\n'),
  'headings of weeks': repeat('## Week of Oct 5\n- [ ] a\n', '---\nplan: {start: 2026-09-07}\n---\n'),
  'heading: weeks of': repeat('week of ', HEADING),
  'field: weeks of': field('Due', 'week of '),
  'table of tasks': repeat('|[ ] a (due: 2026-12-01)|Done|3d|@ann|\n', `${COUNTED}|Task|Status|Est|Owner|\n|-|-|-|-|\n`),
  'wide table of tasks': (size) =>
    `${COUNTED}${'|Task'.repeat(size / 16)}|Status|\n${'|-'.repeat(size / 16 + 1)}|\n${'|1|\n'.repeat(size / 12)}`,
  'rows that are wide': (size) => `${COUNTED}|Task|Status|\n|-|-|\n${`${'|a'.repeat(Math.sqrt(size / 2))}|\n`.repeat(Math.sqrt(size / 2))}`,
  'many tables of tasks': repeat('## a\n|Task|Status|\n|-|-|\n|b|Done|\n\n', COUNTED),
  'rows called as headings': (size) =>
    `${COUNTED}${'## a\n- [ ] b\n'.repeat(size / 24)}\n|Task|Status|\n|-|-|\n${'|a|Done|\n'.repeat(size / 18)}`,
  'status of signs': field('Status', '✅ '),
  'cell of bars': (size) => `${COUNTED}|Task|Status|\n|-|-|\n|a|${'\\|'.repeat(size / 2)}|\n`,
  'cell of digits': (size) => `${COUNTED}|Task|Est (h)|Status|\n|-|-|-|\n|a|${'1'.repeat(size / 2)}|${'1'.repeat(size / 2)}|\n`,
  'bullets of signs': repeat('- ✅ a\n- ❌ b\n'),
  'bullets of signs deep': (size) =>
    Array.from({length: 60}, (_, depth) => `${'  '.repeat(depth)}- ✅ ${'a'.repeat(size / 60)}\n`).join(''),
  'many lists of signs': repeat('- ✅ a\n- ❌ b\n\ntext\n\n'),
  'many tables': repeat('|a|\n|-|\n\n'),
  references: count((index) => `[a${index}]: u\n\n`),
  'references of one label': repeat('[a]: u\n\n'),
  'reference in a long paragraph': repeat('[a]: u\n'),
  'addresses that are written with entities': repeat('[a](&#106;avascript:a) ', '- [ ] '),
  'tags on many lines': repeat('a <b>\n', '- [ ] a\n\n'),
  'definitions on one line': repeat(']:', '', ' &'),
  'reference without an end': repeat('[a]: <', ''),
  'reference with a title without an end': repeat('"a\n', '[a]: u '),
  'reference label': repeat('a', '[', ']: u'),
  'reference labels that do not end': repeat('[a\n'),
  'a paragraph': repeat('a\n'),
  'a line': repeat('a'),
  'a line of spaces and letters': repeat('a '),
  'lines of one box': repeat('[ ] a\n'),
  'near boxes': repeat('- [] a\n'),
  tasks: repeat('- [ ] a\n'),
  'numbered tasks': count((index) => `${index}. [ ] a\n`),
  'done and open, nested': repeat('- [x] a\n  - [ ] b\n'),
  'unknown marks': repeat('- [?] a\n'),
  'conflict markers': repeat('<<<<<<< a\n=======\n>>>>>>> b\n'),
  'merge marker without its end': repeat('<<<<<<< a\n'),
  NUL: repeat('\u0000'),
  'byte-order marks': repeat('\uFEFF'),
  'replacement characters': repeat('\uFFFD\n'),
  'line separators': repeat('\u2028'),
  'hidden characters before bullets': repeat('\u200B', '', '- [ ] a'),

  // Headings and the parts of a plan.
  headings: repeat('# a\n'),
  'headings, each its own': count((index) => `# a${index}\n`),
  'numbered headings': count((index) => `## ${index}. a\n`),
  items: count((index) => `### 1.${index} a\n- [ ] a\n`),
  'items of one number': repeat('### 1.1 a\n- [ ] a\n'),
  'items of one title': repeat('### Cache\n- [ ] a\n', '## S\n'),
  sections: count((index) => `## ${index}. S\n\n- [ ] a\n\n`),
  'sections of no number': count((index) => `## S${index}\n\n- [ ] a\n\n`),
  'headings one deeper': repeat('# a\n## a\n### a\n#### a\n##### a\n###### a\n'),
  'headings in lists': repeat('- # a\n'),
  'heading: number signs': repeat('#', '# a '),
  'heading: spaces': repeat(' ', '# a', '#x'),
  'heading: spaces and number signs': repeat(' #', '# a'),
  'heading: dashes': repeat(' - ', HEADING),
  'heading: brackets': repeat('(', HEADING),
  'heading: priorities': repeat('(P9)', HEADING),
  'heading: numbers': repeat('1.', HEADING, ' a'),
  'heading: numbers and dashes': repeat('1-', `${HEADING}Week `),
  'heading: weeks': repeat('Week 1 ', HEADING),
  'heading: weeks joined': repeat(', 1', `${HEADING}Week 1`),
  'heading: weeks with spaces': repeat(' ', `${HEADING}Week`, '1'),
  'heading: weeks and spaces': repeat(' ', `${HEADING}Week 1`, 'x'),
  'heading: calendar weeks': repeat('KW 49 ', HEADING),
  'heading: years': repeat('2026 ', HEADING),
  'heading: years and dashes': repeat('2026-', HEADING),
  'heading: dates': repeat('2026-11-23 ', HEADING),
  'heading: dates joined': repeat('2026-11-23 - ', HEADING),
  'heading: months': repeat('March 2026 ', HEADING),
  'heading: months joined': repeat('Mar - ', HEADING, '2026'),
  'heading: quarters': repeat('Q1-', HEADING, ' 2026'),
  'heading: quarters with spaces': repeat(' ', `${HEADING}Q1 2026`, '-Q2'),
  'heading: phases': repeat('Phase 1 ', HEADING),
  'heading: punctuation': repeat('.', HEADING, ' Week 1'),
  'heading: 第': repeat('第 ', HEADING),
  'heading: sprints': repeat('Sprint 1 (', HEADING),
  'heading: bracket that does not close': repeat('a', `${HEADING}Sprint 1 (`),
  'heading: letters': repeat('a', HEADING),
  'heading: anchors': repeat('{#a', HEADING),
  'heading: anchor': repeat('a', `${HEADING}a {#`, '}'),
  'heading: spaces before an anchor': repeat(' ', `${HEADING}a`, '{#a'),
  'heading: ticks': repeat('✅ ', HEADING),
  'heading: done': repeat('(done) ', HEADING),
  'heading: emoji': repeat('🔴', HEADING),
  'schedule: lines': repeat('a - b\n- ', SCHEDULE),
  'schedule: names of items': repeat('1.1 ', SCHEDULE),
  'schedule: names with commas': repeat('1.1, ', SCHEDULE),
  'schedule: a long word': repeat('a', SCHEDULE),
  'schedule: words': repeat('cache ', SCHEDULE),
  'schedule: brackets': repeat('(a', SCHEDULE),
  'schedule: files': repeat('a.b', SCHEDULE),
  'schedule: dots': repeat('a-', SCHEDULE),
  'schedule: ranges': repeat('1.1-1.9 ', SCHEDULE),
  'schedule: long ranges': repeat('1.1-1.999999 ', SCHEDULE),
  'schedule: weeks': count((index) => `### Week ${index}\n\n- a\n\n`, `${ITEM}## Implementation Schedule\n\n`),
  'schedule: every item in a line': (size) => {
    const times = Math.max(1, Math.floor(size / 60))
    const items = Array.from({length: times}, (_, index) => `### 1.${index + 1} Cache number ${index + 1}\n- [ ] a\n`).join('')
    const lines = Array.from({length: times}, (_, index) => `- Cache number ${index + 1}\n`).join('')
    return `# P\n\n## 1. S (P1)\n\n${items}\n## Schedule\n\n### Week 1\n\n${lines}`
  },
  'schedule: every item in one line': (size) => {
    const times = Math.max(1, Math.floor(size / 40))
    const items = Array.from({length: times}, (_, index) => `### 1.${index + 1} Cache number ${index + 1}\n- [ ] a\n`).join('')
    return `# P\n\n## 1. S (P1)\n\n${items}\n## Schedule\n\n### Week 1\n\n- ${Array.from({length: times}, (_, index) => `1.${index + 1}`).join(', ')}\n`
  },
  'metrics: words': repeat('a ', METRIC),
  'metrics: numbers': repeat('1 ', METRIC),
  'metrics: lines': repeat('80%+ test coverage\n- ', METRIC),
  'legend: lines': repeat('**P0 (Critical)**: a - b\n- ', LEGEND),
  'legend: brackets': repeat('(', `${LEGEND}P0 `),
  'legend: dashes': repeat(' - ', `${LEGEND}P0: a`),
  'legend: signs': repeat('.', LEGEND),
  'legend: spaces': repeat(' ', `${LEGEND}P0`, 'x'),
  'legend: levels': count((index) => `P${index % 10} (W${index}): a - ${index} days\n- `, LEGEND),
  legends: repeat('## Legend\n\n'),
  'legend of marks': repeat('- [ ] open\n- [x] done\n', '## Legend\n\n'),
  'reviews: words': repeat('every ', REVIEW),
  'next steps': repeat('a\n- ', `${ITEM}## Next Steps\n\n- `),

  // Fields.
  'field: depends on': field('Depends on', '1.1, '),
  'field: depends on, each its own': count((index) => `1.${index}, `, `${ITEM}**Depends on**: `),
  'field: depends on, by lines': count((index) => `1.${index},\n`, `${ITEM}**Depends on**: `),
  'field: depends on, by titles': count((index) => `Title ${index}, `, `${ITEM}**Depends on**: `),
  'phases of another priority': (size) =>
    `# P\n\n## 1. S\n\n${count((index) => `### 1.${index} I (P1)\n- [ ] a\n`)(size / 2)}\n## Implementation Schedule\n\n${count((index) => `### Week ${index} (P0)\n\n- x\n`)(size / 2)}`,
  'field: depends on, numbers and titles': field('Depends on', '1.1, a, '),
  'field: depends on, ranges of a plan': (size) =>
    `${count((index) => `### 1.${index} I\n- [ ] a\n`, '# P\n\n## 1. S\n\n')(size / 2)}\n**Depends on**: ${count((index) => `1.${index % 900}-1.${900 + (index % 90)}, `)(size / 2)}\n`,
  'field: depends on, a section again and again': (size) =>
    `${count((index) => `### 1.${index} I\n- [ ] a\n`, '# P\n\n## 1. S\n\n')(size / 2)}\n## 2. T\n\n### 2.1 J\n- [ ] b\n\n**Depends on**: ${'1, '.repeat(size / 6)}\n`,
  'field: depends on, a section by every item': (size) =>
    `${count((index) => `### 1.${index} I\n- [ ] a\n`, '# P\n\n## 1. S\n\n')(size / 2)}\n## 2. T\n\n${count((index) => `### 2.${index} J\n- [ ] b\n\n**Depends on**: 1, 1.1-1.900\n\n`)(size / 2)}`,
  'schedule: a section in every week': (size) =>
    `${count((index) => `### 1.${index} I\n- [ ] a\n`, '# P\n\n## 1. Alpha (P1)\n\n')(size / 2)}\n## Implementation Schedule\n\n${count((index) => `### Week ${index} (P${index % 4})\n\n- Section 1\n- Alpha\n- 1.1-1.900\n\n`)(size / 2)}`,
  'field: depends on, ranges': repeat('1.1-1.99999, ', `${ITEM}**Depends on**: `),
  'field: depends on, points': field('Depends on', '1.'),
  'field: depends on, brackets': field('Depends on', '(', '1.1 '),
  'field: depends on, links': field('Depends on', '](', '1.1 '),
  'field: depends on, commas': field('Depends on', ','),
  'field: depends on, none': field('Depends on', ' ', 'none', 'x'),
  'field: depends on, chain': count((index) => `### 1.${index + 1} a\n- [ ] a\n\n**Depends on**: 1.${index}\n\n`, `${ITEM}`),
  'field: depends on, all on all': (size) => {
    const times = Math.max(2, Math.floor(Math.sqrt(size / 6)))
    const ids = Array.from({length: times}, (_, index) => `1.${index + 1}`)
    return `# P\n\n## 1. S\n\n${ids.map((id, at) => `### ${id} a\n\n- [ ] a\n\n**Depends on**: ${ids.slice(0, at).join(', ') || 'none'}\n\n`).join('')}`
  },
  'field: timeline': field('Timeline', '3 days + '),
  'field: timeline, words': field('Timeline', 'day '),
  'field: timeline, digits': field('Timeline', '1'),
  'field: timeline, groups': field('Timeline', '000 ', '1 '),
  'field: timeline, points': field('Timeline', '1.'),
  'field: timeline, brackets': field('Timeline', ' (', '3 days'),
  'field: timeline, bracket pairs': field('Timeline', ' (a)', '3 days'),
  'field: timeline, spaces': field('Timeline', ' ', '3', 'x'),
  'field: timeline, spaces behind': field('Timeline', ' ', '3 days', 'x'),
  'field: timeline, tildes': field('Timeline', '~', '3'),
  'field: due': field('Due', '2026-11-23 '),
  'field: due, digits': field('Due', '1'),
  'field: due, was': field('Due', '(was ', '2026-11-23 '),
  'field: due, end of': field('Due', 'end of '),
  'field: due, spaces': field('Due', ' ', 'March', '1'),
  'field: owner': field('Owner', '@a, '),
  'field: owner, each its own': count((index) => `@a${index}, `, `${ITEM}**Owner**: `),
  'field: owner, spaces': field('Owner', ' ', 'a', 'b'),
  'field: owner, and': field('Owner', 'and '),
  'field: priority': field('Priority', 'P1, '),
  'field: priority, words': field('Priority', 'high '),
  'field: priority, signs': field('Priority', '.'),
  'field: priority, name again': field('Priority', 'priority '),
  'field: evidence': field('Evidence', 'reports/a.xml, '),
  'field: evidence, links': field('Evidence', '[a]('),
  'field: evidence, brackets': field('Evidence', '['),
  'field: evidence, long path': field('Evidence', 'a/'),
  'field: evidence, spaces': field('Evidence', ' ', 'a', 'b'),
  'field: issue': field('Issue', 'a\n'),
  'field: issue, bold': field('Issue', ' **a'),
  'field: many on a line': field('Timeline', ' | Owner: a', '1 day'),
  'field: pipes': field('Timeline', ' | ', '1 day'),
  'field: bold words': field('Timeline', ' **', '1 day'),
  'field: breaks': field('Timeline', '<br>', '1 day'),
  'field: break that does not end': field('Timeline', '<br ', '1 day'),
  'field: again and again': repeat('**Timeline**: 1 day\n\n', ITEM),
  'field: other each time': count((index) => `**Timeline**: ${index} days\n\n`, ITEM),
  'field: long ones, again and again': (size) =>
    `${ITEM}${`**Issue**: ${'a '.repeat(500)}\n\n`.repeat(Math.max(1, Math.floor(size / 1020)))}`,
  'field: struck': field('Timeline', '~~a', '1 day'),
  'field: stars': repeat('*', ITEM, 'Timeline'),
  'field: colons': repeat('a:', ITEM),
  'field: colons with spaces': repeat('a: ', ITEM),
  'field: label of spaces': repeat(' ', `${ITEM}Timeline`, ':'),
  'field: bold label of spaces': repeat(' ', `${ITEM}**Timeline`, '**:'),
  'field: pictures': repeat('📅 ', ITEM, 'x: a'),
  'field: glued': repeat('**Owner**: @a\n', `${ITEM.trimEnd()}\n`),

  // Front matter.
  'front matter: brackets': FRONT(repeat('[', '  start: ')),
  'front matter: braces': FRONT(repeat('{', '  start: ')),
  'front matter: bracket pairs': FRONT(nest('[', ']', '  start: ')),
  'front matter: one key': FRONT(repeat('  a: 1\n')),
  'front matter: keys': FRONT(count((index) => `  a${index}: 1\n`)),
  'front matter: keys of metrics': FRONT(count((index) => `    "m${index}": {report: a.xml}\n`, '  metrics:\n')),
  'front matter: bad metrics': FRONT(count((index) => `    "m${index}": 1\n`, '  metrics:\n')),
  'front matter: holidays': FRONT(repeat('2026-12-25, ', '  holidays: [', '2026-12-25]')),
  'front matter: days': FRONT(repeat('mon, ', '  workingDays: [', 'mon]')),
  'front matter: marks': FRONT(count((index) => `"${String.fromCharCode(0x4e00 + (index % 20_000))}": open, `, '  marks: {', '}')),
  'front matter: deep maps': FRONT(grow((depth) => `${' '.repeat(depth + 2)}a:\n`)),
  'front matter: deep lists': FRONT(repeat('- ', '  start: \n    ')),
  'front matter: aliases': FRONT(repeat('*a ', '  start: ')),
  'front matter: anchors': FRONT(repeat('&a ', '  start: ')),
  'front matter: bomb': FRONT(count((index) => `  a${index}: &a${index} [${`*a${index - 1},`.repeat(9)}]\n`, '  a0: &a0 [1]\n')),
  'front matter: quotation mark': FRONT(repeat('a', '  start: "')),
  'front matter: a word': FRONT(repeat('a', '  start: ')),
  'front matter: colons': FRONT(repeat(': ', '  start')),
  'front matter: question marks': FRONT(repeat('? ', '  ')),
  'front matter: comments': FRONT(repeat('# a\n', '  ')),
  'front matter: tags': FRONT(repeat('!a ', '  start: ')),
  'front matter: block text': FRONT(repeat('    a\n', '  start: |\n')),
  'front matter: tabs': FRONT(repeat('\t', '  start:')),
  'front matter: documents': FRONT(repeat('%YAML 1.2\n', '  ')),
  'front matter: strange keys': FRONT(repeat('  [a]: 1\n')),
  'front matter: without an end': repeat('a: 1\n', '---\n'),
}

/** Every shape, by its name. */
export const SHAPES: Readonly<Record<string, Shape>> = {...CMARK, ...ON_A_TASK, ...OTHERS}
