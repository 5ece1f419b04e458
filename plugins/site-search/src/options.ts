import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'
import {KINDS, type Kind} from './model/entry.ts'

/** A page that no docs plugin has: what a reader looks for when it is the answer. Its numbers are not indexed. */
export interface ExtraPage {
  /** From the root of the site: `/progress`. */
  readonly path: string
  readonly title: string
  readonly description: string
  /** Questions that it answers, in the words of those who ask: `what is late`. */
  readonly asked: readonly string[]
  /** What its parts are, when they are more than parts of a page: `badge`. */
  readonly parts: Kind | null
}

export interface PluginOptions {
  readonly id: string
  readonly pages: readonly ExtraPage[]
  /** Questions that pages of docs plugins answer, by their paths from the root of the site. */
  readonly asked: Readonly<Record<string, readonly string[]>>
  /** Headings whose text is not searched: it only leads to other pages, which are found themselves. */
  readonly without: readonly string[]
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
        asked: Joi.array().items(Joi.string()).default([]),
        parts: Joi.string()
          .valid(...KINDS)
          .allow(null)
          .default(null),
      }),
    )
    .default([]),
  asked: Joi.object().pattern(Joi.string().pattern(/^\//, 'a path from the root of the site'), Joi.array().items(Joi.string())).default({}),
  without: Joi.array().items(Joi.string()).default([]),
  api: Joi.string().default('docs/reference/api'),
  path: Joi.string().default('search'),
})

/** Docusaurus calls this with what the site wrote. */
export const validateOptions = ({
  validate,
  options,
}: OptionValidationContext<Partial<PluginOptions> | undefined, PluginOptions>): PluginOptions => validate(SCHEMA, options) as PluginOptions
