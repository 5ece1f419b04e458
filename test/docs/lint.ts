import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {toPage, type Page} from './page.ts'
import {byPlace, type Problem} from './problem.ts'
import {RULES} from './rules.ts'
import {planCoverage} from './rules/plan-coverage.ts'
import {GENERATED, PLAN, toSite, type Site} from './site.ts'
import {cspell, markdownlint} from './tools.ts'

/** Every problem of the pages under `docs/`, in the order of their places. */
export function lintDocs(root: string): Problem[] {
  const pages = readPages(root)
  const site = toSite(pages)
  const files = pages.filter(({path}) => path !== PLAN).map(({path}) => path)
  return [
    ...pages.flatMap((page) => lintPage(page, site)),
    ...planCoverage(site).map((finding) => ({...finding, path: PLAN, rule: 'plan-coverage'})),
    ...markdownlint(root, files),
    ...cspell(root, files),
  ].sort(byPlace)
}

/** What this project's own rules find on one page. */
export function lintPage(page: Page, site: Site): Problem[] {
  return RULES.filter(({everywhere}) => everywhere || page.path !== PLAN).flatMap(({name, check}) =>
    check(page, site).map((finding) => ({...finding, path: page.path, rule: name})),
  )
}

/** The pages that people write; folders and files that begin with "_" are not pages for Docusaurus either. */
export function readPages(root: string): Page[] {
  return readdirSync(join(root, 'docs'), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith(GENERATED) && !/(?:^|\/)_/.test(path))
    .sort()
    .map((path) => toPage(path, readFileSync(join(root, path))))
}
