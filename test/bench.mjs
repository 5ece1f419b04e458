// Speed as ratios within one run: machines differ, ratios hold. Run by `npm run bench`; part of no test.
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const {benchParse} = await jiti.import('../plugins/action-plan/bench/parse.ts')
await benchParse()
for (const [file, name] of [
  ['schedule', 'benchSchedule'],
  ['history', 'benchHistory'],
]) {
  const bench = await jiti.import(`../plugins/action-plan/bench/${file}.ts`)
  await bench[name]()
}
