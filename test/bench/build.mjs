import {cpSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {bareSite, docusaurus, ROOT} from './bare-site.mjs'

/** How many times as long as a bare site this one may take. */
const LIMITS = {cold: 1.6, warm: 1.3}

/** The API reference, made once for each change of the code; `docusaurus clear` would take it, too. */
const REFERENCE = join(ROOT, 'node_modules', '.cache', 'api-reference')

/** Empties the caches of a site, and leaves the API reference. */
function clear(folder) {
  const kept = mkdtempSync(join(tmpdir(), 'reference-'))
  cpSync(REFERENCE, kept, {recursive: true})
  docusaurus(folder, 'clear')
  cpSync(kept, REFERENCE, {recursive: true})
  rmSync(kept, {recursive: true})
}

/** Times of one machine differ by a fifth from one build to the next. */
const ROUNDS = 3

/** Prints how long a cold and a warm build take beside those of a bare Docusaurus site with the same guides and flags: both sites in turns, the middle of three ratios. It empties the caches of this checkout; the API reference stays. Reports that tests left in `reports/` are read, too: without them a build takes less. */
export async function benchBuild() {
  const bare = bareSite()
  docusaurus(ROOT, 'build')
  try {
    const rounds = Array.from({length: ROUNDS}, () =>
      [ROOT, bare.folder].map((folder) => {
        clear(folder)
        return {cold: docusaurus(folder, 'build'), warm: docusaurus(folder, 'build')}
      }),
    )
    for (const [kind, limit] of Object.entries(LIMITS)) {
      const sorted = rounds.map(([own, plain]) => ({own: own[kind], plain: plain[kind]})).sort((a, b) => a.own / a.plain - b.own / b.plain)
      const {own, plain} = sorted[(ROUNDS - 1) / 2]
      const all = sorted.map((one) => (one.own / one.plain).toFixed(2))
      console.log(
        `build, ${kind}: ${own.toFixed(1)} s, a bare site ${plain.toFixed(1)} s: ${(own / plain).toFixed(2)} times (of ${all.join(', ')}; at most ${limit})`,
      )
    }
  } finally {
    bare.remove()
  }
}
