// What the command line says in repositories that are rare, damaged or meant to mislead: right numbers, or a message with its fix.
import {execFileSync} from 'node:child_process'
import {mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {afterEach, expect, test, vi} from 'vitest'
import {main} from './cli.ts'

const made: string[] = []
afterEach(() => {
  vi.unstubAllEnvs()
  for (const folder of made.splice(0)) rmSync(folder, {recursive: true, force: true})
})

function temporary(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'odd-')))
  made.push(folder)
  return folder
}

const git = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-C', folder, ...args], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']})

/** A plan of ten tasks of which so many are done. */
const plan = (done: number): string =>
  `# Plan\n\n## Work\n\n### Vault\n\n${Array.from({length: 10}, (_, index) => `- [${index < done ? 'x' : ' '}] task number ${index + 1} of the plan\n`).join('')}`

/** One commit of `git fast-import`: its parents are marks, its files paths with what they hold; null deletes, `R <from>` renames. */
interface Commit {
  readonly files: Readonly<Record<string, string | null>>
  readonly at?: string
  readonly author?: string
  readonly subject?: string
  readonly parents?: readonly number[]
}

const DAY = 86_400
const FIRST = Date.UTC(2026, 0, 1, 12) / 1000
const quoted = (path: string): string => `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`
const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

/** Commits from mark 1 on, each on the day after the one before, on the branch `main`. */
function stream(commits: readonly Commit[]): string {
  return commits
    .map(({files, at, author = 'Ann <ann@example.com>', subject = 'change', parents}, index) => {
      const [first = index, ...others] = parents ?? []
      return [
        `commit refs/heads/main\nmark :${index + 1}\ncommitter ${author} ${at ?? `${FIRST + index * DAY} +0000`}\n`,
        data(subject),
        first === 0 ? '' : `from :${first}\n`,
        ...others.map((mark) => `merge :${mark}\n`),
        ...Object.entries(files).map(([path, text]) =>
          text === null
            ? `D ${quoted(path)}\n`
            : text.startsWith('R ')
              ? `R ${quoted(text.slice(2))} ${quoted(path)}\n`
              : `M 100644 inline ${quoted(path)}\n${data(text)}`,
        ),
        '\n',
      ].join('')
    })
    .join('')
}

function repository(commits: readonly Commit[], ...init: readonly string[]): string {
  const folder = temporary()
  git(folder, 'init', '-q', '-b', 'main', ...init)
  fill(folder, commits)
  return folder
}

function fill(folder: string, commits: readonly Commit[]): void {
  execFileSync('git', ['-C', folder, 'fast-import', '--quiet', '--force', '--date-format=raw-permissive'], {
    input: stream(commits),
    stdio: ['pipe', 'ignore', 'pipe'],
  })
  git(folder, 'reset', '-q', '--hard', 'main')
}

interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
}

async function run(folder: string, file: string, ...args: readonly string[]): Promise<Said> {
  let [out, err] = ['', '']
  writeFileSync(join(folder, 'package.json'), JSON.stringify({actionPlan: {plan: file}}))
  const exit = await main(args, '0', {
    cwd: folder,
    now: '2026-03-01T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

/** What three commands say: the state of the history, what changed since 3 January and since a revision; or their messages. */
async function told(folder: string, file: string, revision = 'HEAD~1'): Promise<readonly unknown[]> {
  const [status, report, diff] = [
    await run(folder, file, 'status', '--format', 'json'),
    await run(folder, file, 'report', '--since', '2026-01-03', '--format', 'json'),
    await run(folder, file, 'diff', '--format', 'json', '--', revision),
  ]
  for (const {out, err} of [status, report, diff]) expect(out + err).not.toMatch(/^ {4}at /m)
  const {forecast} = JSON.parse(status.out) as {forecast: {cause: {code: string}}}
  const {note, before, totals} = JSON.parse(report.out) as {note: string | null; before: {done: number} | null; totals: {done: number}}
  const changes = diff.exit === 0 ? (JSON.parse(diff.out) as {changes: readonly unknown[]}).changes.length : diff.err.trim()
  return [forecast.cause.code, note ?? `${before?.done} then, ${totals.done} now`, changes]
}

/** So many commits of a plan, in each of which one more task is done than in the one before. */
const steps = (count: number, path = 'plan.md'): Commit[] => Array.from({length: count}, (_, done) => ({files: {[path]: plan(done)}}))
const at = (day: number, zone: string): string => `${FIRST + day * DAY} ${zone}`
const COUNTED = 'standstill'

/** A clone of four commits in one more folder. */
function clone(...options: readonly string[]): string {
  const [origin, folder] = [repository(steps(4)), temporary()]
  git(origin, 'config', 'uploadpack.allowFilter', 'true')
  git(folder, 'clone', '-q', ...options, pathToFileURL(origin).href, '.')
  return folder
}

const configured =
  (settings: Readonly<Record<string, string>>): (() => string) =>
  () => {
    const folder = repository(steps(4))
    for (const [name, value] of Object.entries(settings)) git(folder, 'config', name, value)
    return folder
  }

interface Odd {
  readonly make: () => string
  readonly file?: string
  readonly revision?: string
  readonly says: readonly [string, string, number | string]
}

const ODD: Readonly<Record<string, Odd>> = {
  'an octopus merge': {
    make: () =>
      repository([
        ...steps(2),
        {files: {a: 'a'}, parents: [2]},
        {files: {'plan.md': plan(9)}, parents: [2]},
        {files: {'plan.md': plan(3), a: 'a'}, parents: [2, 3, 4], at: at(3, '+0000')},
      ]),
    says: [COUNTED, '1 then, 3 now', 2],
  },
  'a rename that changes only the case': {
    make: () => repository([...steps(2), {files: {'Plan.md': 'R plan.md'}}, {files: {'Plan.md': plan(3)}}]),
    file: 'Plan.md',
    revision: 'HEAD~2',
    says: [COUNTED, '1 then, 3 now', 2],
  },
  'a plan that was deleted and came back': {
    make: () => repository([...steps(2), {files: {'plan.md': null}}, {files: {'plan.md': plan(4)}}]),
    revision: 'HEAD~1',
    says: [
      COUNTED,
      '1 then, 4 now',
      expect.stringMatching(/^HEAD~1: no such file, and as a revision: HEAD~1 \(\w{7}\) does not hold the plan \(name a /) as string,
    ],
  },
  'dates in the year 33658 and before 1970, and offsets of days': {
    make: () =>
      repository([
        ...steps(2),
        {files: {'plan.md': plan(2)}, at: '-86400 +0000'},
        {files: {'plan.md': plan(3)}, at: '999999999999 +0000'},
        {files: {'plan.md': plan(4)}, at: at(4, '+9959')},
        {files: {'plan.md': plan(5)}, at: at(5, '-7530')},
      ]),
    says: [COUNTED, '3 then, 5 now', 1],
  },
  'a last commit before 1970': {
    make: () => repository([...steps(3), {files: {'plan.md': plan(4)}, at: '-1 +0000'}]),
    says: [COUNTED, '1 then, 4 now', 2],
  },
  'a shallow clone': {
    make: () => clone('--depth', '1'),
    says: [
      'shallow',
      'History is unavailable: this is a shallow clone: older revisions are missing (fetch them: git fetch --unshallow (in CI: fetch-depth: 0)).',
      'HEAD~1: no such file, and as a revision: "HEAD~1" is no git revision in this shallow clone, where older ones are missing (fetch them: git fetch --unshallow --tags (in CI: fetch-depth: 0))',
    ],
  },
  'a clone without old contents fetches them': {make: () => clone('--filter=blob:none'), says: [COUNTED, '1 then, 3 now', 1]},
  'and says so when it cannot': {
    make: () => {
      const folder = clone('--filter=blob:none')
      git(folder, 'remote', 'set-url', 'origin', '/nowhere')
      return folder
    },
    says: [
      'incomplete',
      expect.stringMatching(/^History is unavailable: git gave only 0 .* \(clone the repository again in full\)\.$/) as string,
      expect.stringMatching(
        /^HEAD~1: .* git gave only 0 of the 1 contents asked for: .* \(clone the repository again in full\)$/,
      ) as string,
    ],
  },
  'a clone without old folders, whose remote is gone': {
    make: () => {
      const folder = clone('--filter=tree:0')
      git(folder, 'remote', 'set-url', 'origin', '/nowhere')
      return folder
    },
    says: [
      'refused',
      expect.stringMatching(/^History is unavailable: git does not read the repository: [^/]* \(run "git status"/) as string,
      expect.stringMatching(/^HEAD~1: no such file/) as string,
    ],
  },
  'a commit that another one replaces': {
    make: () => {
      const folder = repository(steps(5))
      git(folder, 'replace', 'HEAD~1', 'HEAD~3')
      return folder
    },
    says: [COUNTED, '1 then, 4 now', 3],
  },
  'a history that is grafted shorter': {
    make: () => {
      const folder = repository(steps(4))
      writeFileSync(join(folder, '.git/info/grafts'), `${git(folder, 'rev-parse', 'HEAD~1').trim()}\n`)
      return folder
    },
    revision: 'HEAD~1',
    says: ['too-young', "The plan's first revision is from 2026-01-03, so changes are counted from there.", 1],
  },
  'a second work tree': {
    make: () => {
      const [folder, other] = [repository(steps(4)), temporary()]
      git(folder, 'worktree', 'add', '-q', '--detach', join(other, 'tree'))
      return join(other, 'tree')
    },
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a work tree whose repository is gone': {
    make: () => {
      const [folder, other] = [repository(steps(4)), temporary()]
      git(folder, 'worktree', 'add', '-q', '--detach', join(other, 'tree'))
      rmSync(folder, {recursive: true})
      return join(other, 'tree')
    },
    says: [
      'refused',
      'History is unavailable: git does not read the repository: not a git repository (run "git status" in the folder of the plan, and do what it says).',
      'HEAD~1: no such file, and as a revision: git does not read the repository: not a git repository (run "git status" in the folder of the plan, and do what it says)',
    ],
  },
  'a plan in a submodule': {
    make: () => {
      const [inner, outer] = [repository(steps(4)), repository([{files: {a: 'a'}}])]
      git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner, 'inner')
      return outer
    },
    file: 'inner/plan.md',
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'names of 64 digits (SHA-256)': {make: () => repository(steps(4), '--object-format=sha256'), says: [COUNTED, '1 then, 3 now', 1]},
  'a format of repositories that this git does not know': {
    make: configured({'core.repositoryFormatVersion': '1', 'extensions.unheardOf': 'true'}),
    says: [
      'refused',
      expect.stringMatching(/git does not read the repository: unknown repository extension found/) as string,
      expect.stringMatching(/git does not read the repository: unknown repository extension found/) as string,
    ],
  },
  'settings of a user': {
    make: configured({
      'log.showRoot': 'false',
      'log.follow': 'false',
      'log.date': 'relative',
      'i18n.logOutputEncoding': 'UTF-16',
      'diff.orderFile': 'not-there',
      'diff.renames': 'false',
      'color.ui': 'always',
      'status.branch': 'true',
      'format.pretty': 'oneline',
    }),
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a subject and an author that look like the next commit': {
    make: () =>
      repository([
        ...steps(3),
        {
          files: {'plan.md': plan(4)},
          subject: `x \u0001${'a'.repeat(40)}`,
          author: `\u0001${'b'.repeat(40)} -- "\u202e <ann@example.com>`,
          at: at(1, '+0000'),
        },
        {files: {a: 'a'}},
        {files: {'plan.md': plan(5)}},
      ]),
    says: [COUNTED, '4 then, 5 now', 1],
  },
  'a folder with a line break in its name': {
    make: () => repository(steps(4, 'a\nb/c\n/plan.md')),
    file: 'a\nb/c\n/plan.md',
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a plan whose name is an option': {
    make: () => repository(steps(4, 'docs/--output=x')),
    file: 'docs/--output=x',
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a plan whose name is magic': {
    make: () => repository(steps(4, ':(top,glob)*')),
    file: ':(top,glob)*',
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a revision that is an option': {
    make: () => repository(steps(4)),
    revision: '--output=x',
    says: [
      COUNTED,
      '1 then, 3 now',
      '--output=x: no such file, and as a revision: "--output=x" is no git revision (name one that is: git tag and git log --oneline list them)',
    ],
  },
  'a branch that is called as an option': {
    make: () => {
      const folder = repository(steps(4))
      git(folder, 'update-ref', 'refs/heads/--help', 'HEAD~2')
      git(folder, 'update-ref', 'refs/tags/HEAD', 'HEAD~3')
      return folder
    },
    revision: '--help',
    says: [COUNTED, '1 then, 3 now', 2],
  },
  'a file that is called as a commit': {
    make: () => {
      const folder = repository(steps(4))
      writeFileSync(join(folder, git(folder, 'rev-parse', 'HEAD~1').trim()), '')
      return folder
    },
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'a repository of another owner': {
    make: () => {
      const folder = repository(steps(4))
      vi.stubEnv('GIT_TEST_ASSUME_DIFFERENT_OWNER', '1')
      return folder
    },
    says: [
      'refused',
      'History is unavailable: git does not read the repository: detected dubious ownership in repository (run "git status" in the folder of the plan, and do what it says).',
      'HEAD~1: no such file, and as a revision: git does not read the repository: detected dubious ownership in repository (run "git status" in the folder of the plan, and do what it says)',
    ],
  },
  'a hook of git': {
    make: () => {
      const folder = repository(steps(4, 'docs/plan.md'))
      for (const [name, value] of [
        ['GIT_DIR', '.git'],
        ['GIT_INDEX_FILE', '.git/index'],
        ['GIT_PREFIX', 'docs/'],
        ['GIT_GLOB_PATHSPECS', '1'],
      ] as const)
        vi.stubEnv(name, value)
      return folder
    },
    file: 'docs/plan.md',
    says: [COUNTED, '1 then, 3 now', 1],
  },
  'no git': {
    make: () => {
      const folder = repository(steps(4))
      vi.stubEnv('PATH', folder)
      return folder
    },
    says: [
      'no-git',
      'History is unavailable: git is not installed here (install git).',
      'HEAD~1: no such file, and as a revision: git is not installed here (install git)',
    ],
  },
}

test.each(Object.entries(ODD))('%s', async (_, {make, file = 'plan.md', revision, says}) => {
  expect(await told(make(), file, revision)).toEqual(says)
})
