import {publishUnderLoad, SERVERS, type ServerName} from '../faults/load.ts'
import {bundled} from '../faults/programs.ts'
import {keep, sayFirst, saySeed, SEED} from './run.ts'

const RELEASES = Number(process.env['FAULTS_RELEASES'] ?? 50)
const REQUESTS = Number(process.env['FAULTS_REQUESTS'] ?? 100_000)

/** Publishes a site again and again while it is read through each server; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyReleases(): Promise<boolean> {
  const programs = await bundled()
  saySeed()
  let brokenInAll = 0
  for (const name of Object.keys(SERVERS) as ServerName[]) {
    const {requests, late, broken} = await publishUnderLoad(programs, name, {releases: RELEASES, requests: REQUESTS, seed: SEED})
    console.log(
      `${name}: ${RELEASES} releases, ${requests} requests, ${late} of them for code of an older release, ${broken.length} broken`,
    )
    sayFirst(broken)
    brokenInAll += broken.length
    keep({of: `site read through ${name}`, fault: `${RELEASES} releases meanwhile`, runs: requests, lost: broken.length})
  }
  programs.remove()
  return brokenInAll === 0
}
