import {CompletionItemKind, type CompletionItem, type Position} from 'vscode-languageserver'
import {FIELD_ROWS, fieldOf, type FieldName} from '../fields/fields.ts'
import {labelsOf} from '../fields/words.ts'
import type {Lexicon} from '../lexicon/language.ts'
import {fold, LANGUAGES} from '../lexicon/lexicon.ts'
import {addDays} from '../model/date.ts'
import {readFields} from '../parse/fields.ts'
import {VALUES} from '../parse/values/choice.ts'
import {ENGLISH} from '../view/words/words.ts'
import {itemAround, itemReports, allItems, type PlanDocument} from './plan-document.ts'

const LIST = /^\s*(?:[-*+]\s+)?/

/** What can be written at a position: labels of fields, and their values that the plan knows. */
export function completion(document: PlanDocument, position: Position): readonly CompletionItem[] {
  const line = (document.lines[position.line] ?? '').slice(0, position.character)
  const text = line.slice((LIST.exec(line)?.[0] ?? '').length)
  if (/^\[.\]\s/.test(text)) return /(?:^|\s)@[^\s@]*$/.test(text) ? owners(document) : []
  const field = readFields(text).at(-1)
  if (field !== undefined) return VALUES_OF[field.name]?.(document, position.line + 1) ?? choices(field.name)
  return /^[*_]{0,2}\p{L}{0,20}$/u.test(text) && itemAround(document, position.line + 1) !== null
    ? labels(document, line.length - text.length, position)
    : []
}

/** The values of a field that a plan knows, by the field. */
const VALUES_OF: Readonly<Partial<Record<FieldName, (document: PlanDocument, line: number) => readonly CompletionItem[]>>> = {
  owner: (document) => owners(document),
  priority: ({report}) => report.legend.map(({id, title}) => ({label: id, detail: title, kind: CompletionItemKind.EnumMember})),
  dependsOn: (document, line) => {
    const own = itemAround(document, line)?.item.id
    return itemReports(document).flatMap(({item}) =>
      item.id === own || item.implicit
        ? []
        : [
            {
              label: item.number ?? item.title,
              detail: item.title,
              filterText: `${item.number ?? ''} ${item.title}`,
              kind: CompletionItemKind.Reference,
            },
          ],
    )
  },
  due: (document, line) => {
    const {report} = document
    const phase = report.phases.find(({phase: {id}}) => id === itemAround(document, line)?.phase?.id)
    const days: readonly (readonly [string, string | null])[] = [
      ['end of its phase', phase?.finish ?? null],
      ['today', report.statusDate],
      ['in a week', addDays(report.statusDate, 7)],
      ['in two weeks', addDays(report.statusDate, 14)],
      ['in four weeks', addDays(report.statusDate, 28)],
    ]
    return days.flatMap(([said, date], index) =>
      date === null
        ? []
        : [
            {
              label: date,
              detail: `${said}: ${ENGLISH.day(date)}`,
              filterText: `${date} ${said}`,
              sortText: String(index),
              kind: CompletionItemKind.Value,
            },
          ],
    )
  },
}

const owners = ({parsed}: PlanDocument): readonly CompletionItem[] =>
  [...new Set(allItems(parsed.plan).flatMap((item) => item.owners))].sort().map((label) => ({label, kind: CompletionItemKind.Constant}))

const choices = (name: FieldName): readonly CompletionItem[] =>
  (VALUES[fieldOf(name).type] ?? []).map((label) => ({label, kind: CompletionItemKind.EnumMember}))

/** Labels that the item does not state yet, in the language that the plan uses. */
function labels(document: PlanDocument, from: number, {line, character}: Position): readonly CompletionItem[] {
  const language = languageOf(document)
  return FIELD_ROWS.map(({name}) => {
    const [label] = labelsOf(name, language)
    const shown = label === undefined ? name : label.charAt(0).toUpperCase() + label.slice(1)
    const range = {start: {line, character: from}, end: {line, character}}
    return {label: shown, filterText: `**${shown}`, kind: CompletionItemKind.Field, textEdit: {range, newText: `**${shown}**: `}}
  })
}

/** The language whose labels stand on most lines of the plan; English when there are none. */
function languageOf({lines}: PlanDocument): Lexicon {
  const written = new Map<string, number>()
  for (const line of lines) {
    const [, label] = /^\s*(?:[-*+]\s+)?(?:\*\*|__)([^*_:：]{1,40})/.exec(line) ?? []
    if (label !== undefined) written.set(fold(label), (written.get(fold(label)) ?? 0) + 1)
  }
  const count = (language: Lexicon): number =>
    [...new Set(FIELD_ROWS.flatMap(({name}) => labelsOf(name, language)))].reduce((sum, label) => sum + (written.get(fold(label)) ?? 0), 0)
  return LANGUAGES.reduce((best, one) => (count(one) > count(best) ? one : best))
}
