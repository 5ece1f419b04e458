import {group} from './rule.ts'
import {DATES} from './schedule-dates.ts'
import {LINES} from './schedule-lines.ts'
import {PHASES} from './schedule-phases.ts'

export const SCHEDULE = group(
  'The schedule',
  'Contradictions between the Implementation Schedule, the items, the legend and the team. The pages show what was assumed.',
  {...PHASES, ...DATES, ...LINES},
)
