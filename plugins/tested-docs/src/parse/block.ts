import type {Block} from '../model/page.ts'
import type {Fence} from './fences.ts'
import {parseInfo} from './info.ts'

const SHELL_LANGUAGES = ['bash', 'sh', 'shell', 'console', 'zsh'] as const
const DEFAULT_LIMIT_SECONDS = 30

const FLAGS = ['run', 'no-run', 'fails', 'check']
const VALUES = ['id', 'exit', 'limit', 'reason', 'file', 'title', 'check']

export type Report = (fence: Fence, reason: string, fix: string) => void

/** One fence as a block, or null when it is not one that needs a verdict. */
export const parseBlock = (fence: Fence, report: Report): Block | null => {
  const {flags, values, unread} = parseInfo(fence.meta)
  const shell = SHELL_LANGUAGES.some((language) => language === fence.language)
  const path = values.get('file') ?? null
  if (!shell && path === null) return null
  for (const word of [
    ...unread,
    ...[...flags].filter((flag) => !FLAGS.includes(flag)),
    ...[...values.keys()].filter((key) => !VALUES.includes(key)),
  ])
    report(fence, `unknown word "${word}" in the info string`, `use one of ${[...FLAGS, ...VALUES.map((key) => `${key}=`)].join(', ')}`)
  const common = {line: fence.line, column: fence.column, section: fence.section, text: fence.text, expected: null, reason: null, path}
  const limitSeconds = number(values.get('limit'), DEFAULT_LIMIT_SECONDS, 1, 600, (text) =>
    report(fence, `limit=${text} is not a number of seconds`, 'write a whole number from 1 to 600, such as limit=60'),
  )
  if (!shell) {
    if (!/^(?!.*(^|\/)\.\.?(\/|$))[\w.-][\w./-]*$/.test(path ?? ''))
      report(fence, `file=${path} does not stay in the work folder`, 'write a relative name such as file=check.py')
    return {
      ...common,
      id: values.get('id') ?? `file-${(path ?? '').toLowerCase().replace(/[^a-z0-9]+/g, '-')}`,
      kind: 'file',
      exit: 0,
      fails: false,
      limitSeconds,
    }
  }
  if (flags.has('no-run')) {
    const reason = values.get('reason') ?? ''
    if (flags.has('run')) report(fence, 'the block says both run and no-run', 'keep one of them')
    if (reason.trim() === '') report(fence, 'no-run without a reason', 'add reason="needs …"')
    return {...common, id: values.get('id') ?? '', kind: 'no-run', exit: 0, fails: false, limitSeconds, reason}
  }
  if (!flags.has('run')) {
    report(fence, `a ${fence.language} block without a verdict`, 'add `run id=…` to the info string, or `no-run reason="…"`')
    return null
  }
  if (fence.language !== 'bash') report(fence, `a block in ${fence.language} cannot run`, 'write ```bash')
  const id = values.get('id') ?? ''
  if (!/^[a-z][a-z0-9-]*$/.test(id))
    report(
      fence,
      id === '' ? 'a block that runs has no id' : `id=${id} is not a name`,
      'add id=… in lower case letters, digits and hyphens',
    )
  const exit = number(values.get('exit'), 0, 0, 255, (text) =>
    report(fence, `exit=${text} is not an exit status`, 'write a whole number from 0 to 255'),
  )
  return {...common, id: id === '' ? `line-${fence.line}` : id, kind: 'run', exit, fails: exit !== 0 || flags.has('fails'), limitSeconds}
}

const number = (text: string | undefined, otherwise: number, least: number, most: number, wrong: (text: string) => void): number => {
  if (text === undefined) return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  wrong(text)
  return otherwise
}
