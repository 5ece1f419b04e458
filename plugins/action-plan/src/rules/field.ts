import {excerpt} from '../model/problem.ts'
import {blankLineBefore} from './edit.ts'
import {group, plural, rule} from './rule.ts'

/** A field as its label is written, and its line. */
export interface GluedField {
  readonly label: string
  readonly line: number
  /** Only white space stands before it on its line. */
  readonly indented: boolean
}

export const FIELD_RULES = group('Fields', 'Lines such as `**Timeline**:`; see [fields](fields.md).', {
  'field/glued': rule<{readonly fields: readonly [GluedField, ...GluedField[]]}>({
    severity: 'info',
    finds: 'Fields that Markdown joins to the task above them.',
    help: 'Add a blank line before each field. It is read as a field here, but other Markdown readers show it as part of the task. It is one note for the whole plan, at the first field.',
    message: ({fields}) =>
      fields.length === 1
        ? `Markdown joins **${fields[0].label}** to the task above it`
        : `${fields.length} fields, the first is **${fields[0].label}**: Markdown joins each to the task above it`,
    fix: ({fields}) => `add a blank line before **${fields[0].label}**${fields.length === 1 ? '' : ' and the others'}`,
    edits: ({fields}) => fields.filter(({indented}) => indented).map(({line}) => blankLineBefore(line)),
  }),
  'field/heading': rule<{readonly text: string; readonly dashesLine: number | null}>({
    severity: 'warning',
    finds: 'A field line that a line of dashes below it makes a heading.',
    help: 'Put an empty line between the field and the line of dashes. Until then the field says nothing, and what stands below it is a section.',
    message: ({text}) => `"${text}" is a heading, because a line of dashes follows it`,
    fix: () => 'put a blank line before the line of dashes',
    edits: ({dashesLine}) => (dashesLine === null ? [] : [blankLineBefore(dashesLine)]),
  }),
  'field/contradicts-boxes': rule<{readonly status: string; readonly done: number; readonly tasks: number}>({
    severity: 'warning',
    finds: 'A status that says something else than the boxes.',
    help: 'Correct the status, or tick or untick the boxes. The boxes count. "Done" with an open task, "not started" with a ticked one, and "in progress" or "blocked" with every task ticked are such statuses; "dropped" is one while tasks are in scope. A status in other words is kept as it is and compared with nothing.',
    message: ({status, done, tasks}) =>
      `the status says "${excerpt(status)}", but ${done} of ${plural(tasks, 'task')} ${tasks === 1 ? 'is' : 'are'} done; the boxes count`,
    fix: () => 'correct the status, or the boxes',
  }),
  'field/conflict': rule<{readonly label: string; readonly value: string; readonly first: string; readonly firstLine: number}>({
    severity: 'warning',
    finds: 'The same field twice with different values.',
    help: "Keep one of the two lines. The first counts. It is said once for each field of an item. Lengths under different labels (**Timeline**, **Effort**) may differ; the first counts. Fields in the lists of several bullets are those of the bullets, and none is the item's.",
    message: ({label, value, first, firstLine}) => `a second **${label}** says "${value}"; line ${firstLine} says "${first}", which counts`,
    fix: () => 'keep one of the two lines',
  }),
  'field/empty': rule<{readonly label: string}>({
    severity: 'info',
    finds: 'A field without a value.',
    help: 'Write a value after the colon, or delete the line.',
    message: ({label}) => `**${label}** has no value`,
    fix: () => 'write its value after the colon, or delete the line',
  }),
  'field/not-a-name': rule<{readonly label: string; readonly value: string}>({
    severity: 'info',
    finds: 'An owner that is a length of time or a date.',
    help: 'Write a name, or give the line another label: a table of response times may call its rows by roles. The item has no owner until then.',
    message: ({label, value}) => `**${label}** says "${value}", which is a time and not a name, so nobody owns the item`,
    fix: () => 'write a name, or use another label ("**Timeline**", "**Due**")',
  }),
  'field/of-section': rule<{readonly label: string}>({
    severity: 'info',
    finds: 'A field above the items of a section, where it belongs to none.',
    help: 'Write it under each item that it is meant for. A priority may stand there: it is that of all items.',
    message: ({label}) => `**${label}** stands above the items of this section, so it belongs to none of them`,
    fix: () => 'write it under each item that it is meant for',
  }),
  'field/of-task': rule<{readonly label: string; readonly taskLine: number}>({
    severity: 'info',
    finds: 'A field in a list under a task, which only items have.',
    help: 'A task can have a due date, an owner, a duration, a priority and what it depends on; the others are fields of items. Write it under the heading of the item, outside of the list, when it is meant for all its tasks; else give the task an item of its own.',
    message: ({label, taskLine}) => `**${label}** stands in the list of the task on line ${taskLine}, so it is not a field of the item`,
    fix: () => 'write it under the heading of the item, outside of the list, or give the task its own item',
  }),
})
