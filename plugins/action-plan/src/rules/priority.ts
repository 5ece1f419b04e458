import {group, rule} from './rule.ts'

export const PRIORITY_RULES = group('Priorities', 'What the legend of the plan defines.', {
  'priority/unknown': rule<{readonly value: string; readonly known: readonly string[]}>({
    severity: 'error',
    finds: 'A priority that the legend does not have.',
    help: 'Use a priority of the legend, or add a line for this one to the legend.',
    message: ({value, known}) => `unexpected priority "${value}", expected one of ${known.join(', ')}`,
    fix: () => 'use a priority of the legend, or add this one to it',
  }),
  'priority/unreadable': rule<{readonly value: string; readonly known: readonly string[]}>({
    severity: 'warning',
    finds: 'A priority in words that no legend has.',
    help: 'Write one of the usual words (critical, high, medium, low; must, should, could), an id such as `P1`, or a legend. The item has no priority until then.',
    message: ({value, known}) => `"${value}" is no priority that is known (${known.join(', ')}, or their words)`,
    fix: () => 'use one of them, or add a legend that has this one',
  }),
  'priority/number': rule<{readonly value: string}>({
    severity: 'info',
    finds: 'A priority as a number whose direction no legend says.',
    help: 'Add a legend with lines such as `- 1: Critical`, or write `P1`. The item has no priority until then: in some plans 1 is the most urgent, in others the least.',
    message: ({value}) => `"${value}" is a number, and nothing says whether 1 is the most or the least urgent`,
    fix: () => 'add a legend ("- 1: Critical"), or write P0 to P4',
  }),
  'priority/colour-alone': rule<{readonly sign: string}>({
    severity: 'info',
    finds: 'A coloured sign that no word and no legend explains.',
    help: 'Write the priority in words, `(P1)`, or add a legend with lines such as `- 🔴 **P0**: …`. Colours mean different things in different plans, so none is read from them. It is one note for the whole plan, at the first sign.',
    message: ({sign}) => `${sign} alone says no priority: no word stands beside it, and no legend explains it`,
    fix: () => 'write the priority in words, or explain the colour in a legend',
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
    finds: 'A priority read from a coloured mark alone, as the legend defines it.',
    help: 'Nothing. Write the priority in words, `(P1)`, for readers who do not see the colour.',
    message: ({emoji, priority}) => `${emoji} was read as ${priority}`,
    fix: ({priority}) => `write the priority in words: "(${priority})"`,
  }),
})
