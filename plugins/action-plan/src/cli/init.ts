import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {basename, join, relative, resolve} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {dateIn} from '../model/date.ts'
import {findProject, STDIN} from '../source/file.ts'
import type {Common, Verb} from './session.ts'

/** A plan beside package.json: where people look for one. */
const PLAN = 'ROADMAP.md'
const CONFIG = /^docusaurus\.config\.(?:[cm]?[jt]s)$/

/** `init`: a plan to begin with, and the lines that a site's configuration needs. */
export const init: Verb = ({command, terminal}) =>
  void command('init', 'write a plan to begin with, and add it to a Docusaurus site', 'action-plan init ROADMAP.md')
    .argument('[FILE]', `the plan to write (default: actionPlan.plan of package.json, else ${PLAN})`)
    .option('--dry-run', 'write nothing, and say what would be written')
    .action(async (given: string | undefined, {dryRun = false, today}: Common & {dryRun?: boolean}) => {
      if (given === STDIN) throw new UserError('init: unexpected -, expected the name of a file (name the plan)')
      const {root, plan} = findProject(terminal.cwd)
      const file = given === undefined ? resolve(root, plan ?? PLAN) : resolve(terminal.cwd, given)
      const {planTemplate} = await import('./init/template.ts')
      const files: {path: string; body: string; said: string}[] = []
      const shown = (path: string): string => relative(terminal.cwd, path) || basename(path)

      if (existsSync(file)) terminal.out(`${shown(file)} is there already: it stays as it is\n`)
      else files.push({path: file, body: planTemplate(today ?? dateIn('UTC', terminal.now)), said: `${shown(file)}: a plan to begin with`})
      const named = nameInPackage(root, file, plan)
      if (named !== null)
        files.push({
          path: join(root, 'package.json'),
          body: named,
          said: `${shown(join(root, 'package.json'))}: "actionPlan" names the plan`,
        })
      const config = existsSync(root) ? readdirSync(root).find((name) => CONFIG.test(name)) : undefined
      const left = config === undefined ? [] : await configureSite(join(root, config), shown(join(root, config)), files)

      if (!dryRun && files.length > 0) {
        const {writeFiles} = await import('../source/write.ts')
        await writeFiles('', files)
      }
      for (const {said} of files) terminal.out(`${dryRun ? 'would write ' : ''}${said}\n`)
      if (config === undefined)
        terminal.out('No Docusaurus site stands here. To serve the numbers without one: npx action-plan build --out DIR\n')
      for (const {where, line} of left) terminal.out(`${config ?? ''}: add by hand, ${where}: ${line}\n`)
      terminal.out(`Next: npx action-plan status${config === undefined ? '' : ', then npm start and open /progress'}\n`)
    })

/** package.json with the plan's name in it, for the site and the command line; null when it names one, or there is none. */
function nameInPackage(root: string, file: string, plan: string | null): string | null {
  const path = join(root, 'package.json')
  if (plan !== null || !existsSync(path)) return null
  const text = readFileSync(path, 'utf8')
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? 2
  const own = {...(JSON.parse(text) as object), actionPlan: {plan: relative(root, file).replaceAll('\\', '/')}}
  return `${JSON.stringify(own, null, indent)}\n`
}

/** Adds what a site's configuration needs; gives what somebody has to add by hand. */
async function configureSite(
  path: string,
  shown: string,
  files: {path: string; body: string; said: string}[],
): Promise<readonly {where: string; line: string}[]> {
  const text = readFileSync(path, 'utf8')
  if (text.includes('docusaurus-plugin-action-plan')) return []
  const {configure} = await import('./init/site-config.ts')
  const {text: body, added, left} = configure(text)
  if (added.length > 0) files.push({path, body, said: `${shown}: ${added.map(({line, where}) => `${line} (${where})`).join('; ')}`})
  return left
}
