import {existsSync, statSync} from 'node:fs'
import {resolve} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {differences} from '../derive/history/history.ts'
import {parsePlan} from '../parse/structure/plan.ts'
import {readPlanText, STDIN} from '../source/file.ts'
import {textAt} from '../source/history.ts'
import {changeJson, changesMarkdown, changesText, type Compared} from '../view/words/changes.ts'
import {unavailableText} from '../view/words/unavailable.ts'
import {ENGLISH} from '../view/words/words.ts'
import {format, json, type Common, type Session, type Verb} from './session.ts'

const FORMATS: Readonly<Record<string, (compared: Compared) => string>> = {
  text: changesText,
  json: ({changes, ...compared}) => json({...compared, changes: changes.map(changeJson)}),
  markdown: changesMarkdown,
}

/** `diff`: the semantic changes between two revisions. */
export const diff: Verb = (session) =>
  void session
    .command(
      'diff',
      'print what changed between two revisions of the plan, git revisions or files',
      'action-plan diff main --format markdown',
    )
    .argument('<from>', 'a file or a git revision')
    .argument('[to]', 'a file or a git revision; left out, the plan as it is on disk')
    .option('--plan <file>', "the plan whose revisions are meant (default: the project's)")
    .addOption(format(...Object.keys(FORMATS)))
    .action(async (from: string, to: string | undefined, options: Common & {plan?: string; format: string}) => {
      const [before, after] = [await textOf(session, from, options.plan), await textOf(session, to, options.plan)]
      const print = FORMATS[options.format] as (typeof FORMATS)[string]
      session.terminal[options.format === 'json' ? 'data' : 'out'](
        print({from, to: to ?? 'now', changes: differences(parsePlan(before), parsePlan(after))}),
      )
    })

/** A file where there is one, else the plan at a git revision; left out, the plan. */
async function textOf({terminal, fileOf}: Session, name: string | undefined, plan: string | undefined): Promise<string> {
  if (name === STDIN) return readPlanText(STDIN)
  const path = name === undefined ? null : resolve(terminal.cwd, name)
  if (path !== null && existsSync(path) && statSync(path).isFile()) return readPlanText(path)
  const file = fileOf(plan)
  if (name === undefined) return readPlanText(file ?? STDIN)
  if (file === null) throw new UserError('--plan: standard input has no revisions, expected a file')
  const found = await textAt(file, name)
  if (found.state === 'unavailable') {
    const {reason, fix} = unavailableText(ENGLISH, found.cause)
    throw new UserError(`${name}: no such file, and as a revision: ${reason} (${fix})`)
  }
  return found.text
}
