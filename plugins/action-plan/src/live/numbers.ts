import type {PlanNumbers} from '../model/global.ts'
import type {Status} from '../model/status.ts'
import {prospectsOf} from './status.ts'

/** The part of a status that every page carries: enough for badges beside headings, banners and the home page. */
export function numbersOf(status: Status): PlanNumbers {
  const {health: _, because: _why, ...totals} = status.totals
  return {
    title: status.title,
    statusDate: status.statusDate,
    timeZone: status.timeZone,
    source: status.source,
    totals,
    sections: status.sections.map(({id, title, anchor, tasks: all, done: ticked, percent: share}) => ({
      id,
      title,
      anchor,
      tasks: all,
      done: ticked,
      percent: share,
    })),
    items: status.sections.flatMap((section) =>
      section.items.map((item) => ({
        id: item.id,
        title: item.title,
        section: section.id,
        anchor: item.anchor,
        priority: item.priority,
        owners: item.owners,
        percent: item.percent,
        ...prospectsOf(item, status),
      })),
    ),
    phases: status.phases.map(({id, title, start, finish, window, items: own}) => ({id, title, start, finish, window, items: own})),
  }
}
