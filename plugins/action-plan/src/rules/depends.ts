import {group, rule} from './rule.ts'

export const DEPENDS_RULES = group('Dependencies', 'The `Depends on` field.', {
  'depends/unknown-item': rule<{readonly item: string; readonly named: string; readonly nearest: string | null}>({
    severity: 'error',
    finds: 'A dependency on an item that the plan does not have.',
    help: 'Name an item that the plan has; the message names the nearest number.',
    message: ({item, named}) => `${item} depends on ${named}, but the plan has no item ${named}`,
    fix: ({nearest}) => `name an item of the plan${nearest === null ? '' : ` (is it ${nearest}?)`}`,
  }),
  'depends/in-table': rule<{readonly item: string; readonly named: string; readonly tableLine: number}>({
    severity: 'info',
    finds: 'A dependency on a number that stands in a table of the plan, and on no item.',
    help: 'To wait for it, give it a heading with that number. Nothing, if it is done.',
    message: ({item, named, tableLine}) =>
      `${named} stands in the table on line ${tableLine} and is no item, so ${item} does not wait for it`,
    fix: ({named}) => `give ${named} a heading, if it is not done`,
  }),
  'depends/not-an-item': rule<{readonly item: string; readonly named: string}>({
    severity: 'warning',
    finds: 'A dependency in words that are nearly an item of the plan, or stand beside one.',
    help: 'Name items by their numbers or titles, separated by commas: `1.1, 8.2`. The item is scheduled without it until then.',
    message: ({item, named}) => `"${named}" is not an item of the plan, so ${item} is scheduled without it`,
    fix: () => 'name items by their numbers or titles, separated by commas',
  }),
  'depends/outside-plan': rule<{readonly item: string; readonly named: string}>({
    severity: 'info',
    finds: 'A dependency on something that the plan does not hold, such as a library or a team.',
    help: 'Nothing, if it is no item of this plan. To wait for an item, name it by its number or its title.',
    message: ({item, named}) => `"${named}" is nothing that the plan holds, so ${item} does not wait for it`,
    fix: () => 'name items by their numbers or titles, if one is meant',
  }),
  'depends/too-many': rule<{readonly limit: number}>({
    severity: 'error',
    finds: 'More than 200,000 dependencies. A section that is named stands for each of its items.',
    help: 'Split the plan, or name the last item of a section in the place of the section. What stands behind the limit is not read, so the schedule does not wait for it.',
    message: ({limit}) => `the plan has more than ${limit} dependencies: none is read from here on`,
    fix: () => 'name single items in the place of whole sections, or split the plan',
  }),
  'depends/cycle': rule<{readonly items: readonly string[]}>({
    severity: 'error',
    finds: 'Items that wait for each other.',
    help: 'Take one of the dependencies in the message away. Items in the circle have no dates until then.',
    message: ({items}) => `these items wait for each other: ${items.join(' → ')}`,
    fix: () => 'remove one of these dependencies',
  }),
})
