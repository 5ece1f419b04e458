// Tries the forecast on the histories of public plans and writes what came true to docs/reference/forecast-calibration.md.
// `node test/backtest/all.mjs` uses the recorded series. `node test/backtest/all.mjs FOLDER` reads them anew from clones:
// FOLDER/owner+name, each a git directory or a work tree, of the repositories in plans.json.
import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {createJiti} from 'jiti'

const jiti = createJiti(import.meta.url)
const {checkAll, tables, withTables} = await jiti.import('./page.ts')
const {seriesOf} = await jiti.import('./series.ts')
const at = (path) => new URL(path, import.meta.url)
const json = (path) => JSON.parse(readFileSync(at(path), 'utf8'))

const [folder] = process.argv.slice(2)
if (folder !== undefined) {
  const gitDir = ({repo}) => {
    const places = ['', 'repo', '.git', 'repo/.git'].map((part) => join(folder, repo.replace('/', '+'), part))
    const found = places.find((place) => existsSync(join(place, 'HEAD')))
    if (found === undefined) throw new Error(`${places[0]}: expected a clone of ${repo} (git clone --bare https://github.com/${repo})`)
    return found
  }
  const lines = json('plans.json').map((plan) => JSON.stringify(seriesOf(plan, gitDir(plan))))
  writeFileSync(at('series.json'), `[\n${lines.join(',\n')}\n]\n`)
}
const checked = checkAll(json('series.json'))
const page = at('../../docs/reference/forecast-calibration.md')
writeFileSync(page, withTables(readFileSync(page, 'utf8'), checked))
console.log(tables(checked))
