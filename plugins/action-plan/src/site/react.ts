import {logger} from '@docusaurus/logger'
import type {Severity} from '../model/problem.ts'
import {visible} from '../model/text.ts'
import type {PluginOptions, Reaction} from '../options.ts'

/** Something to tell whoever builds the site. */
export interface Told {
  readonly severity: Severity
  readonly line: string
}

/** The one way in which a build is told of problems, which cannot steer its terminal: does with them what the options say, and stops with all that made it stop. */
export function react(told: readonly Told[], on: PluginOptions['onProblems']): void {
  const reactions: Readonly<Record<Severity, Reaction>> = {error: on.errors, warning: on.warnings, info: 'ignore'}
  const lines = (reaction: Reaction): string[] =>
    told.filter(({severity}) => reactions[severity] === reaction).map(({line}) => visible(line))
  for (const line of lines('log')) logger.info(line)
  for (const line of lines('warn')) logger.warn(line)
  const fatal = lines('throw')
  if (fatal.length > 0) throw new Error(`The plan has problems that stop the build (onProblems):\n${fatal.join('\n')}`)
}
