import {run} from './process.ts'

/** What bash says about a text that is not a whole script; null when it is one. */
export const syntaxError = async (text: string): Promise<string | null> => {
  const {status, output} = await run('bash', ['-n'], {input: `${text}\n`, env: {PATH: process.env['PATH'] ?? '', LC_ALL: 'C'}})
  return status === 0 && output === '' ? null : (output.trim().split('\n')[0] ?? 'unreadable')
}
