import {group, plural, rule} from './rule.ts'

/** A source that shows nothing: why, and what to do, as its reader says. */
export interface NothingShown {
  readonly source: string
  readonly reason: string
  readonly remedy: string
}
/** Evidence held against what is ticked. `item` is null where a task names the evidence. */
export interface Held {
  readonly item: string | null
  readonly because: string
}

export const EVIDENCE_RULES = group(
  'Evidence',
  'Differences between what is ticked and what evidence shows. None of these changes a tick or a count.',
  {
    'evidence/unknown-metric': rule<{readonly text: string; readonly metrics: readonly string[]}>({
      severity: 'warning',
      finds: 'Settings for a metric that the plan does not have.',
      help: 'Write the text of the metric as the plan has it; spaces and upper or lower case do not matter.',
      message: ({text, metrics}) =>
        `the plan has no metric "${text}", expected ${metrics.length === 0 ? 'one of its Success Metrics, but it has none' : `one of ${metrics.map((metric) => `"${metric}"`).join(', ')}`}`,
      fix: () => 'copy the text of the metric from the plan',
    }),
    'evidence/unknown-item': rule<{readonly item: string}>({
      severity: 'error',
      finds: 'A metric shown by an item that the plan does not have.',
      help: 'Correct the number under `items` in the settings of the metric.',
      message: ({item}) => `the plan has no item "${item}", expected the number of one`,
      fix: () => 'correct the number in the settings of the metric',
    }),
    'evidence/no-target': rule<{
      readonly source: string
      readonly shown: string
      readonly mismatch: null | {readonly target: string; readonly unit: string | null}
    }>({
      severity: 'warning',
      finds: 'A metric with evidence and without a target that can be read.',
      help: 'Write the target into the text ("at least 80 %", "Zero …", "under 200 ms"), or `atLeast` or `atMost` in the settings. Where the units differ, say the unit of the number.',
      message: ({source, shown, mismatch}) =>
        mismatch === null
          ? `${source}: ${shown}, but no target can be read`
          : `${source}: ${shown}, but a target of ${mismatch.target} cannot be compared with ${mismatch.unit === null ? 'a number without a unit' : `a number in ${mismatch.unit}`}`,
      fix: ({mismatch}) =>
        mismatch === null
          ? 'write the target into the text ("at least 80 %"), or as atLeast or atMost in the settings'
          : 'give the unit of the number in the settings (unit: ms), or give atLeast or atMost there, which are in that unit',
    }),
    'evidence/outside': rule<NothingShown>({
      severity: 'error',
      finds: 'Evidence that is not a file of the project.',
      help: 'Name a file below the folder of the nearest `package.json`, without `..` and without a leading slash. A link out of that folder is refused as well.',
      message: nothingShown,
      fix: ({remedy}) => remedy,
    }),
    'evidence/missing': rule<NothingShown>({
      severity: 'info',
      finds: 'A file of evidence that is not there.',
      help: 'Run the tool that writes it, or correct the path. Where only the build server has the report, nothing: the metric is `unknown` elsewhere.',
      message: nothingShown,
      fix: ({remedy}) => remedy,
    }),
    'evidence/unreadable': rule<NothingShown>({
      severity: 'warning',
      finds: 'Evidence that says nothing: it cannot be read, measured nothing, or is of another kind.',
      help: 'See what the tool wrote: the message names the place. A coverage report of no line, or a run of no test, shows nothing and is never 100 %.',
      message: nothingShown,
      fix: ({remedy}) => remedy,
    }),
    'evidence/too-old': rule<{readonly source: string; readonly old: null | {readonly made: string; readonly days: number}}>({
      severity: 'warning',
      finds: 'Evidence older than its metric allows, or of unknown age.',
      help: 'Run the tool again, or allow more days with `maxAge`. A report that states no time has an age only when it is committed.',
      message: ({source, old}) =>
        `${source}: ${old === null ? 'its age is unknown, because nothing says when it was made' : `it was made on ${old.made}, more than ${plural(old.days, 'day')} ago`}`,
      fix: ({old}) =>
        old === null
          ? 'commit the report, or let its tool write the time; or delete maxAge'
          : 'run the tool again, or allow more days (maxAge)',
    }),
    'evidence/contradicts': rule<Held>({
      severity: 'warning',
      finds: 'A ticked task, or a complete item, whose evidence fails.',
      help: 'Fix what fails, or untick the task. The tick counts as written until then.',
      message: ({item, because}) =>
        `${item === null ? 'the task is ticked' : `all tasks of ${item} are ticked`}, but its evidence fails: ${because}`,
      fix: ({item}) =>
        item === null ? 'fix what fails, or untick the task; the tick counts as written' : 'fix what fails, or untick what is not done',
    }),
    'evidence/already-shown': rule<Held & {readonly open: number; readonly tasks: number}>({
      severity: 'info',
      finds: 'An open task, or an item with open tasks, whose evidence holds.',
      help: 'Tick it when it is done.',
      message: ({item, open, tasks, because}) =>
        `${item === null ? 'the task is open' : `${open} of ${tasks} tasks of ${item} are open`}, but its evidence holds: ${because}`,
      fix: ({item}) => (item === null ? 'tick the task if it is done' : 'tick what is done'),
    }),
  },
)

function nothingShown({source, reason}: NothingShown): string {
  return `${source}: ${reason}`
}
