import type {NoForecast, Pace} from './cause.ts'

/** When all tasks will be done if work goes on as in the last weeks, or why nobody can say. Dates are ISO. */
export type Forecast =
  | {
      readonly state: 'forecast'
      /** With 50 % everything is done by this day. */
      readonly p50: string
      /** With 85 %; null when more than 15 % of the runs do not end within ten years. */
      readonly p85: string | null
      readonly cause: Pace
    }
  | {readonly state: 'none'; readonly p50: null; readonly p85: null; readonly cause: NoForecast}

/** What the last days changed. */
export interface Trend {
  /** The day after which changes are counted, ISO date: seven days ago, or the first day of a younger plan. */
  readonly since: string
  /** Tasks finished less those unticked. */
  readonly done: number
  /** Tasks that came into scope less those that left it open. */
  readonly added: number
}

/** When the plan ends. Dates are ISO. */
export interface PlanEnd {
  /** The last day of the last item, as planned; null without dates. */
  readonly planned: string | null
  /** The last day of the last item when what is left is projected from the status date along dependencies, owners and team; null when nothing is left, or nobody can say. */
  readonly projected: string | null
  /** The day by which everything is done with 50 %; null when nobody can say. */
  readonly forecast: string | null
  /** Calendar days from the planned end to the forecast; fewer than 0 is earlier, null when one of the two is missing. */
  readonly varianceDays: number | null
}
