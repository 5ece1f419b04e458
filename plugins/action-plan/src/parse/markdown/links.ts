import {areSame} from '../kept.ts'
import {inlineHtml, type InlineHtml} from './inline-text.ts'
import {plainWith} from './inline.ts'
import type {Passage} from './passages.ts'

/** What inline Markdown says, with the links that its file defines. Texts that define the same links share it. */
export interface Links {
  /** Inline Markdown as plain text: markup removed, HTML shown as it is written, white space folded. */
  plain(raw: string): string
  /** The HTML and the addresses of links in inline Markdown, in its order. */
  html(raw: string, isWorth: (part: string) => boolean): readonly InlineHtml[]
  /** True when the file defines a link of that label. */
  isLink(label: string): boolean
  /** The passages that define links. */
  readonly defining: readonly Readonly<Record<string, unknown>>[]
}

/** The links of a file in passages: of two with the same label the first counts. */
export function linksOf(passages: readonly Pick<Passage, 'definitions'>[], last: Links | null): Links {
  const defining = passages.flatMap(({definitions}) => (isEmpty(definitions) ? [] : [definitions]))
  if (last !== null && areSame(last.defining, defining)) {
    const {plain, html, isLink} = last
    return {plain, html, isLink, defining}
  }
  const references: Record<string, unknown> = {}
  for (const one of defining) for (const [label, target] of Object.entries(one)) references[label] ??= target
  return {
    plain: plainWith(references),
    html: (raw, isWorth) => inlineHtml(raw, references, isWorth),
    isLink: (label) => references[label.trim().toLowerCase().toUpperCase()] !== undefined,
    defining,
  }
}

function isEmpty(definitions: Readonly<Record<string, unknown>>): boolean {
  for (const _ in definitions) return false
  return true
}
