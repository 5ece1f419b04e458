import {toString} from 'mdast-util-to-string'
import type {RootContent} from 'mdast'
import {isPageKind, MESSAGE_PARTS, SECTIONS} from '../kinds.ts'
import {placeOf, sections, type Page, type Section} from '../page.ts'
import type {Finding} from '../problem.ts'

/** The required sections of the page's kind stand there, in order. */
export function requiredSections({front, tree}: Page): Finding[] {
  const {kind} = front.data
  if (!isPageKind(kind)) return []
  const present = sections(tree.children, 2)
  const found: Finding[] = []
  let last = -1
  for (const title of SECTIONS[kind]) {
    const index = present.findIndex((section) => section.title === title)
    const order = SECTIONS[kind].join(' · ')
    if (index < 0) found.push({line: 1, column: 1, reason: `a page of the kind ${kind} has no section "${title}"`, fix: `add "## ${title}"; the order is ${order}`})
    else if (index < last) found.push({...headingPlace(present[index]), reason: `section "${title}" stands too early`, fix: `the order is ${order}`})
    else last = index
  }
  return found
}

function headingPlace(section: Section | undefined): {readonly line: number; readonly column: number} {
  return placeOf(section?.heading ?? {})
}

/** No section is only a heading. */
export function emptySections({tree}: Page): Finding[] {
  return [2, 3, 4].flatMap((depth) =>
    sections(tree.children, depth)
      .filter(({content}) => content.every((node) => node.type === 'heading' || toString(node).trim() === '' && node.type === 'paragraph'))
      .map(({heading, title}) => ({...placeOf(heading), reason: `section "${title}" is empty`, fix: 'fill it or delete it'})),
  )
}

/** Each message of a troubleshooting page says when it is seen, how to check, fix, confirm and prevent it. */
export function messageParts({front, tree}: Page): Finding[] {
  if (front.data.kind !== 'troubleshooting') return []
  const all = sections(tree.children, 2)
  const index = all.find(({title}) => title === 'Index')
  const messages = all.find(({title}) => title === 'Messages')
  const found: Finding[] = []
  if (index && !index.content.some(({type}) => type === 'table'))
    found.push({...placeOf(index.heading), reason: 'the index is no table', fix: 'write a table: message, likely causes, link to its section'})
  if (!messages) return found
  const entries = sections(messages.content, 3)
  if (entries.length === 0) found.push({...placeOf(messages.heading), reason: 'there is no message', fix: 'write "### the exact message" for each'})
  for (const {heading, title, content} of entries) {
    const parts = content.map(leadOf)
    let last = -1
    for (const part of MESSAGE_PARTS) {
      const at = parts.indexOf(part)
      const node = content[at]
      if (!node) found.push({...placeOf(heading), reason: `message "${title}" has no "${part}"`, fix: `add a paragraph that begins with **${part}**; the order is ${MESSAGE_PARTS.join(' · ')}`})
      else if (at < last) found.push({...placeOf(node), reason: `"${part}" of message "${title}" stands too early`, fix: `the order is ${MESSAGE_PARTS.join(' · ')}`})
      else {
        last = at
        const bare = isOnlyLead(node) && (at + 1 >= content.length || parts[at + 1] !== null || content[at + 1]?.type === 'heading')
        if (bare) found.push({...placeOf(node), reason: `"${part}" of message "${title}" is empty`, fix: 'write what to do'})
      }
    }
  }
  return found
}

/** The bold words that a paragraph begins with, when they are one of the parts. */
function leadOf(node: RootContent): string | null {
  if (node.type !== 'paragraph' || node.children[0]?.type !== 'strong') return null
  const words = toString(node.children[0]).replace(/[.:]$/, '').trim()
  return MESSAGE_PARTS.find((part) => part === words) ?? null
}

function isOnlyLead(node: RootContent): boolean {
  return node.type === 'paragraph' && toString({type: 'paragraph', children: node.children.slice(1)}).replace(/^[\s.:]+/, '') === ''
}
