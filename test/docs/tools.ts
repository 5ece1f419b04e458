import {spawnSync} from 'node:child_process'
import {join, relative, resolve} from 'node:path'
import type {Problem} from './problem.ts'

/** The two linters of others; both read their settings from dot files at the root of the repository. */

/** markdownlint's rules by number → the fix; only those that are switched on in `.markdownlint-cli2.jsonc`. */
const FIXES: Readonly<Record<string, string>> = {
  MD001: 'go down one level at a time',
  MD025: 'the title in the front matter is the only first heading: begin the body with ##',
  MD033: 'write Markdown instead of HTML',
  MD040: 'name the language after the opening fence; "text" for output',
  MD042: 'give the link an address',
  MD045: 'write what the image shows between the brackets',
}

/** Runs markdownlint over the files; `root` is where paths in the result begin. */
export function markdownlint(root: string, files: readonly string[]): Problem[] {
  return run(root, 'markdownlint-cli2', ['--no-globs', ...files.map((file) => `:${file}`)], (row) => {
    const match = /^(.+?):(\d+)(?::(\d+))? (?:error |warning )?(MD\d+)\/\S+ (.*)$/.exec(row)
    if (!match) return null
    const [, path = '', line, column = '1', rule = '', reason = ''] = match
    return {path, line: Number(line), column: Number(column), rule, reason, fix: FIXES[rule] ?? `see markdownlint's rule ${rule}`}
  // An .mdx page is on the allow-list of reviewed pages or a problem of its own; its components are no HTML.
  }).filter(({rule, path}) => !(rule === 'MD033' && path.endsWith('.mdx')))
}

/** Runs the spelling check over the files. */
export function cspell(root: string, files: readonly string[]): Problem[] {
  return run(root, 'cspell', ['lint', '--no-progress', '--no-summary', '--no-color', '--no-must-find-files', ...files], (row) => {
    const match = /^(.+?):(\d+):(\d+) - (Unknown word .*|Forbidden word .*|Misspelled word .*)$/.exec(row)
    if (!match) return null
    const [, path = '', line, column, reason = ''] = match
    const fix = 'correct it, write it as code, or add it to .cspell/words.txt'
    return {path: relative(root, resolve(root, path)), line: Number(line), column: Number(column), rule: 'spelling', reason, fix}
  })
}

/** A tool that ends badly and names no problem did not run, which must not pass for clean. */
function run(root: string, tool: string, args: readonly string[], read: (row: string) => Problem | null): Problem[] {
  const {status, stdout, stderr} = spawnSync(process.execPath, [join(root, 'node_modules/.bin', tool), ...args], {cwd: root, encoding: 'utf8', maxBuffer: 64 * 2 ** 20})
  const problems = `${stdout}\n${stderr}`.split('\n').flatMap((row) => read(row) ?? [])
  if (status !== 0 && (status !== 1 || problems.length === 0)) throw new Error(`${tool} did not run:\n${stdout}${stderr}`)
  return problems
}
