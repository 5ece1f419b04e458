import {existsSync, readFileSync} from 'node:fs'

/** As `node plugins/tested-docs/bin/mutations.mjs --record` writes it. */
interface Figures {
  readonly executedOn: string
  readonly runbooks: number
  readonly all: Share
  readonly harmful: Share
}

interface Share {
  readonly tried: number
  readonly noticed: number
}

const percent = ({tried, noticed}: Share): string => `${Math.floor((100 * noticed) / tried)} %`

/** What the page about the quality of this site says of the harmful changes to runbooks that a run noticed; empty before the first recorded run. */
export const mutationsSentence = (file: string): string => {
  if (!existsSync(file)) return ''
  const {executedOn, runbooks, all, harmful} = JSON.parse(readFileSync(file, 'utf8')) as Figures
  const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'}).format(
    new Date(executedOn),
  )
  const dangers = harmful.tried === 0 ? '' : ` Of the ${harmful.tried} that destroy or reveal something it noticed ${harmful.noticed}.`
  return `Runbooks: on ${day}, ${runbooks} of them were changed for the worse in ${all.tried} places, one place at a time. Their runs noticed ${all.noticed} of the changes (${percent(all)}).${dangers} "npm run nightly -- runbooks" measures it.`
}
