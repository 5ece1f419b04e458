import {Joi} from '@docusaurus/utils-validation'
import type {OptionValidationContext} from '@docusaurus/types'
import {didYouMean} from './derive/nearest.ts'
import type {AskUrls} from './model/evidence-file.ts'

/** What a problem does in a site build: Docusaurus' own words. `docusaurus start` shows problems on the page and never throws. */
export const REACTIONS = ['ignore', 'log', 'warn', 'throw'] as const
export type Reaction = (typeof REACTIONS)[number]

/** The plugin's options, all given. */
export interface PluginOptions {
  /** The instance's id; one with another id than `default` serves everything under `/<id>/`. */
  readonly id: string
  /** The plan's file, relative to the site's folder. Left out: `actionPlan.plan` of package.json, else `docs/plan/action-plan.md`. */
  readonly plan?: string
  /** Where its pages are. */
  readonly routeBasePath: string
  /** Seconds between two looks at `status.json` by an open page; 0 turns them off. */
  readonly pollSeconds: number
  /** Whether pages that show the plan end with its numbers and where they are from; without it only the plan's own pages say so, at their head. Other pages say nothing. */
  readonly footer: boolean
  /** The address of a page that rolls up every plan of the site, such as `portfolio`; null for none. One instance is enough. */
  readonly portfolio: string | null
  /** Plans of other sites and repositories on that page: addresses of their `status.json`, or of a `plans.json` that lists many. */
  readonly plans: readonly OtherPlanOption[]
  /** What problems of the plan do in a site build; `docusaurus start` shows them and never throws. */
  readonly onProblems: {
    /** Those after which the numbers cannot be trusted. */
    readonly errors: Reaction
    /** Those that a reader should fix. */
    readonly warnings: Reaction
  }
  /** Address of a line of a source, with `{path}` and `{line}`; null: items and tasks have no link to their source. */
  readonly lineUrl: string | null
  /** Whether addresses that metrics name are asked while the site is built, those of private networks only with `private`: the same commit may then give other bytes. */
  readonly askUrls: AskUrls
  /** The address of a page that tells how evidence is connected; null for none. */
  readonly evidenceGuide: string | null
  /** The address of a page that tells how far forecasts were right; null for none. */
  readonly forecastGuide: string | null
  /** Pages of reports that belong to no plan, such as those of the site's own tests. */
  readonly reportPages: readonly ReportPage[]
}

/** Plans that the page of all plans shows beside those of its site. */
export interface OtherPlanOption {
  /** `https://…/status.json` or `https://…/plans.json`; a file of the site itself begins with `/`. */
  readonly address: string
  /** What the plan is called there; left out: by its title. */
  readonly name?: string
  /** The page of the plan; left out: `progress` beside its status.json. */
  readonly link?: string
}

/** A page of reports. */
export interface ReportPage {
  /** Its address below the base of the site. */
  readonly path: string
  /** Its heading. */
  readonly title: string
  /** Whose reports they are, in a sentence. */
  readonly about: string
  /** What to do when there is no report yet. */
  readonly empty: string
  /** A page that says more, and the words of the link to it; left out when there is none. */
  readonly more?: {readonly title: string; readonly to: string}
  /** The reports, relative to the folder of the nearest package.json; those that are not there are left out. */
  readonly files: readonly string[]
}

/** What a site writes: all optional. */
export type Options = Partial<
  Omit<PluginOptions, 'onProblems' | 'plans'> & {
    /** As in PluginOptions; an address may stand alone. */
    readonly plans: readonly (string | OtherPlanOption)[]
    /** As in PluginOptions; what is left out keeps its default. */
    readonly onProblems: Partial<PluginOptions['onProblems']>
  }
>

export const DEFAULT_OPTIONS: Omit<PluginOptions, 'id' | 'plan'> = {
  routeBasePath: 'progress',
  pollSeconds: 60,
  footer: true,
  portfolio: null,
  plans: [],
  onProblems: {errors: 'throw', warnings: 'log'},
  lineUrl: null,
  askUrls: false,
  evidenceGuide: null,
  forecastGuide: null,
  reportPages: [],
}

const reaction = (fallback: Reaction): Joi.Schema =>
  Joi.string()
    .valid(...REACTIONS)
    .default(fallback)

const ADDRESS = /^(?:https?:\/\/[^\s/?#@]+)?\/(?:[^\s?#]*\/)?(?:status|plans)\.json$/i
const EXPECTED_ADDRESS =
  'an address that begins with https:// (or, of a file of this site, with /) and ends with /status.json or /plans.json'
const UNEXPECTED = '{{#label}}: unexpected "{{#value}}", expected {{#name}}'
const address = Joi.string().pattern(ADDRESS, EXPECTED_ADDRESS).messages({'string.pattern.name': UNEXPECTED})
/** An address alone, or with what the plan is called and where its page is. */
const otherPlan = Joi.alternatives().conditional(Joi.string(), {
  then: address.custom((value: string) => ({address: value})),
  otherwise: Joi.object<OtherPlanOption>({
    address: address.required(),
    name: Joi.string(),
    link: Joi.string()
      .pattern(/^(?:https?:\/)?\//i, 'an address that begins with https:// or with /')
      .messages({'string.pattern.name': UNEXPECTED}),
  }),
})

const schema = Joi.object<PluginOptions>({
  // Left out, it is actionPlan.plan of the site's package.json, else docs/plan/action-plan.md: as the command line has it.
  plan: Joi.string(),
  routeBasePath: Joi.string()
    .custom((value: string) => value.replace(/^\/+|(?<!\/)\/+$/g, ''))
    .default(DEFAULT_OPTIONS.routeBasePath),
  pollSeconds: Joi.number().min(0).default(DEFAULT_OPTIONS.pollSeconds),
  footer: Joi.boolean().default(DEFAULT_OPTIONS.footer),
  portfolio: Joi.string()
    .custom((value: string) => value.replace(/^\/+|(?<!\/)\/+$/g, ''))
    .allow(null)
    .default(DEFAULT_OPTIONS.portfolio),
  plans: Joi.array().items(otherPlan).default(DEFAULT_OPTIONS.plans),
  onProblems: Joi.object({
    errors: reaction(DEFAULT_OPTIONS.onProblems.errors),
    warnings: reaction(DEFAULT_OPTIONS.onProblems.warnings),
  }).default(DEFAULT_OPTIONS.onProblems),
  lineUrl: Joi.string()
    // Not `uri()`, which knows no braces.
    .pattern(/^https?:\/\/[^\s/]/, 'an address that begins with https://')
    .pattern(/\{line\}/, 'an address with a place for {line}')
    .messages({'string.pattern.name': UNEXPECTED})
    .allow(null)
    .default(DEFAULT_OPTIONS.lineUrl),
  askUrls: Joi.boolean().allow('private').default(DEFAULT_OPTIONS.askUrls),
  evidenceGuide: Joi.string().allow(null).default(DEFAULT_OPTIONS.evidenceGuide),
  forecastGuide: Joi.string().allow(null).default(DEFAULT_OPTIONS.forecastGuide),
  reportPages: Joi.array()
    .items(
      Joi.object<ReportPage>({
        path: Joi.string().required(),
        title: Joi.string().required(),
        about: Joi.string().required(),
        empty: Joi.string().required(),
        more: Joi.object({title: Joi.string().required(), to: Joi.string().required()}),
        files: Joi.array().items(Joi.string()).required(),
      }),
    )
    .default(DEFAULT_OPTIONS.reportPages),
})

/**
 * Docusaurus calls this with what the site wrote; a wrong type or an unknown option is an error that names it, and the option that may be meant.
 * @param context Docusaurus' own.
 */
export function validateOptions({validate, options}: OptionValidationContext<Options | undefined, PluginOptions>): PluginOptions {
  try {
    const given = validate(schema as Joi.ObjectSchema<PluginOptions>, options)
    requireReadable(given)
    return given
  } catch (error) {
    if (!Joi.isError(error)) throw error
    const told = error.details.map((detail) => `option ${detail.message}${meant(detail)}`)
    throw new Error(`docusaurus-plugin-action-plan: ${told.join('; ')}`)
  }
}

/** What stands in one option decides what may stand in another. */
function requireReadable({plans, portfolio, askUrls}: PluginOptions): void {
  const tell = (text: string): never => {
    throw new Error(`docusaurus-plugin-action-plan: option ${text}`)
  }
  if (plans.length > 0 && portfolio === null)
    tell('"plans": unexpected without "portfolio", expected the address of the page that shows them (such as portfolio: \'plans\')')
  const open = plans.find(({address}) => address.startsWith('http:'))
  if (open !== undefined && askUrls !== 'private')
    tell(
      `"plans": unexpected "${open.address}", expected an address that begins with https:// (http:// is for private networks, with askUrls: 'private')`,
    )
}

/** What may be meant: the nearest name, else every name there is. */
function meant({type, path, context}: Joi.ValidationErrorItem): string {
  if (type === 'any.only') return didYouMean(String(context?.value), (context?.valids as readonly unknown[]).map(String))
  if (type !== 'object.unknown') return ''
  const names = Object.keys(
    NAMES[
      path
        .slice(0, -1)
        .filter((part) => typeof part === 'string')
        .join('.')
    ] ?? {},
  )
  const near = didYouMean(String(path.at(-1)), names)
  return near === '' ? ` (expected one of ${names.join(', ')})` : near
}

/** The names of options, and of what stands in them. */
const NAMES: Readonly<Record<string, object>> = {
  '': {id: null, plan: null, ...DEFAULT_OPTIONS},
  onProblems: DEFAULT_OPTIONS.onProblems,
  plans: {address: null, name: null, link: null},
  reportPages: {path: null, title: null, about: null, empty: null, files: null},
}
