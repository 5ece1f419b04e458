import type {OptionValidationContext} from '@docusaurus/types'
import {Joi} from '@docusaurus/utils-validation'
import type {Policy} from './policy.ts'

export type PluginOptions = {
  readonly id: string
  /** Sources to allow beside the site's own, by directive: `{'img-src': ['https://images.example.com']}`. */
  readonly allow: Policy
}

const schema = Joi.object<PluginOptions>({
  allow: Joi.object()
    .pattern(/^[a-z-]+$/, Joi.array().items(Joi.string().pattern(/^[^\s;,"]+$/, 'one source')))
    .default({}),
})

export function validateOptions({
  validate,
  options,
}: OptionValidationContext<Partial<PluginOptions> | undefined, PluginOptions>): PluginOptions {
  return validate(schema, options)
}
