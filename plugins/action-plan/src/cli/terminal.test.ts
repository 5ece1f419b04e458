import {expect, test} from 'vitest'
import {guarded} from './terminal.ts'

test('text for people steers neither a terminal nor the log of a job', () => {
  const said: string[] = []
  const terminal = guarded({
    cwd: '/',
    now: '2026-11-25T12:00:00Z',
    color: true,
    out: (text) => void said.push(text),
    err: (text) => void said.push(text),
  })
  terminal.painted('::error::Forged\n  ::stop-commands::x\n\u001B[1m##[error]Forged\u001B[0m a::b\u001B[2J\n')
  terminal.err('::add-mask::x\n')
  terminal.out('::notice::x ##[add-mask]y\n')
  terminal.data('::error file=plan.md,line=1::our own\n')
  expect(said).toEqual([
    ': :error::Forged\n  : :stop-commands::x\n\u001B[1m## [error]Forged\u001B[0m a::b\uFFFD[2J\n',
    ': :add-mask::x\n',
    ': :notice::x ## [add-mask]y\n',
    '::error file=plan.md,line=1::our own\n',
  ])
})
