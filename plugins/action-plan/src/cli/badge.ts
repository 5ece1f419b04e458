import {UserError} from 'build-kit/user-error'
import {didYouMean} from '../derive/nearest.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** `badge`: one badge. */
export const badge: Verb = ({command, read, terminal}) =>
  void command('badge', 'print one badge', 'action-plan badge --of item-2-1 > item-2-1.svg')
    .argument('[FILE]')
    .requiredOption('--of <id>', 'which: overall, priority-p0, section-2, item-2-1, metric-1')
    .addOption(format('svg', 'json'))
    .action(async (file: string | undefined, options: Common & {of: string; format: string}) => {
      const {badges, toEndpoint, toSvg} = await import('../view/files/badge.ts')
      const made = badges(await read(file, options))
      const found = made.find(({id}) => id === options.of)
      if (found === undefined)
        throw new UserError(
          `--of: unexpected badge "${options.of}", expected one that the plan has${didYouMean(
            options.of,
            made.map(({id}) => id),
          )}`,
        )
      terminal.data(options.format === 'json' ? json(toEndpoint(found)) : `${toSvg(found)}\n`)
    })
