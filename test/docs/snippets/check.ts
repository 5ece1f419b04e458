import {visit} from 'unist-util-visit'
import type {Page} from '../page.ts'
import {byPlace, type Finding, type Problem} from '../problem.ts'
import {checkerOf, toFence, type Fence} from './fence.ts'
import {nginx} from './nginx.ts'
import {postgres} from './postgres.ts'
import {redis} from './redis.ts'
import {bash, parsed, promtool} from './texts.ts'

/** Checkers that take one fence at a time; the others are below. */
const SINGLE: Readonly<Record<string, (fence: Fence) => Finding[] | Promise<Finding[]>>> = {
  'bash check': bash,
  'yaml check=promtool': promtool,
  'nginx check': nginx,
  'conf check=redis': redis,
}

/** Gives every marked fence of the pages to its own tool. */
export async function checkSnippets(pages: readonly Page[]): Promise<Problem[]> {
  const all = pages.flatMap(fencesOf)
  const problems: Problem[] = []
  const report = ({path, fence}: Found, findings: readonly Finding[]): void => {
    problems.push(...findings.map((finding) => ({...finding, path, rule: `snippet ${nameOf(fence)}`})))
  }
  for (const found of all) {
    const check = SINGLE[nameOf(found.fence)]
    if (check) report(found, await check(found.fence))
  }
  const sql = pages.map((page) => fencesOf(page).filter(({fence}) => nameOf(fence) === 'sql check')).filter((found) => found.length > 0)
  const executed = await postgres(sql.map((found) => found.map(({fence}) => fence)))
  for (const [index, [first]] of sql.entries()) if (first) report(first, executed[index] ?? [])
  const texts = all.filter(({fence}) => !SINGLE[nameOf(fence)] && fence.lang !== 'sql')
  const read = parsed(texts.map(({fence}) => fence))
  for (const [index, found] of texts.entries()) report(found, read[index] ?? [])
  return problems.sort(byPlace)
}

type Found = {readonly path: string; readonly fence: Fence}

export function fencesOf({path, tree}: Page): Found[] {
  const found: Found[] = []
  visit(tree, 'code', (node) => {
    const fence = toFence(node)
    if (checkerOf(fence)) found.push({path, fence})
  })
  return found
}

export function nameOf({lang, check}: Pick<Fence, 'lang' | 'check'>): string {
  return check ? `${lang} check=${check}` : `${lang} check`
}
