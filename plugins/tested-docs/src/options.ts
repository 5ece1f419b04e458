import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'

/** The plugin's options, all given. */
export interface PluginOptions {
  /** The instance's id. */
  readonly id: string
  /** The folder of the runbooks, relative to the site. */
  readonly folder: string
  /** Where the docs plugin serves that folder, relative to the base URL. */
  readonly route: string
  /** What a page without a verdict for a block, or with a claim beyond its result, does to a build. */
  readonly onProblems: 'warn' | 'throw'
}

/** What a site writes: all optional. */
export type Options = Partial<PluginOptions>

const DEFAULT_OPTIONS = {folder: 'docs/runbooks', route: '/docs/runbooks', onProblems: 'throw'} as const

const SCHEMA = Joi.object<PluginOptions>({
  folder: Joi.string().default(DEFAULT_OPTIONS.folder),
  route: Joi.string().default(DEFAULT_OPTIONS.route),
  onProblems: Joi.string().valid('warn', 'throw').default(DEFAULT_OPTIONS.onProblems),
})

/**
 * Docusaurus calls this with what the site wrote.
 * @param context Docusaurus' own.
 */
export const validateOptions = ({validate, options}: OptionValidationContext<Options, PluginOptions>): PluginOptions =>
  validate(SCHEMA, options) as PluginOptions
