import {SymbolKind, type DocumentSymbol} from 'vscode-languageserver'
import {brief} from './hover.ts'
import {wholeLine, type PlanDocument} from './plan-document.ts'

const nameOf = (number: string | null, title: string): string =>
  [number, title].filter((part) => part !== null && part !== '').join(' ') || '(no title)'

/** Sections and their items, for the outline of the editor. */
export function symbols(document: PlanDocument): DocumentSymbol[] {
  return document.report.sections.map(({section, items}) => {
    const own = wholeLine(document, section.line)
    return {
      name: nameOf(section.number, section.title),
      kind: SymbolKind.Namespace,
      range: own,
      selectionRange: own,
      children: items
        .filter(({item}) => !item.implicit)
        .map((one) => {
          const range = wholeLine(document, one.item.line)
          return {name: nameOf(one.item.number, one.item.title), detail: brief(one), kind: SymbolKind.Event, range, selectionRange: range}
        }),
    }
  })
}
