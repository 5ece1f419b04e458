import type {PlanGlobal} from '../model/global.ts'
import type {Report} from '../model/report.ts'

/** The small part of a report that every page carries. */
export function toGlobal(
  report: Report,
  site: Pick<PlanGlobal, 'guides' | 'planPage' | 'progressPage' | 'statusUrl' | 'pollSeconds'>,
): PlanGlobal {
  const {tasks, done, dropped, percent, items, itemsDone, effort} = report.totals
  return {
    ...site,
    title: report.title,
    statusDate: report.statusDate,
    timeZone: report.settings.timeZone,
    commit: report.source.commit,
    committedAt: report.source.committedAt,
    totals: {items, itemsDone, tasks, done, dropped, percent, effort},
    sections: report.sections.map(({section, progress}) => ({
      id: section.id,
      title: section.title,
      anchor: section.anchor,
      tasks: progress.tasks,
      done: progress.done,
      percent: progress.percent,
    })),
    items: report.sections.flatMap(({section, items: own}) =>
      own.map(({item, progress, prospects}) => ({
        id: item.id,
        title: item.title,
        section: section.id,
        anchor: item.anchor,
        priority: item.priority,
        percent: progress.percent,
        ...prospects,
      })),
    ),
  }
}
