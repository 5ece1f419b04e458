import type {Report} from '../model/report.ts'
import {format, json, type Common, type Verb} from './session.ts'

/** What each format is made by: loaded when it is asked for. */
const FORMATS: Readonly<Record<string, (report: Report) => Promise<string>>> = {
  csv: async (report) => (await import('../view/files/csv.ts')).toCsv(report),
  'jira-csv': async (report) => (await import('../view/files/jira.ts')).toJira(report),
  ics: async (report) => (await import('../view/files/ics.ts')).toIcs(report),
  mermaid: async (report) => (await import('../view/files/mermaid.ts')).toMermaid(report),
  taskjuggler: async (report) => (await import('../view/files/taskjuggler.ts')).toTaskjuggler(report),
  json: async (report) => json((await import('../view/files/status.ts')).toStatus(report, null)),
}

/** `export`: the plan for other programs. */
export const exportPlan: Verb = ({command, read, terminal}) =>
  void command('export', 'print the plan for another program', 'action-plan export --format csv > plan.csv')
    .argument('[FILE]')
    .addOption(format(...Object.keys(FORMATS)))
    .action(async (file: string | undefined, options: Common & {format: string}) => {
      const make = FORMATS[options.format] as (typeof FORMATS)[string]
      terminal.data(await make(await read(file, options)))
    })
