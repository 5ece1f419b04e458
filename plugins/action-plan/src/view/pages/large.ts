import type {PageStatus, PageStatusItem} from '../../model/page.ts'

/** A plan of more tasks is too long for one page: its tasks are loaded when somebody wants to see them. */
const MOST = 600

/** Whether the progress page holds the items of a plan and not their tasks. */
export const isLarge = ({totals}: Pick<PageStatus, 'totals'>): boolean => totals.tasks + totals.dropped > MOST

/** The same without the tasks of its items. What has dropped tasks alone keeps them: they decide how it stands. */
export function withoutTasks(status: PageStatus): PageStatus {
  const bare = (item: PageStatusItem): PageStatusItem => (item.tasksTotal === 0 ? item : {...item, tasks: []})
  return {...status, sections: status.sections.map((section) => ({...section, items: section.items.map(bare)}))}
}
