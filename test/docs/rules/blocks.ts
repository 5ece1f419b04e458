import {visit} from 'unist-util-visit'
import {placeOf, prose, quotedLines, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'
import type {Site} from '../site.ts'

/** A fence that is never closed swallows the rest of the page. */
export function unclosedFence({tree, lines}: Page): Finding[] {
  const found: Finding[] = []
  visit(tree, 'code', (node) => {
    const {line, column} = placeOf(node)
    const opening = /^(`{3,}|~{3,})/.exec(lines[line - 1]?.slice(column - 1) ?? '')?.[1]
    if (!opening) return
    const end = node.position?.end.line ?? line
    const closing = /(`{3,}|~{3,})\s*$/.exec(lines[end - 1] ?? '')?.[1] ?? ''
    if (end === line || closing[0] !== opening[0] || closing.length < opening.length)
      found.push({line, column, reason: 'the fence is never closed', fix: `add a line ${opening}`})
  })
  return found
}

const ADMONITIONS = ['note', 'tip', 'info', 'warning', 'danger'] as const

/** Docusaurus shows an admonition that it cannot read as plain text, without a word. */
export function admonitions(page: Page): Finding[] {
  const quoted = quotedLines(page)
  const found: Finding[] = []
  const open: {line: number; column: number; colons: number}[] = []
  page.lines.forEach((text, index) => {
    const match = /^(\s*(?:>\s*)*)(:{3,})(.*)$/.exec(text)
    if (!match || quoted.has(index + 1)) return
    const [, indent = '', colons = '', rest = ''] = match
    const place = {line: index + 1, column: indent.length + 1}
    if (rest.trim() === '') {
      const last = open.at(-1)
      if (!last) found.push({...place, reason: `"${colons}" closes nothing`, fix: 'delete it or open an admonition above'})
      else if (colons.length >= last.colons) open.pop()
      return
    }
    open.push({...place, colons: colons.length})
    const parts = /^([A-Za-z-]+)(?:\[([^\]]*)\])?(.*)$/.exec(rest)
    const [, name = rest, title = '', tail = ''] = parts ?? []
    if (!ADMONITIONS.some((known) => known === name)) found.push({...place, reason: `unknown admonition "${name}"`, fix: `use one of: ${ADMONITIONS.join(', ')}`})
    if (tail.trim() !== '') found.push({...place, reason: `the title "${tail.trim()}" would be shown as text`, fix: `write ${colons}${name}[${tail.trim()}]`})
    if (/[*_`<]/.test(title)) found.push({...place, reason: `the title "${title}" is not plain text`, fix: 'use words only'})
  })
  return [...found, ...open.map(({line, column, colons}) => ({line, column, reason: 'the admonition is never closed', fix: `add a line ${':'.repeat(colons)}`}))]
}

/** `:name[…]` that nobody handles becomes an empty box; `:plan[2.1]` must name an item. */
export function directives(page: Page, {planItems}: Site): Finding[] {
  return prose(page).flatMap(({value, line, column}) =>
    [...value.matchAll(/(?<![\w:]):([a-z][\w-]*)(?:\[([^\]]*)\]|\{[^}]*\})/g)].flatMap((match) => {
      const before = value.slice(0, match.index).split('\n')
      const place = {line: line + before.length - 1, column: (before.length > 1 ? 1 : column) + (before.at(-1)?.length ?? 0)}
      if (match[1] !== 'plan') return [{...place, reason: `unknown directive "${match[0]}"`, fix: 'write it as inline code, or use :plan[2.1]'}]
      return planItems.has(match[2] ?? '') ? [] : [{...place, reason: `there is no plan item "${match[2] ?? ''}"`, fix: `use one of: ${[...planItems.keys()].join(', ')}`}]
    }),
  )
}
