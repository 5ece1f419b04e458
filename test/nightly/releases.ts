import {record} from '../faults/figures.ts'
import {publishUnderLoad, SERVERS, type ServerName} from '../faults/load.ts'
import {bundled} from '../faults/programs.ts'

const SEED = Number(process.env['FAULTS_SEED'] ?? Math.floor(Date.now() / 86_400_000))
const RELEASES = Number(process.env['FAULTS_RELEASES'] ?? 50)
const REQUESTS = Number(process.env['FAULTS_REQUESTS'] ?? 100_000)

/** Publishes a site again and again while it is read through each server; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyReleases(): Promise<boolean> {
  const programs = await bundled()
  console.log(`seed ${SEED} (FAULTS_SEED=${SEED} does the same again)`)
  let brokenInAll = 0
  for (const name of Object.keys(SERVERS) as ServerName[]) {
    const {requests, late, broken} = await publishUnderLoad(programs, name, {releases: RELEASES, requests: REQUESTS, seed: SEED})
    console.log(
      `${name}: ${RELEASES} releases, ${requests} requests, ${late} of them for code of an older release, ${broken.length} broken`,
    )
    for (const line of broken.slice(0, 10)) console.log(`  ${line}`)
    brokenInAll += broken.length
    const row = {runs: requests, survived: requests - broken.length, waits: 0, lost: broken.length}
    if (process.env['FAULTS_RECORD'] === '1') record([{of: `site read through ${name}`, fault: `${RELEASES} releases meanwhile`, ...row}])
  }
  programs.remove()
  return brokenInAll === 0
}
