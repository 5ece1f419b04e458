import type {PlanNumbers} from '../model/global.ts'
import type {PageStatus} from '../model/page.ts'
import {healthInputsOf} from './status.ts'

/** The part of a status that every page carries: enough for badges beside headings, banners and the home page. */
export function summaryOf(status: PageStatus): PlanNumbers {
  return {
    ...pick(status, 'title', 'statusDate', 'timeZone', 'source', 'end', 'forecast'),
    totals: pick(status.totals, 'items', 'itemsDone', 'tasks', 'done', 'dropped', 'percent', 'effort', 'trend'),
    priorities: status.priorities.map(({id}) => id),
    sections: status.sections.map((section) => pick(section, 'id', 'number', 'title', 'anchor', 'tasks', 'done', 'percent')),
    items: status.sections.flatMap((section) =>
      section.items.map((item) => ({
        section: section.id,
        ...pick(item, 'id', 'number', 'title', 'anchor', 'priority', 'owners', 'dependsOn', 'percent'),
        ...healthInputsOf(item, status),
      })),
    ),
    phases: status.phases.map((phase) => pick(phase, 'id', 'title', 'start', 'finish', 'window', 'items')),
  }
}

/** Some properties of an object, in this order. */
function pick<T, K extends keyof T>(from: T, ...keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>
}
