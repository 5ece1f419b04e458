import {join, resolve} from 'node:path'
import {readPlanText} from '../source/file.ts'
import {countProblems, countsText, problemLine} from '../view/problems.ts'
import {Refused, type Common, type Verb} from './session.ts'

/** `build`: what a live site polls, without building the site. */
export const build: Verb = ({command, read, terminal}) =>
  void command(
    'build',
    'write what a live site polls: status.json, its schema, badges, calendar, feed',
    'action-plan build --out /srv/www/plan',
  )
    .argument('[FILE]')
    .requiredOption('--out <dir>', 'the folder to write to; a site that stands there keeps everything else')
    .action(async (file: string | undefined, options: Common & {out: string}) => {
      const [{outputs}, {writeFiles}] = await Promise.all([import('../outputs.ts'), import('../source/write.ts')])
      const made = await read(file, options)
      const out = resolve(terminal.cwd, options.out)
      const files = outputs(made, siteBuild(join(out, 'status.json')))
      try {
        await writeFiles(out, files)
      } catch (error) {
        throw new Refused(`${options.out}: cannot be written: ${(error as Error).message} (name a folder that may be written to)`)
      }
      const errors = made.problems.filter(({severity}) => severity === 'error')
      for (const problem of errors) terminal.err(`${problemLine(made.source.path, problem)}\n`)
      if (errors.length > 0)
        terminal.err(
          `The plan has ${countsText(countProblems([{file: '', problems: made.problems}]))}; it was written as it can be read (run "action-plan check" first to stop here)\n`,
        )
      terminal.out(`${files.length} files in ${options.out}\n`)
    })

/** The hash of the site that stands where this is written: its pages did not change, so it stays. Null without a site. */
function siteBuild(statusFile: string): string | null {
  try {
    const {site} = JSON.parse(readPlanText(statusFile)) as {site?: {build?: unknown}}
    return typeof site?.build === 'string' ? site.build : null
  } catch {
    return null
  }
}
