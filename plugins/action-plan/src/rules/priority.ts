import {group, rule} from './rule.ts'

export const PRIORITY_RULES = group('Priorities', 'What the legend of the plan defines.', {
  'priority/unknown': rule<{readonly value: string; readonly known: readonly string[]}>({
    severity: 'error',
    finds: 'A priority that the legend does not have.',
    help: 'Use a priority of the legend, or add a line for this one to the legend.',
    message: ({value, known}) => `unexpected priority "${value}", expected one of ${known.join(', ')}`,
    fix: () => 'use a priority of the legend, or add this one to it',
  }),
  'priority/conflict': rule<{readonly heading: string; readonly field: string}>({
    severity: 'warning',
    finds: 'Two different priorities for one thing.',
    help: 'Keep one of the two. The `Priority` field counts before the heading.',
    message: ({heading, field}) => `the heading says ${heading}, but **Priority** says ${field}, which counts`,
    fix: () => 'keep one of them',
  }),
  'priority/from-emoji': rule<{readonly emoji: string; readonly priority: string}>({
    severity: 'info',
    finds: 'A priority read from a coloured mark alone.',
    help: 'Write the priority in words: `(P1)`. Colours mean different things in different plans.',
    message: ({emoji, priority}) => `${emoji} was read as ${priority}`,
    fix: ({priority}) => `write the priority in words: "(${priority})"`,
  }),
})
