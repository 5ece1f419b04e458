import {readFileSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'
import {UserError} from 'build-kit/user-error'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'it is a directory, expected a Markdown file',
  EACCES: 'no permission to read it',
  ENOTDIR: 'a part of its path is not a directory',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'too many symbolic links',
}

export const STDIN = '-'

/** The text of a plan; `-` is standard input. Bytes that are not UTF-8 become U+FFFD, which the parser reports with its place. */
export function readPlanText(path: string): string {
  try {
    return new TextDecoder('utf-8', {ignoreBOM: true}).decode(readFileSync(path === STDIN ? 0 : path))
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const found = `cannot be read: ${REASONS[code] ?? code}`
    throw new UserError(`${path}: ${found}. Name the plan's file, or set "actionPlan": {"plan": "…"} in package.json.`, found)
  }
}

/** The text of a file; null when it cannot be read. */
export function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
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
