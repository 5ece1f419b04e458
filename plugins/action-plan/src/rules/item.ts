import {group, rule, TASK_SYNTAX} from './rule.ts'

export const ITEM_RULES = group('Items', 'Numbers and bullets of items.', {
  'item/duplicate-number': rule<{readonly number: string; readonly firstLine: number; readonly id: string}>({
    severity: 'error',
    finds: 'Two items with the same number.',
    help: 'Give one of the two another number. Until then the second one is called `2.1~2`, so that badges and links of the first stay right.',
    message: ({number, firstLine, id}) => `a second item ${number}: the first is on line ${firstLine}, and this one is called ${id}`,
    fix: () => 'give it its own number',
  }),
  'item/repeated-number': rule<{readonly number: string; readonly firstLine: number; readonly id: string; readonly count?: number}>({
    severity: 'info',
    finds: 'Numbers that begin anew in another part of the plan, where nothing names one of them.',
    help: 'Nothing, when the parts are read apart. The second item is called `2.1~2`. Give it another number before a dependency or a schedule names it.',
    message: ({number, firstLine, id, count = 1}) =>
      `a second item ${number}: the first is on line ${firstLine}, and this one is called ${id}${count === 1 ? '' : `; ${count} items have a number that is given twice`}`,
    fix: () => 'give it its own number when something must name it',
  }),
  'item/skipped-number': rule<{readonly number: string; readonly before: string}>({
    severity: 'info',
    finds: 'A gap in the numbers of a section.',
    help: 'Nothing, when an item was taken away. Renumber only when nobody links to the numbers.',
    message: ({number, before}) => `${number} follows ${before}`,
    fix: () => 'renumber the items, unless one was removed on purpose',
  }),
  'item/wrong-section': rule<{readonly number: string; readonly section: string}>({
    severity: 'warning',
    finds: 'An item whose number belongs to another section.',
    help: 'Renumber the item, or move it to the section of its number.',
    message: ({number, section}) => `item ${number} stands in section ${section}`,
    fix: ({number}) => `renumber it, or move it to section ${number.split('.')[0] ?? ''}`,
  }),
  'item/no-boxes': rule<{readonly bullets: number}>({
    severity: 'warning',
    finds: 'An item whose bullets have no boxes counts no tasks.',
    help: 'Put boxes on the bullets that are work: `- [ ] text`. Bullets are taken for work where most items of the section have tasks and the item has a number, or where most items of the plan have tasks and the item states a field; elsewhere they are text.',
    message: ({bullets}) =>
      `the item has no tasks: its ${bullets === 1 ? 'bullet has no check box' : `${bullets} bullets have no check boxes`}`,
    fix: () => TASK_SYNTAX,
  }),
  'item/no-tasks': rule<{readonly duration: string | null; readonly due: string | null}>({
    severity: 'warning',
    finds: 'An item with a duration or a due date and no task.',
    help: 'Write what is to be done as `- [ ] text`. Without a task nothing can show that the item is done: it stays open, is late after its due date, and its plan is never done. Of a duration alone it is said where most items of the plan have tasks.',
    message: ({duration, due}) =>
      `the item has ${due === null ? `a duration ("${duration ?? ''}")` : `a due date (${due})`} and no tasks, so nothing can show that it is done`,
    fix: () => TASK_SYNTAX,
  }),
})
