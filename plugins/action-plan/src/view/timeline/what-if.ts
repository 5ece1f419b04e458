import {isDate} from '../../model/date.ts'
import type {ProjectionSettings} from '../../model/projection.ts'

/** What stands in the address, as it is written there; empty when nothing does. */
export interface WhatIfQuery {
  readonly team: string
  readonly start: string
}

export const readWhatIf = (query: URLSearchParams): WhatIfQuery => ({team: query.get('team') ?? '', start: query.get('start') ?? ''})

/** The same for the address. */
export function writeWhatIf({team, start}: WhatIfQuery): string {
  const query = new URLSearchParams({...(team === '' ? {} : {team}), ...(start === '' ? {} : {start})}).toString()
  return query === '' ? '' : `?${query}`
}

/** Whether somebody asked. */
export const asksWhatIf = ({team, start}: WhatIfQuery): boolean => team !== '' || start !== ''

/** The settings that a query supposes. */
export interface WhatIfChange {
  readonly change: Partial<Pick<ProjectionSettings, 'team' | 'start'>>
  /** What of the query cannot be read, and is left out. */
  readonly unreadable: readonly (keyof WhatIfQuery)[]
}

/** A team is a whole number from 1 to 9999, and a start an ISO date, as in the settings of a plan. */
export function whatIfChange({team, start}: WhatIfQuery): WhatIfChange {
  const isTeam = /^\d{1,4}$/.test(team) && Number(team) > 0
  const isStart = isDate(start)
  return {
    change: {...(isTeam ? {team: Number(team)} : {}), ...(isStart ? {start} : {})},
    unreadable: [...(team === '' || isTeam ? [] : (['team'] as const)), ...(start === '' || isStart ? [] : (['start'] as const))],
  }
}
