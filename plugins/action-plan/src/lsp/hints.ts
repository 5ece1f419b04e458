import type {InlayHint, Range} from 'vscode-languageserver'
import {brief} from './hover.ts'
import {itemReports, wholeLine, type PlanDocument} from './plan-document.ts'

/** What is computed of each item, behind its heading. */
export function hints(document: PlanDocument, range: Range): readonly InlayHint[] {
  return itemReports(document)
    .filter(({item}) => !item.implicit && item.line - 1 >= range.start.line && item.line - 1 <= range.end.line)
    .map((one) => ({position: wholeLine(document, one.item.line).end, label: brief(one), paddingLeft: true}))
}
