import {isUtf8} from 'node:buffer'
import {readFileSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {readWhole} from './copy-beside.ts'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory, expected a Markdown file',
  EACCES: 'no permission to read it',
  ENOTDIR: 'a part of its path is not a directory',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'too many symbolic links',
}

export const STDIN = '-'

/** A plan as it was read: bytes that are not UTF-8 are U+FFFD in its text. */
export interface PlanText {
  readonly text: string
  /** Offsets in the text where bytes were not UTF-8: the first of each line. */
  readonly malformed: readonly number[]
}

/** The text of a plan; `-` is standard input. */
export const readPlanText = (path: string): string => readPlan(path).text

/** The text of a plan, and where its bytes were not UTF-8. */
export function readPlan(path: string): PlanText {
  try {
    const bytes = path === STDIN ? readFileSync(0) : readWhole(path)
    return {text: new TextDecoder('utf-8', {ignoreBOM: true}).decode(bytes), malformed: isUtf8(bytes) ? [] : malformedAt(bytes)}
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const found = `cannot be read: ${REASONS[code] ?? code}`
    throw new UserError(`${path}: ${found}. Name the plan's file, or set "actionPlan": {"plan": "…"} in package.json.`, found)
  }
}

/** Refuses what can be read and not changed. To read a pipe or a device would wait for whoever writes to it. */
export function requireRegularFile(path: string, shown: string): void {
  const kind = statSync(path, {throwIfNoEntry: false})
  if (kind !== undefined && !kind.isFile() && !kind.isDirectory())
    throw new UserError(`${shown}: unexpected pipe or device, expected a file that can be changed (name the plan)`)
}

/** The text of a file; null when it cannot be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** Where a line first stops being UTF-8, counted in characters of the decoded text. */
function malformedAt(bytes: Uint8Array): readonly number[] {
  const lossy = new TextDecoder('utf-8', {ignoreBOM: true})
  const found: number[] = []
  let before = 0
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(0x0a, from)
    const line = bytes.subarray(from, end === -1 ? bytes.length : end + 1)
    if (!isUtf8(line)) found.push(before + lossy.decode(line.subarray(0, validLength(line))).length)
    before += lossy.decode(line).length
    from += line.length
  }
  return found
}

/** How many bytes of a line that is not UTF-8 are. */
function validLength(line: Uint8Array): number {
  let [valid, broken] = [0, line.length]
  while (broken - valid > 1) {
    const half = (valid + broken) >> 1
    if (startsAsUtf8(line.subarray(0, half))) valid = half
    else broken = half
  }
  // A character that is cut off counts as broken from its first byte.
  while (!isUtf8(line.subarray(0, valid))) valid--
  return valid
}

function startsAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes, {stream: true})
    return true
  } catch {
    return false
  }
}

export const DEFAULT_PLAN = 'docs/plan/action-plan.md'

export interface Project {
  /** The folder of the nearest package.json, else `from`. */
  readonly root: string
  /** `actionPlan.plan` of that package.json, else null. */
  readonly plan: string | null
}

/** The project around a folder: paths in settings are relative to its root. */
export function findProject(from: string): Project {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    try {
      const text = readFileSync(join(folder, 'package.json'), 'utf8')
      const plan = planOf(text)
      return {root: folder, plan}
    } catch {
      if (dirname(folder) === folder) return {root: resolve(from), plan: null}
    }
  }
}

function planOf(packageJson: string): string | null {
  try {
    const {actionPlan} = JSON.parse(packageJson) as {actionPlan?: {plan?: unknown}}
    return typeof actionPlan?.plan === 'string' ? actionPlan.plan : null
  } catch {
    return null
  }
}

/** A path as reports show it: relative to the root with forward slashes, or absolute when it lies outside. */
export function shownPath(root: string, path: string): string {
  if (path === STDIN) return 'stdin'
  const inside = relative(root, resolve(root, path))
  return inside === '' ? basename(path) : inside.startsWith('..') ? resolve(root, path) : inside.split(sep).join('/')
}
