import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What must go well in a clone in which no package ran a script of its own. */
const STEPS = ['npm ci --ignore-scripts --no-audit --no-fund', 'npm run build', 'npm run test:unit'] as const

/** Clones the newest commit, installs its packages without their scripts, and builds and tests it. */
export function nightlyInstall(): boolean {
  const home = mkdtempSync(join(tmpdir(), 'install-'))
  const place = join(home, 'site')
  let passed = true
  for (const step of [`git clone -q --local ${ROOT} ${place}`, ...STEPS]) {
    const started = performance.now()
    const cwd = step.startsWith('git') ? home : place
    const {status, stdout, stderr} = spawnSync('sh', ['-c', step], {cwd, encoding: 'utf8', maxBuffer: 1 << 28})
    console.log(
      `${step.replace(ROOT, '.').replace(place, 'site')}: ${status === 0 ? 'ok' : `ended with ${String(status)}`} in ${((performance.now() - started) / 1000).toFixed(0)} s`,
    )
    passed = status === 0
    if (passed) continue
    console.log(`${stdout}${stderr}`.split('\n').slice(-60).join('\n'))
    break
  }
  rmSync(home, {recursive: true, force: true})
  return passed
}
