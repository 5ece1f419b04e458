import type {Code} from 'mdast'

/** A fence of a page: its language, its text, and what its info string asks for: `check` is '', `check=redis` is 'redis', absent is null. */
export type Fence = {readonly lang: string; readonly check: string | null; readonly text: string; readonly line: number}

export function toFence(node: Code): Fence {
  const word = (node.meta ?? '').split(/\s+/).find((part) => part === 'check' || part.startsWith('check='))
  return {
    lang: node.lang ?? '',
    check: word === undefined ? null : word.replace(/^check=?/, ''),
    text: `${node.value}\n`,
    line: node.position?.start.line ?? 1,
  }
}

/** The fences that a tool reads; another word after "check" is a mistake. */
export const CHECKERS = [
  {lang: 'python', check: ''},
  {lang: 'yaml', check: ''},
  {lang: 'yaml', check: 'promtool'},
  {lang: 'nginx', check: ''},
  {lang: 'conf', check: 'redis'},
  {lang: 'sql', check: ''},
  {lang: 'toml', check: ''},
  {lang: 'json', check: ''},
  {lang: 'bash', check: ''},
  {lang: 'ini', check: ''},
] as const

export type Checker = (typeof CHECKERS)[number]

export function checkerOf({lang, check}: Pick<Fence, 'lang' | 'check'>): Checker | undefined {
  return CHECKERS.find((checker) => checker.lang === lang && checker.check === check)
}
