import {existsSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Command, CommanderError} from 'commander'
import {type Mutant, mutants, sample} from './derive/mutate.ts'
import {parsePage} from './parse/page.ts'
import {runPage} from './run.ts'
import {readPages} from './source/pages.ts'
import {closeAll, sweep} from './source/sandbox.ts'

const SITE = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')

/** Changes runbooks for the worse, one place at a time, and counts how many of the changes a run notices. */
export const main = async (argv: readonly string[]): Promise<number> => {
  const program = new Command('runbook-mutations')
    .description('Changes runbooks for the worse, one place at a time, and counts how many changes a run notices.')
    .argument('[ids...]', 'runbooks by name; all that have a rehearsal when none is given')
    .option('--sample <n>', 'how many changes to try', '60')
    .option('--seed <n>', 'which ones', String(Math.floor(Date.now() / 86_400_000)))
    .option('--least <share>', 'the share that must be noticed', '0.9')
    .option('--jobs <n>', 'runs side by side', '2')
    .option('--folder <path>', 'where the runbooks are, seen from the root of the site', 'docs/runbooks')
    .exitOverride()
  try {
    program.parse(argv)
  } catch (error) {
    return error instanceof CommanderError && error.exitCode === 0 ? 0 : 2
  }
  const options = program.opts<Record<'sample' | 'seed' | 'least' | 'jobs' | 'folder', string>>()
  const siteDir = existsSync('docusaurus.config.ts') ? process.cwd() : SITE
  const pages = readPages(siteDir, options.folder)
    .filter(({id, rehearsal}) => (program.args.length === 0 ? rehearsal !== null : program.args.includes(id)))
    .map((file) => parsePage(file.path, file.text, file.hash, file.rehearsal).page)
  const chosen = sample(pages.flatMap(mutants), Number(options.sample), Number(options.seed))
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => void closeAll().then(() => process.exit(130)))
  await sweep()
  const survivors: Mutant[] = []
  const queue = [...chosen]
  const lane = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const {result} = await runPage(next.page, '1970-01-01')
      const noticed = result.verdict === 'failed'
      if (!noticed) survivors.push(next)
      console.log(`${noticed ? '✔ noticed ' : '✖ survived'} ${describe(next)}`)
    }
  }
  await Promise.all(Array.from({length: Math.min(Number(options.jobs), queue.length)}, lane)).finally(closeAll)
  const noticed = chosen.length - survivors.length
  const harmful = chosen.filter((mutant) => mutant.isHarmful)
  const missed = survivors.filter((mutant) => mutant.isHarmful)
  console.log(
    `${noticed} of ${chosen.length} harmful changes were noticed (seed ${options.seed}); of those that destroy or reveal something, ${harmful.length - missed.length} of ${harmful.length}`,
  )
  return chosen.length > 0 && noticed / chosen.length >= Number(options.least) && missed.length === 0 ? 0 : 1
}

const describe = ({page, operator, block, line, from, to}: Mutant): string => {
  const short = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 57)}…` : text)
  return `${page.path}:${line} block "${block}", ${operator}: ${short(from)} → ${short(to)}`
}
