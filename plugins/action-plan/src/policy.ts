import {createHash} from 'node:crypto'
import {DAY_SCRIPT} from './view/pages/day-script.ts'

/** What a Content-Security-Policy has to allow in `script-src`: the inline script of the pages of plans. It is the same on every day and in every site. */
export const DAY_SCRIPT_HASH = `'sha256-${createHash('sha256').update(DAY_SCRIPT).digest('base64')}'`

/** What a Content-Security-Policy has to allow in `connect-src`: the hosts of the option `plans`, and no others. Files of the site itself need nothing. */
export const planOrigins = (plans: readonly (string | {readonly address: string})[]): readonly string[] =>
  [...new Set(plans.map((plan) => (typeof plan === 'string' ? plan : plan.address)))]
    .filter((address) => !address.startsWith('/'))
    .map((address) => new URL(address).origin)
    .filter((origin, index, all) => all.indexOf(origin) === index)
    .sort()
