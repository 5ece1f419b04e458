import {CodeActionKind, type CodeAction, type Range, type TextEdit, type WorkspaceEdit} from 'vscode-languageserver'
import type {Task} from '../model/plan.ts'
import {rowEdit} from '../parse/structure/row-edit.ts'
import {apart} from '../rules/edit.ts'
import {editsOf} from '../rules/problem.ts'
import {withMark} from '../source/checkbox-bytes.ts'
import {diagnosticOf} from './diagnostics.ts'
import {allItems, editorEdit, type PlanDocument} from './plan-document.ts'
import {firstPart} from '../model/text.ts'

const LONGEST_TITLE = 60

/** What can be done on the lines of a range: fixes of problems, ticking of tasks, and all fixes at once. */
export function actions(document: PlanDocument, uri: string, range: Range): readonly CodeAction[] {
  const isInside = (line: number): boolean => line - 1 >= range.start.line && line - 1 <= range.end.line
  const {problems} = document.report
  const fixes = problems
    .filter(({line}) => isInside(line))
    .flatMap((problem): readonly CodeAction[] => {
      const edits = editsOf(problem)
      if (edits.length === 0) return []
      return [
        {
          title: capital(problem.fix),
          kind: CodeActionKind.QuickFix,
          diagnostics: [diagnosticOf(document, problem)],
          isPreferred: true,
          edit: changes(
            uri,
            edits.map((edit) => editorEdit(document, edit)),
          ),
        },
      ]
    })
  const ticks = allItems(document.parsed.plan)
    .flatMap(({tasks}) => tasks)
    .filter(({line}) => isInside(line))
    .flatMap((task) => tickAction(document, uri, task))
  const all = problems.flatMap(editsOf)
  const fixAll: CodeAction = {
    title: 'Fix everything that is certain',
    kind: CodeActionKind.SourceFixAll,
    edit: changes(
      uri,
      apart(all).map((edit) => editorEdit(document, edit)),
    ),
  }
  return [...fixes, ...ticks, ...(all.length === 0 ? [] : [fixAll])]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const changes = (uri: string, edits: readonly TextEdit[]): WorkspaceEdit => ({changes: {[uri]: [...edits]}})

/** The lines as the reader counts their columns: without a byte-order mark. */
const linesOf = ({lines: [first = '', ...more]}: PlanDocument): readonly string[] => [first.replace(/^\uFEFF/, ''), ...more]

/** Ticks a task, or unticks it, as the command does; a dropped one is neither. */
function tickAction(document: PlanDocument, uri: string, task: Task): readonly CodeAction[] {
  const isDone = task.mark === 'done'
  const title = `${isDone ? 'Untick' : 'Tick'} "${task.text.length > LONGEST_TITLE ? `${firstPart(task.text, LONGEST_TITLE)}…` : task.text}"`
  const kind = CodeActionKind.Refactor
  if (task.cell !== undefined) {
    const edit = task.mark === 'dropped' ? null : rowEdit(document.parsed.plan, task, isDone ? 'open' : 'done', linesOf(document))
    return edit === null ? [] : [{title, kind, edit: changes(uri, [editorEdit(document, edit)])}]
  }
  const text = document.lines.join('\n')
  const day = isDone ? null : document.report.statusDate
  const changed = task.mark === 'dropped' ? null : withMark(Buffer.from(text), text, task, isDone ? ' ' : 'x', day)
  if (changed === null) return []
  const line = Buffer.from(changed).toString().split('\n')[task.line - 1] ?? ''
  const range = {
    start: {line: task.line - 1, character: 0},
    end: {line: task.line - 1, character: (document.lines[task.line - 1] ?? '').length},
  }
  return [{title, kind, edit: changes(uri, [{range, newText: line}])}]
}
