import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {BARE, install, sizeOf, withPlugin} from '../matrix/installed.ts'
import {pack} from '../site/packed.ts'

const README = new URL('../../plugins/action-plan/README.md', import.meta.url)
/** The most that an installation may add. */
const LIMIT = {packages: 60, megabytes: 20}

/** Installs the packed plugin into a plain site, and compares what that adds with the README and with the limit. */
export async function nightlyWeight(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'weight-'))
  try {
    await install(join(folder, 'bare'), 'npm', BARE)
    await install(join(folder, 'with'), 'npm', withPlugin(pack()))
    const [bare, all] = [sizeOf(join(folder, 'bare')), sizeOf(join(folder, 'with'))]
    const added = {packages: all.packages - bare.packages, megabytes: Math.ceil((all.bytes - bare.bytes) / 1e6)}
    console.log(`a plain site: ${bare.packages} packages, ${(bare.bytes / 1e6).toFixed(0)} MB`)
    console.log(
      `with the plugin: ${all.packages} packages, ${(all.bytes / 1e6).toFixed(0)} MB: ${added.packages} packages and ${added.megabytes} MB more`,
    )
    const complaints = complaintsOfWeight(added, readFileSync(README, 'utf8'))
    for (const line of complaints) console.log(line)
    return complaints.length === 0
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}

/** A message for each figure that is not what the README says, or is above the limit. A release of a package below may change it a little. */
export function complaintsOfWeight(added: typeof LIMIT, readme: string): readonly string[] {
  const [, packages, megabytes] = /adds (\d+) packages and (\d+) MB/.exec(readme) ?? []
  const said = {packages: Number(packages), megabytes: Number(megabytes)}
  return (['packages', 'megabytes'] as const).flatMap((what) => [
    ...(Math.abs(added[what] - said[what]) <= Math.max(2, said[what] / 10)
      ? []
      : [`README.md: unexpected ${said[what]} ${what}, expected ${added[what]}, which an installation adds (correct the README)`]),
    ...(added[what] <= LIMIT[what]
      ? []
      : [
          `${what}: unexpected ${added[what]}, expected no more than ${LIMIT[what]} (leave a dependency out, or raise the limit in test/nightly/weight.ts)`,
        ]),
  ])
}
