// Speed as ratios within one run: machines differ, ratios hold. `npm run bench` runs all, `npm run bench -- lighthouse` one; part of no test.
import {createJiti} from 'jiti'

const BENCHES = {
  parse: ['../plugins/action-plan/bench/parse.ts', 'benchParse'],
  change: ['../plugins/action-plan/bench/parse.ts', 'benchChange'],
  schedule: ['../plugins/action-plan/bench/schedule.ts', 'benchSchedule'],
  history: ['../plugins/action-plan/bench/history.ts', 'benchHistory'],
  revisions: ['../plugins/action-plan/bench/history.ts', 'benchManyRevisions'],
  filter: ['../plugins/action-plan/bench/filter.ts', 'benchFilter'],
  start: ['./bench/start.mjs', 'benchStart'],
  live: ['./bench/live.mjs', 'benchLive'],
  timeline: ['./bench/timeline.mjs', 'benchTimeline'],
  build: ['./bench/build.mjs', 'benchBuild'],
  lighthouse: ['./bench/lighthouse.mjs', 'benchLighthouse'],
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(`unexpected ${unknown.join(', ')}, expected some of ${Object.keys(BENCHES).join(', ')}`)
  process.exit(2)
}
const jiti = createJiti(import.meta.url)
for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) {
  const [file, run] = BENCHES[name]
  await (await jiti.import(file))[run]()
}
