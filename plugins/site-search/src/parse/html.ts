import {parseDocument} from 'htmlparser2'
import type {Section} from '../model/page.ts'

type Node = ReturnType<typeof parseDocument>['childNodes'][number]
type Element = Extract<Node, {readonly attribs: object}>

/** No words of the page: ways around it, controls, drawings (their words stand beside them). */
const SKIPPED = new Set(['nav', 'aside', 'footer', 'button', 'script', 'style', 'svg', 'template', 'input', 'select', 'noscript'])
/** A line of its own, so that its words do not run into those beside it. */
const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'del',
  'em',
  'i',
  'kbd',
  'mark',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'var',
])

const DEEPEST = 6

/** The parts of the main content of a page, in its order. An element says with `data-search-title` how it is called there, where its own words are not enough. */
export function sectionsOfHtml(main: string): readonly Section[] {
  const sections: {anchor: string; title: string; depth: number; text: string}[] = [{anchor: '', title: '', depth: 1, text: ''}]
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      const current = sections.at(-1) as (typeof sections)[number]
      if (node.nodeType === 3) current.text += node.data
      if (!('attribs' in node) || isSkipped(node)) continue
      const anchor = attribute(node, 'id')
      const depth = Number(/^h([1-6])$/.exec(node.tagName)?.[1])
      const title = attribute(node, 'data-search-title')
      if (depth === 1) current.title = textOf(node)
      else if (depth > 1 && anchor !== null) sections.push({anchor, title: title ?? textOf(node), depth, text: ''})
      else {
        // No heading and a part all the same, such as the row of a table that others link to.
        if (title !== null && anchor !== null) sections.push({anchor, title, depth: DEEPEST, text: ''})
        const edge = INLINE.has(node.tagName) ? '' : ' '
        ;(sections.at(-1) as (typeof sections)[number]).text += edge
        walk(node.childNodes)
        ;(sections.at(-1) as (typeof sections)[number]).text += edge
      }
    }
  }
  walk(parseDocument(main).childNodes)
  return sections.map((section) => ({...section, text: oneLine(section.text)}))
}

function isSkipped(element: Element): boolean {
  return (
    SKIPPED.has(element.tagName) ||
    attribute(element, 'aria-hidden') === 'true' ||
    // Numbers that change with the plan would be stale in an index.
    attribute(element, 'data-plan-item') !== null ||
    attribute(element, 'data-search') === 'off' ||
    (attribute(element, 'class') ?? '').split(' ').includes('hash-link')
  )
}

function textOf(element: Element): string {
  const collect = (nodes: readonly Node[]): string =>
    nodes.map((node) => (node.nodeType === 3 ? node.data : 'attribs' in node && !isSkipped(node) ? collect(node.childNodes) : '')).join('')
  return oneLine(collect(element.childNodes))
}

function attribute({attribs}: Element, name: string): string | null {
  return attribs[name] ?? null
}

/** One blank between words; the invisible sign of heading links away. */
const oneLine = (text: string): string => text.replace(/[\s\u200b]+/g, ' ').trim()
