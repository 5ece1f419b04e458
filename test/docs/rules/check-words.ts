import {visit} from 'unist-util-visit'
import {placeOf, type Page} from '../page.ts'
import type {Finding} from '../problem.ts'
import {checkerOf, CHECKERS, toFence} from '../snippets/fence.ts'

/** The word "check" on a fence names a tool that there is. */
export function checkWords({tree}: Page): Finding[] {
  const found: Finding[] = []
  visit(tree, 'code', (node) => {
    const fence = toFence(node)
    if (fence.check === null || checkerOf(fence)) return
    const known = CHECKERS.map(({lang, check}) => (check === '' ? `${lang} check` : `${lang} check=${check}`))
    found.push({...placeOf(node), reason: `no tool checks "${[fence.lang, node.meta].filter(Boolean).join(' ')}"`, fix: `use one of: ${known.join(', ')}`})
  })
  return found
}
