import {execFileSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {logger} from '@docusaurus/logger'
import type {LoadContext} from '@docusaurus/types'
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest'
import {main} from './cli.ts'
import actionPlan, {type PluginOptions} from './index.ts'

// Whatever a plan, its file's name, its commits or a user's input hold: no control character leaves.

/** C0 (but for tab, line feed and the carriage return before one), DEL, C1, and the controls of direction. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|\r(?!\n)/
/** One of each kind: a title of the terminal, a colour, C1, DEL, an override, an isolate; as characters and as entities of Markdown. */
const STEER = '\u001b]0;T\u0007\u001b[35m\u009b5m\u0090\u007f\u202e\u2066&#27;[5m&#x202e;'

const FILE = 'p\u001b[35m\u009b\u202e.md'
const plan = (mark: string, more = ''): string => `---
plan:
  start: 2026-11-02
  "x${'\u009b'}y": 1
---
# Plan ${STEER}

Overview ${STEER}.

## Priority Levels

- **P0 (Critical ${STEER})**: now ${STEER} - Immediate action required
- **P1 (High)**: soon - Within 1 week ${STEER}

## 1. Section ${STEER} (P0)

### 1.1 Item ${STEER}
**Issue**: why ${STEER}
- [${mark}] Task ${STEER}
- [ ] Other ${STEER}${more}
- [\u009b] near ${STEER}
**Timeline**: 1 week ${STEER}
**Owner**: @who${STEER}
**Due**: soon ${STEER}
**Depends on**: 9.9 ${STEER}, 1.2

### 1.2 Second
- [ ] b
**Timeline**: 1 week

## Implementation Schedule

### Week 1 (${STEER})

- Item ${STEER}
- nothing such ${STEER}

## Success Metrics

- 80%+ coverage ${STEER}

## Review Process

- Weekly review ${STEER}

## Next Steps

1. Approve ${STEER}
`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-text-'))
  writeFileSync(join(folder, 'package.json'), '{"name": "hostile"}')
  const git = (...args: readonly string[]): void =>
    void execFileSync('git', ['-c', 'user.name=A\u009b31m\u202e', '-c', 'user.email=a@b', '-c', 'commit.gpgsign=false', ...args], {
      cwd: folder,
      env: {...process.env, GIT_AUTHOR_DATE: '2026-11-20T10:00:00Z', GIT_COMMITTER_DATE: '2026-11-20T10:00:00Z'},
    })
  git('init', '-q')
  writeFileSync(join(folder, FILE), plan(' '))
  git('add', '.')
  git('commit', '-qm', 'First \u001b[35m\u009b\u202e')
  writeFileSync(join(folder, FILE), plan('x', `\n- [ ] Added ${STEER}`))
  git('commit', '-qam', 'Second \u001b[35m\u009b\u202e')
  writeFileSync(join(folder, `old${FILE}`), plan(' '))
  writeFileSync(join(folder, 'fine.md'), '# P\n\n## 1. A\n\n- [ ] a\n')
})
afterAll(() => rmSync(folder, {recursive: true, force: true}))

async function run(color: boolean, ...args: readonly string[]): Promise<{exit: number; out: string; err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '1.2.3', {
    cwd: folder,
    now: '2026-11-24T12:00:00Z',
    color,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

const COMMANDS: readonly (readonly string[])[] = [
  ...['text', 'json', 'markdown'].map((format) => ['status', FILE, '--format', format]),
  ...['text', 'json', 'sarif', 'github'].map((format) => ['check', FILE, '--format', format]),
  ...['text', 'json', 'markdown'].flatMap((format) => [
    ['diff', 'HEAD^', '--plan', FILE, '--format', format],
    ['diff', `old${FILE}`, FILE, '--format', format],
  ]),
  ...['markdown', 'json'].map((format) => ['report', FILE, '--since', '2026-11-01', '--format', format]),
  ...['csv', 'jira-csv', 'ics', 'mermaid', 'taskjuggler', 'json'].map((format) => ['export', FILE, '--format', format]),
  ...['svg', 'json'].flatMap((format) => ['overall', 'item-1-1', 'section-1'].map((of) => ['badge', FILE, '--of', of, '--format', format])),
  ['tick', FILE, '1.1/2'],
  ['tick', FILE, '1.1/2', '--undo'],
  // What a user writes is said again in messages.
  ['status', `none${FILE}`],
  ['check', `none${FILE}`],
  ['diff', `no${STEER}`, '--plan', FILE],
  ['report', FILE, '--since', `no${STEER}`],
  ['badge', FILE, '--of', `no${STEER}`],
  ['tick', FILE, `${STEER}/1`],
  ['tick', FILE, `1.1/1${STEER}`],
  ['tick', FILE, '1.1/1', STEER],
  ['status', FILE, '--today', STEER],
  ['status', FILE, '--format', STEER],
  ['build', FILE, '--out', `out${STEER.slice(0, 20)}`, '--url', `x${STEER}`],
  [`sta${STEER}`],
  ['status', `--${STEER}`],
]

describe('no control character leaves', () => {
  test.each(COMMANDS.map((args) => [JSON.stringify(args), args] as const))('%s', async (_, args) => {
    for (const color of ['status', 'check', 'tick'].includes(args[0] as string) ? [false, true] : [false]) {
      const {out, err} = await run(color, ...args)
      expect(out + err).not.toBe('')
      // Colours of our own, which the plan does not write: each is taken back on its line.
      const text = (out + err).replace(/\u001b\[(?:2|3[1-4])m([^\u001b\n]*)\u001b\[0m/g, '$1')
      expect(JSON.stringify(CONTROL.exec(text)?.[0])).toBeUndefined()
    }
  })

  test('JSON escapes them: read back, the text is the plan’s own', async () => {
    const {out} = await run(false, 'status', FILE, '--format', 'json')
    expect(out).toContain('\\u009b')
    expect(JSON.parse(out)).toMatchObject({title: `Plan ${STEER.replace(/&.*/, '')}\u001b[5m\u202e`})
  })

  test('the files that a live site polls', async () => {
    const {exit} = await run(false, 'build', FILE, '--out', 'out', '--url', 'https://docs.example.com/')
    expect(exit).toBe(0)
    const names = (readdirSync(join(folder, 'out'), {recursive: true}) as string[]).filter((name) => /\.\w+$/.test(name))
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(CONTROL.exec(readFileSync(join(folder, 'out', name), 'utf8')), name).toBeNull()
  })

  test('the log of a site build, and what stops it', async () => {
    const lines: string[] = []
    const kept = vi.spyOn(logger, 'info').mockImplementation((line) => void lines.push(String(line)))
    const warned = vi.spyOn(logger, 'warn').mockImplementation((line) => void lines.push(String(line)))
    vi.stubEnv('NODE_ENV', 'production')
    const load = async (errors: 'throw' | 'warn'): Promise<unknown> => {
      mkdirSync(join(folder, '.docusaurus'), {recursive: true})
      const context = {
        siteDir: folder,
        generatedFilesDir: join(folder, '.docusaurus'),
        baseUrl: '/',
        siteConfig: {url: 'https://a.example'},
      }
      return actionPlan(
        {...context, i18n: {currentLocale: 'en'}} as unknown as LoadContext,
        {
          id: 'default',
          plan: FILE,
          routeBasePath: 'progress',
          reportPages: [],
          plans: [],
          onProblems: {errors, warnings: 'log'},
        } as unknown as PluginOptions,
      ).loadContent?.()
    }
    await load('warn')
    expect(lines.length).toBeGreaterThan(3)
    expect(CONTROL.exec(lines.join('\n'))).toBeNull()
    const stopped = await load('throw').catch((error: Error) => error.message)
    expect(stopped).toContain('The plan has problems')
    expect(CONTROL.exec(stopped as string)).toBeNull()
    kept.mockRestore()
    warned.mockRestore()
    vi.unstubAllEnvs()
  })
})
