import type {Place} from '../model/place.ts'
import {insert, replace} from './edit.ts'
import {plural, rule} from './rule.ts'

/** Where the front matter has room for `plan.tables: true`, and what is written there. */
export interface SettingPlace extends Place {
  readonly text: string
}

/** A bullet that begins with a sign for a state. */
export interface SignedBullet extends Place {
  /** With the space behind it. */
  readonly sign: string
  readonly isDone: boolean
  /** The sign says no more than an open box. */
  readonly isOpen: boolean
}

/** Rules about tables and lists that say how far something is, and have no boxes. */
export const STATUS_LIST_RULES = {
  'task/in-status-table': rule<{
    readonly rows: number
    readonly done: number
    /** Whether the setting counts them. */
    readonly isOfTasks: boolean
    readonly setting: SettingPlace | null
  }>({
    severity: 'info',
    finds: 'A table with a column of states or shares: its rows are no tasks.',
    help: 'Set `tables: true` in the [settings](settings.md#tables-of-tasks), and the rows of such tables are tasks: `check --fix` writes the setting and changes no table, so that nothing is lost. With `tables: false` nothing is counted and nothing is said. A table without a column such as Task is left to its author, and a row about a section or an item that has boxes is not meant.',
    message: ({rows, done}) =>
      `${plural(rows, 'row')} of this table ${rows === 1 ? 'has' : 'have'} a status, ${done} of them done; rows are no tasks, so they are not counted`,
    fix: ({isOfTasks}) =>
      isOfTasks
        ? 'set plan.tables to true in the front matter, and rows are counted as tasks'
        : 'call the columns "Task" and "Status" and set plan.tables to true in the front matter, or write each row as a task: "- [x] text"',
    edits: ({setting}) => (setting === null ? [] : [insert(setting, setting.text)]),
  }),
  'task/row-without-status': rule<{readonly rows: number; readonly without: number; readonly hasColumn: boolean}>({
    severity: 'info',
    finds: 'Rows of a table of tasks without a status that can be read: they count as open.',
    help: 'Write a status into each row, in the words of any [language](fields.md#languages): done, open, in progress, blocked, dropped; a box, ✅ or a share such as 60 % is one too. It is one note for a table, at the first of its rows.',
    message: ({rows, without, hasColumn}) =>
      hasColumn
        ? `${without} of ${plural(rows, 'row')} of this table ${without === 1 ? 'has' : 'have'} no status that can be read, so ${without === 1 ? 'it counts' : 'they count'} as open; this is the first`
        : `this table has no column for a status, so ${without === 1 ? 'its row counts' : `its ${without} rows count`} as open`,
    fix: ({hasColumn}) => (hasColumn ? 'write a status such as "Done" or "Open"' : 'add a column "Status"'),
  }),
  'task/status-bullets': rule<{readonly bullets: readonly SignedBullet[]}>({
    severity: 'info',
    finds: 'Bullets that begin with a sign such as ✅, or a word such as `TODO`, and have no boxes.',
    help: 'Write `- [x] text` for what is done and `- [ ] text` for what is not, when they are to be counted: `check --fix` does. A sign that says more than a box, such as 🚧, stays behind the box. It is one note for each list, at its first bullet. A list that explains what signs mean is not meant, nor one of what to do and what not ("❌ Never …").',
    message: ({bullets: {length}, bullets}) =>
      `${plural(length, 'bullet')} ${length === 1 ? 'begins' : 'begin'} with a sign or a word for a state, ${bullets.filter(({isDone}) => isDone).length} of them for what is done, and ${length === 1 ? 'has no box' : 'have no boxes'}, so ${length === 1 ? 'it is' : 'they are'} not counted`,
    fix: () => 'write boxes instead of the signs: "- [x] text" for what is done, "- [ ] text" for what is not',
    edits: ({bullets}) =>
      bullets.map(({sign, isDone, isOpen, ...place}) =>
        isDone || isOpen ? replace(place, sign.length, isDone ? '[x] ' : '[ ] ') : insert(place, '[ ] '),
      ),
  }),
}
