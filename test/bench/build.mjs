import {bareSite, docusaurus, ROOT} from './bare-site.mjs'

/** How many times as long as a bare site this one may take. */
const LIMITS = {cold: 1.6, warm: 1.3}

/** Prints how long a cold and a warm build take beside those of a bare Docusaurus site with the same guides and flags. It empties the caches of this checkout. */
export async function benchBuild() {
  const bare = bareSite()
  try {
    const times = [ROOT, bare.folder].map((folder) => {
      docusaurus(folder, 'clear')
      return {cold: docusaurus(folder, 'build'), warm: docusaurus(folder, 'build')}
    })
    for (const [kind, limit] of Object.entries(LIMITS)) {
      const [own, plain] = times.map((time) => time[kind])
      console.log(
        `build, ${kind}: ${own.toFixed(1)} s, a bare site ${plain.toFixed(1)} s: ${(own / plain).toFixed(2)} times (at most ${limit})`,
      )
    }
  } finally {
    bare.remove()
  }
}
