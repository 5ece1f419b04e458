import {firstDate, type ProjectionSettings} from '../../model/projection.ts'
import type {WhatIfQuery} from '../timeline/what-if.ts'
import {varianceText} from './variance.ts'
import type {Wording} from './words.ts'

type Terms = Pick<ProjectionSettings, 'team' | 'start'>

/** "3 people, start on 4 Jan 2027". */
function termsText({say, plural, day}: Wording, {team, start}: Terms): string {
  return [
    team === null
      ? say('plan.whatIf.anyTeam', 'as many people as needed')
      : plural('plan.whatIf.people', '{count} person|{count} people', team),
    ...(start === null ? [] : [say('plan.whatIf.starts', 'start on {day}', {day: day(start)})]),
  ].join(', ')
}

/** When what is left ends with the settings of the plan. */
export function currentEndText(words: Wording, terms: Terms & Pick<ProjectionSettings, 'phases'>, end: string | null): string {
  const {say, day} = words
  if (end !== null)
    return say('plan.whatIf.now', 'Currently ({terms}): projected end {end}.', {terms: termsText(words, terms), end: day(end)})
  return terms.start === null && firstDate(terms.phases) === null
    ? say('plan.whatIf.noStart', 'The plan has no start date, so no end can be projected. Enter a start date.')
    : say('plan.whatIf.noEnd', 'Currently, no end can be projected.')
}

/** "With 3 people, start on 4 Jan 2027: projected end 12 Mar 2027, 17 working days later." `later` is null when the plan as it is has no end to compare with. */
export function whatIfText(
  words: Wording,
  terms: Terms,
  {after, later}: {readonly after: string | null; readonly later: number | null},
): string {
  const {say, day} = words
  const facts = {terms: termsText(words, terms)}
  if (after === null) return say('plan.whatIf.unknown', 'With {terms}: no end can be projected.', facts)
  const end = day(after)
  if (later === null) return say('plan.whatIf.end', 'With {terms}: projected end {end}.', {...facts, end})
  const change = later === 0 ? say('plan.whatIf.same', 'no change') : varianceText(words, later)
  return say('plan.whatIf.then', 'With {terms}: projected end {end}, {change}.', {...facts, end, change})
}

/** Why a part of the address is left out. */
export function unreadableText({say}: Wording, part: keyof WhatIfQuery, query: WhatIfQuery): string {
  const found = query[part].slice(0, LONGEST)
  return part === 'team'
    ? say('plan.whatIf.badTeam', '“{found}” is not a team size, so it is ignored. Enter a whole number from 1 to 9999.', {found})
    : say('plan.whatIf.badStart', '“{found}” is not a date, so it is ignored. A date looks like 2027-01-04.', {found})
}

/** Characters of an address that a message repeats. */
const LONGEST = 40
