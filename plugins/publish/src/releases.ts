import {lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, readFileSync} from 'node:fs'
import {basename, dirname, join, relative, resolve} from 'node:path'
import {systemReason} from 'build-kit/system-error'
import {UserError} from 'build-kit/user-error'
import {writeAtomic} from 'build-kit/write-atomic'

/** How the live site is put in its place: by a symbolic link, or, where a server follows none, as a folder that is renamed. */
export const WAYS = ['link', 'folder'] as const
export type Way = (typeof WAYS)[number]

/** Where a live site and what belongs to it are. */
export interface Site {
  /** What the server serves. */
  readonly live: string
  /** The folder of builds, beside it, so that a rename stays on one file system. */
  readonly releases: string
}

const TEMPORARY = '.new-'
/** In the way `folder`: which release stands at the live address. */
const NAME = '.live'

export function siteAt(to: string): Site {
  const live = resolve(to)
  return {live, releases: join(dirname(live), `.${basename(live)}.releases`)}
}

/** An empty folder for a build, named so that the next run finds what a killed one left. */
export function temporary({releases}: Site, id: string): string {
  const folder = join(releases, `${TEMPORARY}${id}`)
  mkdirSync(folder, {recursive: true})
  return folder
}

const STAMP = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z/
const stampOf = (iso: string): string => iso.replace(/[-:.]/g, '')

/** The id of a new build: later than those of all others, also when the clock was set back. */
export function newId(site: Site, now: string, commit: string | null): string {
  const newest = [...releases(site), liveRelease(site) ?? '']
    .filter((id) => STAMP.test(id))
    .sort()
    .at(-1)
  const after = newest === undefined ? 0 : Date.parse(newest.replace(STAMP, '$1-$2-$3T$4:$5:$6.$7Z').slice(0, now.length)) + 1
  const at = new Date(Math.max(Date.parse(now), after || 0)).toISOString()
  return `${stampOf(at)}${commit === null ? '' : `-${commit.slice(0, 7)}`}`
}

/** Takes away what killed runs left, and ends a swap that one of them began. Only the holder of the lock may. */
export function tidy(site: Site): void {
  for (const name of names(site.releases)) if (name.startsWith(TEMPORARY)) rmSync(join(site.releases, name), {recursive: true, force: true})
  const id = nameOfLive(site)
  // Killed between the two renames: the site that was live goes back.
  if (kindOf(site.live) === null && id !== null && releases(site).includes(id)) renameSync(join(site.releases, id), site.live)
}

/** The ids of the builds, oldest first: they begin with their time. */
export function releases({releases: folder}: Site): readonly string[] {
  return names(folder)
    .filter((name) => !name.startsWith('.') && kindOf(join(folder, name)) === 'folder')
    .sort()
}

/** The release that is live; null when there is none, or when it was not made here. */
export function liveRelease(site: Site): string | null {
  const kind = kindOf(site.live)
  if (kind === 'folder') {
    const named = nameOfLive(site)
    // What stands among the releases is not live: a run was stopped before it could write the name.
    return named !== null && releases(site).includes(named) ? null : named
  }
  if (kind !== 'link') return null
  const target = resolve(dirname(site.live), readlinkSync(site.live))
  return dirname(target) === site.releases ? basename(target) : null
}

/** Puts a release in the place of the live site. By link this is one rename; as a folder it is two, and a reader who comes between them finds nothing. */
export async function goLive(site: Site, id: string, way: Way, before: string): Promise<void> {
  const folder = join(site.releases, id)
  const kind = kindOf(site.live)
  if (kind === 'other')
    throw new UserError(`${site.live}: unexpected file, expected a folder, a symbolic link, or nothing (name another place with --to)`)
  if (way === 'folder' && kind === 'link')
    throw new UserError(`${site.live}: it is a symbolic link; leave --way out, or take the link away first`)
  const aside = kind === 'folder' ? await setAside(site, before) : null
  try {
    if (way === 'folder') {
      // Named first: a run that is killed before the rename leaves to the next one what to put there.
      await writeName(site, id)
      renameSync(folder, site.live)
      return
    }
    placeLink(site, folder)
  } catch (error) {
    if (aside !== null) await putBack(site, aside)
    throw error
  }
  try {
    rmSync(join(site.releases, NAME), {force: true})
  } catch {
    // The new site is live; a link says itself what it is.
  }
}

/** One rename: there is always a site to read. */
function placeLink(site: Site, folder: string): void {
  const link = join(site.releases, `${TEMPORARY}link`)
  rmSync(link, {force: true})
  symlinkSync(relative(dirname(site.live), folder), link)
  renameSync(link, site.live)
}

/** The first of two renames: the folder that is live becomes a release; gives its id. */
async function setAside(site: Site, before: string): Promise<string> {
  let id = liveRelease(site) ?? before
  while (releases(site).includes(id)) id += '-before'
  await writeName(site, id)
  renameSync(site.live, join(site.releases, id))
  return id
}

/** What was live is live again, when the new one cannot be put in its place. Its name may be refused, too: then the next run finds the folder. */
async function putBack(site: Site, id: string): Promise<void> {
  if (kindOf(site.live) !== null) return
  renameSync(join(site.releases, id), site.live)
  await writeName(site, id).catch(() => undefined)
}

/** The newest releases beside the live one, which stay when others are deleted. */
export function kept(site: Site, keep: number): readonly string[] {
  const live = liveRelease(site)
  const others = releases(site).filter((id) => id !== live)
  return others.slice(Math.max(others.length - keep, 0))
}

/** Deletes all but the newest releases; the live one always stays. Tells what it did: a new site is live by now, whether there is room or not. */
export function prune(site: Site, keep: number): readonly string[] {
  const [live, stay] = [liveRelease(site), new Set(kept(site, keep))]
  const gone = releases(site).filter((id) => id !== live && !stay.has(id))
  return gone.map((id) => {
    try {
      rmSync(join(site.releases, id), {recursive: true, force: true})
      return `deleted ${id}`
    } catch (error) {
      return `${id} cannot be deleted: ${systemReason(error)}`
    }
  })
}

function nameOfLive({releases: folder}: Site): string | null {
  try {
    return readFileSync(join(folder, NAME), 'utf8').trim()
  } catch {
    return null
  }
}

function writeName({releases: folder}: Site, id: string): Promise<void> {
  return writeAtomic(join(folder, NAME), `${id}\n`)
}

function names(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function kindOf(path: string): 'folder' | 'link' | 'other' | null {
  try {
    const state = lstatSync(path)
    return state.isSymbolicLink() ? 'link' : state.isDirectory() ? 'folder' : 'other'
  } catch {
    return null
  }
}
