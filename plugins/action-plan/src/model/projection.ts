import type {Phase} from './plan.ts'
import type {Settings} from './settings.ts'

/** What of a plan decides when its items are worked on, beside the items. */
export interface ProjectionSettings extends Pick<Settings, 'start' | 'workingDays' | 'holidays' | 'team'> {
  /** Its phases and when they are. */
  readonly phases: readonly Pick<Phase, 'id' | 'period'>[]
  /** Whether the plan has a schedule: then an item that is in no phase has no date. */
  readonly scheduled: boolean
}

/** The part of a plan's settings and phases that a projection needs. */
export function projectionSettings(
  {start, workingDays, holidays, team}: Settings,
  phases: readonly Pick<Phase, 'id' | 'period' | 'section'>[],
): ProjectionSettings {
  return {
    start,
    workingDays,
    holidays,
    team,
    phases: phases.map(({id, period}) => ({id, period})),
    // A section that is called "Milestone 2", and gives no dates, is no schedule for the others.
    scheduled: phases.some(({section, period}) => section === null || period.unit !== 'unknown'),
  }
}

/** The earliest date that a phase states: the calendar's origin when the settings give no start. */
export function firstDate(phases: readonly Pick<Phase, 'period'>[]): string | null {
  const dates = phases.flatMap(({period}) => (period.unit === 'date' ? [period.start] : []))
  return dates.sort()[0] ?? null
}
