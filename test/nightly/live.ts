import {WRONG_ANSWERS} from '../faults/answers.ts'
import {READERS} from '../faults/browsers.ts'
import {liveHost, tryAnswers} from '../faults/live.ts'
import {MOMENTS, type Tried} from '../faults/moments.ts'
import {fuzzStatus} from '../faults/status.ts'
import {keep, sayFirst, saySeed, SEED} from './run.ts'

const INPUTS = Number(process.env['FAULTS_INPUTS'] ?? 100_000)
/** What is tried, by a part of its name; all without it. */
const ONLY = process.env['FAULTS_ONLY'] ?? ''
/** Of what a page is tried with at night; 1 is all of it. */
const SHARE = Number(process.env['FAULTS_SHARE'] ?? 1)

/** Opens pages of the built site in Chromium and Firefox before a server that does everything wrong; FAULTS_RECORD=1 keeps the figures and writes the page. */
export async function nightlyLive(): Promise<boolean> {
  saySeed()
  const isAsked = (fault: string): boolean => fault.includes(ONLY)
  let lost = isAsked('file changed at random') ? tell('reader of status.json', 'file changed at random', fuzzStatus(INPUTS, SEED)) : 0
  const host = await liveHost()
  for (const [name, {open, lacks}] of Object.entries(READERS)) {
    const lack = lacks()
    if (lack !== null) {
      console.log(`open page in ${name}: not tried: the browser is not installed. Fix: ${lack}`)
      lost++
      continue
    }
    const reader = await open()
    const of = `open page in ${name}`
    if (isAsked('server answers wrongly'))
      lost += tell(of, 'server answers wrongly', await tryAnswers(reader, host, Object.keys(WRONG_ANSWERS)))
    for (const [moment, {run, most}] of Object.entries(MOMENTS).filter(([moment]) => isAsked(moment)))
      lost += tell(of, moment, await run(reader, host, Math.ceil(most * SHARE)))
    await reader.close()
  }
  host.close()
  return lost === 0
}

/** Prints what came of something, and keeps it; gives how much of it was wrong. */
function tell(of: string, fault: string, {runs, wrong, measured}: Tried): number {
  const lost = Math.min(runs, wrong.length)
  console.log(`${of}: ${fault}: ${runs} runs, ${lost} wrong${measured === undefined ? '' : `; ${measured}`}`)
  sayFirst(wrong)
  keep({of, fault, runs, lost})
  return lost
}
