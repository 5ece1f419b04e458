import {describe, expect, test} from 'vitest'
import {parsePlan} from '../structure/plan.ts'

const found = (text: string): readonly string[] =>
  parsePlan(text).problems.flatMap(({rule, severity, line, column, reason}) =>
    rule.startsWith('text/') ? [`${line}:${column} ${severity} ${rule}: ${reason}`] : [],
  )
const of = (text: string): readonly string[] => found(text).map((line) => line.replace(/:[^:]*$|: .*$/, ''))

describe('characters that steer', () => {
  test.each([
    ['ESC', '\u001b', 'control-character', 'U+001B (ESC)'],
    ['BEL', '\u0007', 'control-character', 'U+0007 (BEL)'],
    ['form feed', '\f', 'control-character', 'U+000C'],
    ['DEL', '\u007f', 'control-character', 'U+007F (DEL)'],
    ['C1', '\u009b', 'control-character', 'U+009B (CSI)'],
    ['an override', '\u202e', 'bidi-control', 'U+202E (right-to-left override)'],
    ['an embedding that is not closed', '\u202b', 'bidi-control', 'U+202B, not closed on its line'],
    ['an isolate that is not closed', '\u2067', 'bidi-control', 'U+2067, not closed on its line'],
  ])('%s is an error with its place', (_, character, rule, name) => {
    const [line] = found(`# P\n\n- [ ] a${character}b\n`)
    expect(line).toContain(
      `3:8 error text/${rule}: unexpected ${name}`.replace(
        'unexpected U',
        rule === 'control-character' ? 'unexpected control character U' : 'unexpected U',
      ),
    )
  })

  test('an isolate that its line closes is a warning: right-to-left text uses it', () => {
    expect(of('- [ ] \u2067שלום\u2069 a\n')).toEqual(['1:7 warning text/hidden-character'])
    expect(of('- [ ] \u202bשלום\u202c a\n')).toEqual(['1:7 warning text/hidden-character'])
    expect(of('- [ ] \u2067\u202bשלום\u2069 a\n')).toEqual(['1:7 warning text/hidden-character'])
    expect(of('- [ ] \u2067שלום\u202c a\n')).toEqual(['1:7 error text/bidi-control'])
    expect(of('- [ ] שלום a\n')).toEqual([])
  })

  test('each kind is told once on a line, and none hides another', () => {
    expect(of('- [ ] \u001b\u001b\u202e\u202e\u0000\uFFFD\n')).toEqual([
      '1:7 error text/control-character',
      '1:9 error text/bidi-control',
      '1:11 error text/nul',
      '1:12 warning text/replacement-character',
    ])
  })

  test('tabs and every kind of line end are text', () => {
    expect(of('# P\r\n\r- [ ]\ta\n')).toEqual([])
  })
})

describe('HTML', () => {
  test('is one note at its first element, whatever stands where', () => {
    expect(
      found(
        '# P\n\n- [ ] **a** <b>x</b> <br>\n- [ ] `<code>` \\<no> <!-- <i> --> <kbd\n\n<details>\n<p>\n</details>\n\n| <u>a</u> |\n| --- |\n| b |\n',
      ),
    ).toEqual([
      '3:13 info text/raw-html: 5 HTML elements, the first <b>, are shown as text in progress pages, but as HTML in a page that shows this file',
    ])
  })

  test('comments, code, autolinks, comparisons and components are none', () => {
    expect(
      found(
        '<!-- <script>x</script> -->\n\n- [ ] a < b > c <https://example.com> `<b>` <PlanStatus item="1.1" />\n\n```\n<b>\n```\n\n    <b>\n',
      ),
    ).toEqual([])
  })

  test.each([
    ['<script>alert(1)</script>', '1:1', '<script>'],
    ['- [ ] a <img src=x onerror=alert(1)>', '1:9', '<img>'],
    ['- [ ] <svg onload=alert(1)>', '1:7', '<svg>'],
    ['- [ ] [a](javascript:alert(1))', '1:11', '"javascript:alert(1)"'],
    ['- [ ] [a](&#106;avascript:alert)', '1:3', '"javascript:alert"'],
    ['- [ ] <vbscript:x>', '1:8', '"vbscript:x"'],
    ['## [a](data:text/html,x)\n\n- [ ] b', '1:8', '"data:text/html,x"'],
    ['- [ ] [a][b]\n\n[b]: javascript:x', '1:3', '"javascript:x"'],
    ['<iframe srcdoc=x></iframe>', '1:1', '<iframe>'],
  ])('%s runs code where the file is a page', (text, place, what) => {
    expect(found(`${text}\n`).filter((line) => line.includes('text/script'))).toEqual([
      `${place} warning text/script: ${what} runs code in a page that shows this file`,
    ])
  })
})
