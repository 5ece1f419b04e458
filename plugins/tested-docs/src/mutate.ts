import {join} from 'node:path'
import {writeAtomic} from 'build-kit/write-atomic'
import {Command, CommanderError} from 'commander'
import {type Mutant, mutants, sample} from './derive/mutate.ts'
import type {Page} from './model/page.ts'
import {parsePage} from './parse/page.ts'
import {pasteTrap} from './parse/pasteable.ts'
import {runPage} from './run.ts'
import {sideBySide} from './side-by-side.ts'
import {harnessHash, readHarness} from './source/harness.ts'
import {type PageFile, readPages, readResult} from './source/pages.ts'
import {closeAll, sweep} from './source/sandbox.ts'
import {siteRoot} from './source/site-root.ts'

/** Changes runbooks for the worse, one place at a time, and counts how many of the changes a run notices. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const program = new Command('runbook-mutations')
    .description('Changes runbooks for the worse, one place at a time, and counts how many changes a run notices.')
    .argument('[ids...]', 'runbooks by name; all that have a rehearsal when none is given')
    .option('--sample <n>', 'how many changes to try', '60')
    .option('--seed <n>', 'which ones', String(Math.floor(Date.now() / 86_400_000)))
    .option('--least <share>', 'the share that must be noticed', '0.95')
    .option('--jobs <n>', 'runs side by side', '2')
    .option('--folder <path>', 'where the runbooks are, seen from the root of the site', 'docs/runbooks')
    .option('--record', 'keep the counts in mutations.json beside the runbooks; /quality shows them')
    .exitOverride()
  try {
    program.parse(argv)
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
  }
  const options = program.opts<Record<'sample' | 'seed' | 'least' | 'jobs' | 'folder', string> & {record?: true}>()
  const files = readPages(siteRoot(), options.folder)
  const unknown = program.args.filter((id) => !files.some((file) => file.id === id))
  const wrong = (['sample', 'seed', 'least', 'jobs'] as const).find((name) => options[name].trim() === '' || !(Number(options[name]) >= 0))
  if (unknown.length > 0 || wrong !== undefined) {
    console.error(
      unknown.length > 0
        ? `no runbook "${unknown.join('", "')}"; choose from: ${files.map(({id}) => id).join(', ')}`
        : `--${wrong}: unexpected "${options[wrong as 'sample']}", expected a number from 0`,
    )
    return 2
  }
  const used = files.filter(({id, rehearsal}) => (program.args.length === 0 ? rehearsal !== null : program.args.includes(id)))
  const parsed = (file: PageFile): Page => parsePage(file.path, file.text, file.hash, file.rehearsal).page
  const unsure = used.filter((file) => !isKnownToPass(file, options.folder)).map(parsed)
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => void closeAll().then(() => process.exit(130)))
  await sweep()
  const chosen = sample(used.map(parsed).flatMap(mutants), Number(options.sample), Number(options.seed))
  const {counted, survivors, broken} = await tried(unsure, chosen, Math.max(1, Number(options.jobs))).finally(closeAll)
  const figures: Figures = {
    executedOn: new Date().toISOString().slice(0, 10),
    command: ['node plugins/tested-docs/bin/mutations.mjs', ...program.args, `--sample ${options.sample} --seed ${options.seed}`].join(' '),
    runbooks: new Set(counted.map(({page}) => page.path)).size,
    all: {tried: counted.length, noticed: counted.length - survivors.length},
    harmful: {tried: counted.filter(harms).length, noticed: counted.filter(harms).length - survivors.filter(harms).length},
    survivors: survivors.map(describe).sort(),
  }
  const {all, harmful} = figures
  console.log(
    `${all.noticed} of ${all.tried} changes were noticed (seed ${options.seed}); of those that destroy or reveal something, ${harmful.noticed} of ${harmful.tried}`,
  )
  if (options.record && all.tried > 0)
    await writeAtomic(join(siteRoot(), options.folder, 'mutations.json'), `${JSON.stringify(figures, null, 2)}\n`)
  return broken === 0 && all.tried > 0 && all.noticed / all.tried >= Number(options.least) && harmful.noticed === harmful.tried ? 0 : 1
}

/** What a run of the mutations came to, as `mutations.json` holds it. */
interface Figures {
  readonly executedOn: string
  readonly command: string
  /** How many runbooks were changed. */
  readonly runbooks: number
  readonly all: Share
  /** Of changes that destroy or reveal something. */
  readonly harmful: Share
  readonly survivors: readonly string[]
}

interface Share {
  readonly tried: number
  readonly noticed: number
}

const harms = ({isHarmful}: Mutant): boolean => isHarmful

interface Tried {
  readonly counted: readonly Mutant[]
  readonly survivors: readonly Mutant[]
  /** Pages that fail as they are. */
  readonly broken: number
}

/** Why a page fails, with the block; null when it does not. */
const failure = async (page: Page): Promise<{block: string; reason: string} | null> => {
  const {result, complaints} = await runPage(page, '1970-01-01')
  if (result.verdict !== 'failed') return null
  return complaints[0] ?? {block: page.blocks[0]?.id ?? '', reason: result.because ?? ''}
}

/** Runs again when the page failed before the place that was changed: that has another reason, such as a busy machine. */
const TRIES = 3

/** What notices a change: the rules for blocks, or the run; undefined when the page fails for another reason. */
const notices = async ({page, block}: Mutant): Promise<string | null | undefined> => {
  for (const one of page.blocks) {
    const trap = one.kind === 'file' ? null : pasteTrap(one.text)
    if (trap !== null) return trap.reason
  }
  const at = (id: string): number => page.blocks.findIndex((one) => one.id === id)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const found = await failure(page)
    if (found === null) return null
    if (at(found.block) >= Math.min(at(block), page.blocks.length - 1)) return `${found.block}: ${found.reason}`
  }
  return undefined
}

/** Did the page pass as it is, with this harness? */
const isKnownToPass = (file: PageFile, folder: string): boolean => {
  const result = readHarness(siteRoot(), folder) === harnessHash() ? readResult(siteRoot(), folder, file.id) : null
  return result?.verdict === 'passed' && result.pageHash === file.hash
}

/** Runs each page as it is, unless its result says that it passes, and then with each of its changes. A page that fails as it is notices nothing: its changes are not counted. */
const tried = async (unsure: readonly Page[], chosen: readonly Mutant[], jobs: number): Promise<Tried> => {
  const broken = new Set<string>()
  const [counted, survivors]: [Mutant[], Mutant[]] = [[], []]
  await sideBySide(
    unsure.filter(({path}) => chosen.some(({page}) => page.path === path)),
    jobs,
    async (page) => {
      if ((await failure(page)) === null) return
      broken.add(page.path)
      console.error(`✖ ${page.path} fails without a change; its changes are not tried (run runbooks --check)`)
    },
  )
  await sideBySide(
    chosen.filter(({page}) => !broken.has(page.path)),
    jobs,
    async (mutant) => {
      const by = await notices(mutant)
      if (by === undefined) {
        broken.add(mutant.page.path)
        console.error(`✖ ${mutant.page.path} fails before the block "${mutant.block}", which was changed (run runbooks --check)`)
        return
      }
      counted.push(mutant)
      if (by === null) survivors.push(mutant)
      console.log(`${by === null ? '✖ survived' : '✔ noticed '} ${describe(mutant)}${by === null ? '' : `\n    by ${by.split('\n')[0]}`}`)
    },
  )
  return {counted, survivors, broken: broken.size}
}

const describe = ({page, operator, block, line, from, to}: Mutant): string => {
  const short = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text)
  return `${page.path}:${line} block "${block}", ${operator}: ${short(from)} → ${short(to)}`
}
