import {openCache} from 'build-kit/build-cache'
import type {Problem} from './model/problem.ts'
import {orphans, readPages, readResult} from './source/pages.ts'
import {type Standing, toStanding} from './view/sentence.ts'

export interface Gathered {
  readonly standings: Readonly<Record<string, Standing>>
  readonly problems: readonly Problem[]
}

const CODE = ['model/', 'parse/', '../package.json'].map((name) => new URL(name, import.meta.url))

/** Reads pages and results: what each page shows, and where it says more than its result supports. */
export const gather = async (siteDir: string, folder: string): Promise<Gathered> => {
  const standings: Record<string, Standing> = {}
  const problems: Problem[] = []
  const files = readPages(siteDir, folder)
  const made = await openCache(siteDir, 'tested-docs', CODE)
  for (const file of files) {
    const parsed = await made.of([file.path, file.text, file.rehearsal?.text ?? ''], async () =>
      (await import('./parse/page.ts')).parsePage(file.path, file.text, file.hash, file.rehearsal),
    )
    problems.push(...parsed.problems)
    const result = readResult(siteDir, folder, file.id)
    const supported = result?.level ?? 0
    const line = file.text.split('\n').findIndex((text) => text.startsWith('verification:')) + 1
    const claim = {
      place: {file: file.path, line: Math.max(line, 1), column: 1},
      fix: `run \`npm run runbooks -- ${file.id}\` and fix what it says, or claim level ${supported}`,
    }
    if (parsed.page.claim > supported)
      problems.push({
        ...claim,
        reason: `the page claims level ${parsed.page.claim}, its result supports ${supported}${result === null ? ' (it never ran)' : result.because === null ? '' : ` (${result.because})`}`,
      })
    standings[file.id] = toStanding(parsed.page, result)
  }
  await made.close()
  for (const path of orphans(siteDir, folder, new Set(files.map((file) => file.id))))
    problems.push({place: {file: path, line: 1, column: 1}, reason: 'a result whose page is gone', fix: 'delete it'})
  return {standings, problems}
}
