import {UserError} from 'build-kit/user-error'

/** A repository of the list, with what is wanted of it. */
export interface ListedRepository {
  /** As git is given it. */
  readonly address: string
  /** The same without a name or a password, as it may be published. */
  readonly repository: string
  /** Names its folder: unique in the list. */
  readonly slug: string
  /** Its page; null where the address is no web address. */
  readonly link: string | null
  /** What is wanted: the line of the list, and the path of the plan or null for every plan of the repository. */
  readonly wanted: readonly {readonly line: number; readonly path: string | null}[]
}

const ADDRESS = /^(?:(?:https?|ssh|git|file):\/\/[^\s/]*\/\S+|[\w.-]+@[\w.-]+:\S+|\.{0,2}\/\S+)$/

/** Reads a list of repositories: on each line an address, and after a space the path of a plan; `#` begins a comment. `name` is the list's file. */
export function parseList(text: string, name: string): readonly ListedRepository[] {
  const wrong: string[] = []
  const found = new Map<string, {line: number; path: string | null}[]>()
  for (const [index, whole] of text.split(/\r?\n/).entries()) {
    const line = whole
      .replace(/^\uFEFF/, '')
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
    if (line === '') continue
    const [address = ''] = line.split(/\s/, 1)
    const given = line.slice(address.length).trim()
    const path = given === '' ? null : given.replace(/^\.\//, '')
    const at = (found: string): string => `${name}:${index + 1}:${whole.indexOf(found) + 1}:`
    const wanted = found.get(address) ?? []
    if (!ADDRESS.test(address))
      wrong.push(
        `${at(address)} unexpected ${quoted(address)}, expected the address of a git repository (such as https://host/owner/repository.git)`,
      )
    else if (path !== null && (path.startsWith('/') || path.split('/').includes('..')))
      wrong.push(`${at(given)} unexpected ${quoted(path)}, expected the path of a plan in its repository (such as docs/ROADMAP.md)`)
    else if (wanted.some((other) => other.path === path))
      wrong.push(
        `${at(line)} unexpected ${quoted(line)} again, expected each plan once (it stands on line ${wanted.find((other) => other.path === path)?.line})`,
      )
    else found.set(address, [...wanted, {line: index + 1, path}])
  }
  if (wrong.length === 0 && found.size === 0)
    wrong.push(`${name}: unexpected empty list, expected the address of a git repository on a line`)
  if (wrong.length > 0) throw new UserError(wrong.join('\n'))
  return named([...found])
}

const quoted = (text: string): string => JSON.stringify(withoutPassword(text))

/** An address as it may be published. */
const withoutPassword = (address: string): string => address.replace(/^(\w+:\/\/)[^/@]*@/, '$1')

function named(found: readonly (readonly [address: string, wanted: ListedRepository['wanted']])[]): readonly ListedRepository[] {
  const taken = new Set<string>()
  return found.map(([address, wanted]) => {
    const bare = withoutPassword(address)
      .replace(/(?<!\/)\/+$/, '')
      .replace(/(?<=[^/])(?:\/\.git|\.git)$/, '')
    const last = bare
      .replace(/^\w+:\/\/[^/]*/, '')
      .split(/[/:]/)
      .filter((part) => part !== '' && part !== '.' && part !== '..')
    return {
      address,
      repository: bare,
      slug: unique(slugOf(last.slice(-2).join('-')), taken),
      link: /^https?:/.test(bare) ? bare : null,
      wanted,
    }
  })
}

/** Words for a folder: letters, digits and hyphens. */
export const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '') || 'plan'

/** A name that none has yet. */
export function unique(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}-${number}`
  taken.add(free)
  return free
}
