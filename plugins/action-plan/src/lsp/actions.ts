import {CodeActionKind, type CodeAction, type Range, type TextEdit, type WorkspaceEdit} from 'vscode-languageserver'
import type {Task} from '../model/plan.ts'
import type {TextEdit as PlanEdit} from '../rules/edit.ts'
import {editsOf} from '../rules/problem.ts'
import {diagnosticOf} from './diagnostics.ts'
import {allItems, rangeOf, type PlanDocument} from './plan-document.ts'

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
            edits.map((edit) => editIn(document, edit)),
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
    edit: changes(uri, separate(all.map((edit) => editIn(document, edit)))),
  }
  return [...fixes, ...ticks, ...(all.length === 0 ? [] : [fixAll])]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const changes = (uri: string, edits: readonly TextEdit[]): WorkspaceEdit => ({changes: {[uri]: [...edits]}})

/** A line end in an edit is one of the file: the editor writes it as the others. */
const editIn = (document: PlanDocument, {length, text, ...place}: PlanEdit): TextEdit => ({
  range: rangeOf(document, place, length),
  newText: text,
})

/** An editor refuses edits that overlap: of two, the first in the file stays. The other is found again. */
function separate(edits: readonly TextEdit[]): readonly TextEdit[] {
  const kept: TextEdit[] = []
  const order = [...edits].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character)
  for (const edit of order) {
    const {start} = edit.range
    const last = kept.at(-1)?.range
    const isBehind =
      last === undefined ||
      start.line > last.end.line ||
      (start.line === last.end.line && start.character >= last.end.character && start.character > last.start.character)
    if (isBehind) kept.push(edit)
  }
  return kept
}

/** Ticks a task, or unticks it; a dropped one is neither. */
function tickAction(document: PlanDocument, uri: string, task: Task): readonly CodeAction[] {
  const [line, column] = [document.lines[task.line - 1] ?? '', rangeOf(document, task, 0).start.character]
  const mark = /^\[([^\]]*)\]/.exec(line.slice(column))?.[1]
  if (mark === undefined || task.mark === 'dropped') return []
  const isDone = task.mark === 'done'
  const text = task.text.length > LONGEST_TITLE ? `${task.text.slice(0, LONGEST_TITLE)}…` : task.text
  const place = {line: task.line, column: task.column + 1}
  return [
    {
      title: `${isDone ? 'Untick' : 'Tick'} "${text}"`,
      kind: CodeActionKind.Refactor,
      edit: changes(uri, [{range: rangeOf(document, place, mark.length), newText: isDone ? ' ' : 'x'}]),
    },
  ]
}
