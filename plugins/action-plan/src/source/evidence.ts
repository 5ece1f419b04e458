import {realpathSync} from 'node:fs'
import {readFile, realpath, stat} from 'node:fs/promises'
import {join, relative, sep} from 'node:path'
import {MAX_EVIDENCE_BYTES, tooLarge, type UnreadableFacts} from '../model/tool-report.ts'
import type {EvidenceFileState} from '../model/evidence-file.ts'
import {lastCommitOf} from './commit.ts'
import {tracked, type LastCommit} from './tracked.ts'

/** A file that was asked for: its text, or why there is none, and its last commit where that says when it was made. */
export interface Bytes {
  readonly path: string
  readonly state: EvidenceFileState
  readonly text: string | null
  readonly facts: UnreadableFacts | null
  readonly last: LastCommit | null
}

/** Reads files of a project. Nothing outside of it is opened, whatever a path or a link says. A file's own date is not taken: after a checkout it is the date of the checkout. */
export async function readFiles(root: string, paths: readonly string[]): Promise<readonly Bytes[]> {
  const top = realpathSync(root)
  return Promise.all(paths.map((path) => readOne(top, path)))
}

const none = (path: string, state: EvidenceFileState, reason: string, fix: string): Bytes => ({
  path,
  state,
  text: null,
  facts: {kind: 'unreadable', reason, fix, line: 1, column: 1},
  last: null,
})

const INSIDE = 'name a file below the folder of the nearest package.json, such as reports/coverage.xml'

async function readOne(top: string, path: string): Promise<Bytes> {
  const steps = path.split(/[/\\]/)
  if (path.includes('\0') || /^(?:[/\\]|[a-z]:)/i.test(path) || steps.includes('..'))
    return none(path, 'refused', 'unexpected path, expected one inside the project', INSIDE)
  try {
    const file = await realpath(join(top, path))
    const inside = relative(top, file)
    if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || relative(top, file) === file)
      return none(path, 'refused', 'it is a link that leads out of the project', INSIDE)
    const {size, ...kind} = await statOf(file)
    if (!kind.isFile) return none(path, 'unreadable', 'it is no file, expected a report', 'name the file in it')
    if (size > MAX_EVIDENCE_BYTES) return {...none(path, 'unreadable', '', ''), facts: tooLarge(size)}
    if (size === 0)
      return none(path, 'unreadable', 'the file is empty, expected a report', 'see why the tool wrote nothing; its log usually says it')
    const text = new TextDecoder('utf-8', {ignoreBOM: true}).decode(await readFile(file))
    return {path, state: 'read', text, facts: null, last: await lastCommitOf(tracked(file))}
  } catch (error) {
    const {code, message} = error as NodeJS.ErrnoException
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? none(path, 'missing', 'there is no such file', 'run the tool that writes it, or correct the path')
      : none(path, 'unreadable', `it cannot be read: ${code ?? message}`, 'allow it to be read')
  }
}

async function statOf(file: string): Promise<{readonly size: number; readonly isFile: boolean}> {
  const found = await stat(file)
  return {size: found.size, isFile: found.isFile()}
}
