/** The names of the bundles that a page loads hold hashes of all the site's code and content: together they name the site. */
const ENTRY = /\/assets\/js\/((?:runtime~)?main\.[\w-]+)\.js/

/** The build that a page with these scripts is of; null when it has no such names (in development). */
export function siteBuild(scripts: readonly string[]): string | null {
  const names = scripts.flatMap((src) => ENTRY.exec(decodeURIComponent(src))?.[1] ?? [])
  return names.length === 0 ? null : Array.from(new Set(names)).sort().join('+').replaceAll('runtime~main', 'r').replaceAll('main', 'm')
}
