import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'

/** One page of the reference: what a file exports. The modules that a declaration file declares are sections of it. */
export interface Entry {
  /** The file, relative to the site. */
  readonly file: string
  /** The page's file below `out`, without ending. */
  readonly page: string
  readonly title: string
  /** One sentence for the table of contents and for search results. */
  readonly description: string
}

export interface PluginOptions {
  readonly id: string
  readonly entries: readonly Entry[]
  /** The folder of the pages, inside the docs; whatever else stands in it is deleted. */
  readonly out: string
  /** Folders whose TypeScript decides the pages: as long as it is the same, nothing is generated. */
  readonly sources: readonly string[]
  readonly tsconfig: string
}

const SCHEMA = Joi.object<PluginOptions>({
  entries: Joi.array()
    .items(
      Joi.object({
        file: Joi.string().required(),
        page: Joi.string().required(),
        title: Joi.string().required(),
        description: Joi.string().required(),
      }),
    )
    .required(),
  out: Joi.string().default('docs/reference/api'),
  sources: Joi.array().items(Joi.string()).required(),
  tsconfig: Joi.string().default('tsconfig.json'),
})

/** Docusaurus calls this with what the site wrote. */
export const validateOptions = ({validate, options}: OptionValidationContext<Partial<PluginOptions>, PluginOptions>): PluginOptions =>
  validate(SCHEMA, options) as PluginOptions
