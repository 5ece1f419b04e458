import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'

/** A page that no docs plugin has: what a reader looks for when it is the answer. Its numbers are not indexed. */
export interface ExtraPage {
  /** From the root of the site: `/progress`. */
  readonly path: string
  readonly title: string
  readonly description: string
}

export interface PluginOptions {
  readonly id: string
  readonly pages: readonly ExtraPage[]
  /** The folder of generated API pages, relative to the site. */
  readonly api: string
  /** Where the page is that lists everything. */
  readonly path: string
}

const SCHEMA = Joi.object<PluginOptions>({
  pages: Joi.array()
    .items(
      Joi.object({
        path: Joi.string().pattern(/^\//, 'a path from the root of the site').required(),
        title: Joi.string().required(),
        description: Joi.string().required(),
      }),
    )
    .default([]),
  api: Joi.string().default('docs/reference/api'),
  path: Joi.string().default('search'),
})

/** Docusaurus calls this with what the site wrote. */
export const validateOptions = ({
  validate,
  options,
}: OptionValidationContext<Partial<PluginOptions> | undefined, PluginOptions>): PluginOptions => validate(SCHEMA, options) as PluginOptions
