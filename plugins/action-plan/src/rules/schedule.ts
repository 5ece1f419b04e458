import {group} from './rule.ts'
import {DATES_RULES} from './schedule-dates.ts'
import {LINES_RULES} from './schedule-lines.ts'
import {PHASES_RULES} from './schedule-phases.ts'

export const SCHEDULE_RULES = group(
  'The schedule',
  'Contradictions between the Implementation Schedule, the items, the legend and the team. The pages show what was assumed.',
  {...PHASES_RULES, ...DATES_RULES, ...LINES_RULES},
)
