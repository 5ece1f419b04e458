import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, describe, expect, test, vi} from 'vitest'
import {parsePage} from './parse/page.ts'
import {type Ran, runPage} from './run.ts'
import {missing} from './source/machine.ts'
import {readPage} from './source/pages.ts'
import {closeAll} from './source/sandbox.ts'
import {toComplaint} from './view/terminal.ts'

vi.setConfig({testTimeout: 60_000})
afterAll(closeAll)

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const file = readPage(SITE, join(SITE, 'docs', 'runbooks', 'rotate-db-credentials.md'))
const lacking = [...(await missing('postgres')), ...(await missing('openssl'))]

const run = (text: string): Promise<Ran> => runPage(parsePage(file.path, text, 'sha256:0').page, '2026-11-23')
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length
const said = ({complaints}: Ran): string => complaints.map((complaint) => toComplaint({...complaint, output: ''})).join('\n')

/** A fence, its text and its indentation, by the id in its info string. */
const fence = (id: string): string => new RegExp(`^( *)\`\`\`bash run id=${id}\\b[\\s\\S]*?^\\1\`\`\`\\n`, 'm').exec(file.text)?.[0] ?? ''

describe.skipIf(lacking.length > 0)('a real runbook, changed in one place', () => {
  test('unchanged it passes', async () => {
    const ran = await run(file.text)
    expect(said(ran)).toBe('')
    expect(ran.result.level).toBe(3)
  })

  test.each([
    [
      'an expected output',
      'app_b|app_owner|1',
      'app_b|app_owner|2',
      'test-new-login',
      'app_b|app_owner|2',
      /printed "app_b\|app_owner\|1", expected "app_b\|app_owner\|2"/,
    ],
    [
      'a flag',
      'psql -At -c "select distinct tableowner',
      'psql -t -c "select distinct tableowner',
      'owner-unchanged',
      'app_owner\n```\n\n## Roll back',
      /printed " app_owner", expected "app_owner"/,
    ],
    [
      'an exit status',
      'id=old-login-refused exit=2',
      'id=old-login-refused exit=1',
      'old-login-refused',
      '```bash run id=old-login-refused',
      /exit status 2, expected 1/,
    ],
    ['a dropped step', fence('close-old-login'), '', 'end-old-connections', '', /still running after|exit status|printed/],
    [
      'a stopped server',
      fence('watch'),
      fence('watch').replace(/psql .*/, 'pg_ctl -D "$PGDATA" -m immediate stop > /dev/null'),
      'hold-old-connection',
      '',
      /still running after|printed|exit status/,
    ],
  ] as const)('%s is caught: page, block and line', async (_what, from, to, block, at, reason) => {
    expect(from).not.toBe('')
    // The expectation under a dropped step goes with it; a limit keeps a loop that now waits in vain short.
    const changed = (
      to === ''
        ? file.text.replace(new RegExp(`${escaped(from)}\\n *\`\`\`text expect[\\s\\S]*?\`\`\`\\n`), '')
        : file.text.replace(from, () => to)
    ).replace(/bash run id=hold-old-connection/, 'bash run id=hold-old-connection limit=4')
    expect(changed).not.toBe(file.text)
    const ran = await run(changed)
    expect(ran.result).toMatchObject({verdict: 'failed', level: 1})
    expect(ran.left).toEqual([])
    const message = said(ran)
    expect(message).toMatch(reason)
    if (at !== '') expect(message).toContain(`${file.path}:${lineOf(changed, at)}:`)
    if (to !== '') expect(message).toContain(`block "${block}"`)
    else expect(message).toMatch(/^docs\/runbooks\/rotate-db-credentials\.md:\d+:\d+ block "[a-z-]+": /)
  })
})

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
