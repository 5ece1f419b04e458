import {createHash} from 'node:crypto'
import {DAY_SCRIPT} from './view/pages/day-script.ts'

/** What a Content-Security-Policy has to allow in `script-src`: the inline script of the pages of plans. It is the same on every day and in every site. */
export const DAY_SCRIPT_HASH = `'sha256-${createHash('sha256').update(DAY_SCRIPT).digest('base64')}'`
