import {Command, CommanderError, Option} from 'commander'
import {toScript} from './derive/script.ts'
import {turn} from './derive/turn.ts'
import type {Page} from './model/page.ts'
import type {Result} from './model/result.ts'
import {parsePage} from './parse/page.ts'
import {siteRoot} from './source/site-root.ts'
import {runPage} from './run.ts'
import {sideBySide} from './side-by-side.ts'
import {settle} from './settle.ts'
import {harnessHash, readHarness, writeHarness} from './source/harness.ts'
import {install} from './source/install.ts'
import {orphans, type PageFile, readPages, readResult} from './source/pages.ts'
import {closeAll, SHELLS, type ShellName, sweep} from './source/sandbox.ts'
import {toProblem, toProgressLine, toSummary} from './view/terminal.ts'

interface Options {
  readonly print?: true
  readonly check?: true
  readonly accept?: true
  readonly list?: true
  readonly install?: true
  readonly jobs: string
  readonly shell: ShellName
  readonly rotate: string
  readonly folder: string
}

const SIGNALS = {SIGINT: 130, SIGTERM: 143, SIGHUP: 129} as const

/** Arguments → runs → lines and an exit status: 0 all is as the pages say, 1 something is not, 2 wrong usage. */
// eslint-disable-next-line max-lines-per-function -- options and what follows from them, in their order
export const main = async (argv: readonly string[]): Promise<number> => {
  const program = new Command('runbooks')
    .description('Runs the commands in the runbooks against real services and compares their output.')
    .argument('[ids...]', 'runbooks by name; all when none is given')
    .option('--print', 'print the script that a page makes, and run nothing')
    .option('--check', 'write no results; fail when a run contradicts the committed ones')
    .option('--accept', 'write the result of a page although commands that its last run executed are gone')
    .option('--list', 'list the runbooks and what they need')
    .option('--install', 'install missing Debian packages first (root and apt only)')
    .option('--jobs <n>', 'pages side by side', '3')
    .addOption(
      new Option('--shell <name>', 'what the reader pastes into; a run in another one than bash writes no results')
        .choices(SHELLS)
        .default('bash'),
    )
    .option(
      '--rotate <n>',
      'of all pages, run those that changed since their result, and one of <n> parts, another one each day; all when the harness changed',
      '1',
    )
    .option('--folder <path>', 'where the runbooks are, seen from the root of the site', 'docs/runbooks')
    .exitOverride()
  try {
    program.parse(argv)
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
  }
  const asked = program.opts<Options>()
  const options: Options = asked.shell === 'bash' ? asked : {...asked, check: true}
  const siteDir = siteRoot()
  const files = readPages(siteDir, options.folder)
  const unknown = program.args.filter((id) => !files.some((file) => file.id === id))
  const badNumber = (['jobs', 'rotate'] as const).find((name) => !/^[1-9]\d{0,8}$/.test(options[name]))
  if (unknown.length > 0 || files.length === 0 || badNumber !== undefined) {
    const reason =
      unknown.length > 0
        ? `no runbook "${unknown.join('", "')}"`
        : files.length === 0
          ? `no runbooks in ${options.folder}`
          : `--${badNumber} ${options[badNumber as 'jobs']} is not a whole number from 1`
    console.error(`${reason}; choose from: ${files.map((file) => file.id).join(', ')}`)
    return 2
  }
  const chosen = program.args.length > 0 ? files.filter((file) => program.args.includes(file.id)) : due(files, siteDir, options)
  const parsed = chosen.map((file) => parsePage(file.path, file.text, file.hash, file.rehearsal))
  const pages = parsed.map(({page}) => page)
  const problems = parsed.flatMap((one) => one.problems)
  if (options.list) return list(pages)
  if (options.print) return print(pages)
  for (const problem of problems) console.error(toProblem(problem))
  if (problems.length > 0) return 1
  if (options.install) console.log(await install(pages.flatMap((page) => page.fixtures)))

  let ending = false
  for (const [name, status] of Object.entries(SIGNALS))
    process.once(name, () => {
      ending = true
      void closeAll().then(() => process.exit(status))
    })
  await sweep()
  const began = performance.now()
  const bad: string[] = []
  const results: Result[] = []
  const one = async (page: Page): Promise<void> => {
    if (ending) return
    const start = performance.now()
    const ran = await runPage(page, new Date().toISOString().slice(0, 10), options.shell)
    // A page that was interrupted says nothing about itself.
    if (ending) return
    results.push(ran.result)
    console.log(toProgressLine(ran.result, (performance.now() - start) / 1000))
    bad.push(...(await settle(page, ran, siteDir, options)))
  }
  await sideBySide(pages, Number(options.jobs), one).finally(closeAll)
  if (program.args.length === 0)
    for (const path of orphans(siteDir, options.folder, new Set(files.map((file) => file.id))))
      bad.push(`${path}:1:1 is the result of a page that is gone; delete it`)
  if (!ending) console.log(toSummary(results, (performance.now() - began) / 1000))
  if (chosen.length < files.length && program.args.length === 0)
    console.log(`${files.length - chosen.length} runbooks did not change since their result and have their turn on another day`)
  const allPassed = bad.length === 0 && results.length === files.length && results.every(({verdict}) => verdict === 'passed')
  if (!ending && !options.check && allPassed) await writeHarness(siteDir, options.folder)
  for (const line of bad) console.error(line)
  return bad.length === 0 ? 0 : 1
}

/** The pages of a run that names none. */
const due = (files: readonly PageFile[], siteDir: string, {rotate, folder}: Options): readonly PageFile[] => {
  const parts = Number(rotate)
  if (parts === 1 || readHarness(siteDir, folder) !== harnessHash()) return files
  const pages = files.map(({id, hash}) => ({id, isChanged: readResult(siteDir, folder, id)?.pageHash !== hash}))
  const chosen = turn(pages, parts, Math.floor(Date.now() / 86_400_000))
  return files.filter(({id}) => chosen.has(id))
}

const list = (pages: readonly Page[]): number => {
  for (const page of pages)
    console.log(
      `${page.id.padEnd(32)} L${page.claim} claimed  ${page.blocks.filter((block) => block.kind === 'run').length} commands run  ${page.fixtures.join(', ') || 'no services'}`,
    )
  return 0
}

const print = (pages: readonly Page[]): number => {
  process.stdout.write(pages.map(toScript).join('\n'))
  return 0
}
