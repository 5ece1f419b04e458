import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'
import type {ExtraLink} from './llms.ts'

export type PluginOptions = {readonly id: string; readonly links: readonly ExtraLink[]}

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

export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<PluginOptions> | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options)
}
