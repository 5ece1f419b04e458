import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'
import type {ExtraLink} from './llms.ts'

/** The plugin's options, all given. */
export type PluginOptions = {
  /** The instance's id. */
  readonly id: string
  /** Files of the site that `/llms.txt` names beside the pages. */
  readonly links: readonly ExtraLink[]
}

const schema = Joi.object<PluginOptions>({
  links: Joi.array()
    .items(
      Joi.object({
        title: Joi.string().required(),
        path: Joi.string().pattern(/^\//, 'a path from the root of the site').required(),
        description: Joi.string().allow('').default(''),
      }),
    )
    .default([]),
})

/**
 * Docusaurus calls this with what the site wrote.
 * @param context Docusaurus' own.
 */
export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<PluginOptions> | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options)
}
