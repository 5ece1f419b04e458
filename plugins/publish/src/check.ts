import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {UserError} from 'build-kit/user-error'
import {filesBelow} from './files.ts'

/** What a built site must hold before it may go live; a line for each thing that it does not. */
export function faults(folder: string, commit: string | null): readonly string[] {
  const names = filesBelow(folder)
  const pages = names.filter((name) => name.endsWith('.html'))
  return [
    ...(pages.includes('index.html') ? [] : ['index.html: not there, expected the home page']),
    ...pages.flatMap((name) => pageFaults(folder, name)),
    ...names.filter((name) => /(?:^|\/)status\.json$/.test(name)).flatMap((name) => statusFaults(folder, name, commit)),
  ].slice(0, 20)
}

/** Stops what is not whole. */
export function insist(found: readonly string[]): void {
  if (found.length > 0) throw new UserError(`the build is not fit to go live:\n${found.map((line) => `  ${line}`).join('\n')}`)
}

/** A page is whole, and the code and styles that it names are there. */
function pageFaults(folder: string, name: string): readonly string[] {
  const text = readFileSync(join(folder, name), 'utf8')
  // A minifier may leave out the last tag of all.
  if (!/<\/(?:body|html)>\s*$/i.test(text)) return [`${name}: ends without </body> or </html>, expected a whole page`]
  const assets = new Set([...text.matchAll(/(?:src|href)="?[^"\s>]*?\/(assets\/[^"\s>?#]+)/g)].map((found) => found[1] as string))
  return [...assets]
    .filter((asset) => !existsSync(join(folder, decodeURI(asset))))
    .map((asset) => `${name}: names ${asset}, which is not in the build`)
}

interface Status {
  readonly schemaVersion?: unknown
  readonly source?: {readonly commit?: unknown}
  readonly totals?: {readonly tasks?: unknown; readonly done?: unknown}
  readonly problems?: readonly {readonly severity?: unknown; readonly rule?: unknown; readonly line?: unknown; readonly reason?: unknown}[]
}

/** The numbers can be read, are those of the commit that was built, and come from a plan without errors. */
function statusFaults(folder: string, name: string, commit: string | null): readonly string[] {
  let status: Status
  try {
    status = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Status
  } catch (error) {
    return [`${name}: ${(error as Error).message}`]
  }
  const {source, totals, problems} = status
  const [done, tasks] = [totals?.done, totals?.tasks]
  if (typeof done !== 'number' || typeof tasks !== 'number' || done > tasks)
    return [`${name}: expected the numbers of a plan under "totals"`]
  return [
    ...(source?.commit === commit
      ? []
      : [`${name}: from commit ${String(source?.commit)}, expected ${commit} (build again: the checkout moved meanwhile)`]),
    ...(problems ?? [])
      .filter(({severity}) => severity === 'error')
      .map(({rule, line, reason}) => `${name}: the plan has an error: line ${String(line)} ${String(rule)}: ${String(reason)}`),
  ]
}
