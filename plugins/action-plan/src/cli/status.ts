import {toStatus} from '../view/files/status.ts'
import {countProblems, countsText} from '../view/files/problems.ts'
import {toTerminal} from '../view/files/terminal.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `status`: the numbers. */
export const status: Verb = ({command, read, terminal}) =>
  void command('status', 'print the numbers', 'action-plan status --format json | jq .totals')
    .argument('[FILE]')
    .addOption(format('text', 'json', 'markdown'))
    .action(async (file: string | undefined, options: Common & {format: string}) => {
      const found = await read(file, options)
      const made = toStatus(found, null)
      const path = file ?? found.source.path
      const counts = countProblems([{file: path, problems: found.problems}])
      if (counts.error > 0)
        terminal.err(`${path}: ${countsText(counts)}; what is counted may not be what was meant ("action-plan check ${path}" lists them)\n`)
      if (options.format === 'json') return terminal.data(json(made))
      if (options.format === 'markdown') return terminal.out((await import('../view/files/markdown.ts')).toMarkdown(made))
      terminal.painted(toTerminal(made, terminal.color && options.color))
    })
