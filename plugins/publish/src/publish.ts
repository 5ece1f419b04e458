import {execFileSync} from 'node:child_process'
import {renameSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import {takeLock, type Lock} from 'build-kit/lock'
import {UserError} from 'build-kit/user-error'
import {startBuilder} from './builder.ts'
import {faults, insist} from './check.ts'
import {carryAssets} from './older-assets.ts'
import {goLive, kept, liveRelease, newId, prune, releases, siteAt, temporary, tidy, type Site, type Way} from './releases.ts'

export interface Order {
  readonly to: string
  /** Where the builder runs. */
  readonly cwd: string
  /** The builder; `{}` stands for the folder that it must write to. */
  readonly command: readonly string[]
  readonly keep: number
  /** Whether a release goes on serving the hashed files of those before it, for pages that are open. */
  readonly olderAssets: boolean
  readonly way: Way
  readonly now: string
  readonly say: (line: string) => void
  /** Aborted when the run is asked to end. */
  readonly signal: AbortSignal
}

const STOPPED = 'stopped; nothing was changed'

/** Builds into a folder beside the live site, checks what came out, and only then changes what is live. */
export async function publish(order: Order): Promise<void> {
  const {cwd, keep, olderAssets, way, now, say, signal} = order
  const site = siteAt(order.to)
  await locked(site, cwd, async (stillHeld) => {
    const commit = commitOf(cwd)
    const id = newId(site, now, commit)
    const folder = temporary(site, id)
    try {
      await build(order, folder)
      insist(faults(folder, commit))
      if (olderAssets) carryAssets(folder, [site.live, ...kept(site, keep).map((one) => join(site.releases, one))])
      if (signal.aborted) throw new UserError(STOPPED)
      if (!stillHeld()) throw new UserError('another run took the lock meanwhile; nothing was changed')
      renameSync(folder, join(site.releases, id))
    } catch (error) {
      rmSync(folder, {recursive: true, force: true})
      throw error
    }
    await goLive(site, id, way, `${id}-before`)
    say(`${site.live} is ${id}`)
    prune(site, keep).forEach(say)
  })
}

/** Makes an older build live again: the one named, else the one before. */
export async function rollBack(
  order: Pick<Order, 'to' | 'cwd' | 'olderAssets' | 'way' | 'now' | 'say'>,
  wanted: string | null,
): Promise<void> {
  const site = siteAt(order.to)
  await locked(site, null, async () => {
    const [all, live] = [releases(site), liveRelease(site)]
    // A run that was killed may have done it, and only not said so.
    if (wanted !== null && wanted === live) return order.say(`${site.live} is ${live} already`)
    const others = all.filter((one) => one !== live)
    const id = wanted ?? others.filter((one) => live === null || one < live).at(-1)
    if (id === undefined || !others.includes(id)) {
      const known = others.length === 0 ? 'there is no other' : `there are ${others.join(', ')}`
      throw new UserError(`no ${id === undefined ? 'older release' : `release ${id}`} beside ${site.live}; ${known}`)
    }
    if (order.olderAssets) carryAssets(join(site.releases, id), [site.live])
    await goLive(site, id, order.way, `${id}-before`)
    order.say(`${site.live} is ${id}`)
  })
}

/** Every release, oldest first, the live one marked. */
export function listing(to: string): readonly string[] {
  const site = siteAt(to)
  const live = liveRelease(site)
  return [...new Set([...releases(site), ...(live === null ? [] : [live])])].sort().map((id) => `${id === live ? '*' : ' '} ${id}`)
}

/** One run at a time for a live site, and one for a checkout, whose caches two builds would share. */
async function locked(site: Site, cwd: string | null, work: (stillHeld: () => boolean) => Promise<void>): Promise<void> {
  const locks: Lock[] = [await takeLock(join(site.releases, '.lock'), {what: `publishes ${site.live}`})]
  try {
    if (cwd !== null) locks.push(await takeLock(join(cwd, 'node_modules/.cache/publish-site.lock'), {what: `builds in ${cwd}`}))
    tidy(site)
    await work(() => locks.every(({held}) => held()))
  } finally {
    for (const {release} of locks) release()
  }
}

async function build({command, cwd, signal}: Order, folder: string): Promise<void> {
  if (signal.aborted) throw new UserError(STOPPED)
  const builder = startBuilder(
    command.map((part) => part.replaceAll('{}', folder)),
    cwd,
  )
  signal.addEventListener('abort', builder.stop)
  const status = await builder.ended
  if (signal.aborted) throw new UserError(STOPPED)
  if (status !== 0) throw new UserError(`the build failed with status ${status}; nothing was changed`)
}

function commitOf(cwd: string): string | null {
  try {
    return execFileSync('git', ['-C', cwd, 'rev-parse', 'HEAD'], {encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore']}).trim()
  } catch {
    return null
  }
}
