import {existsSync} from 'node:fs'
import {readFile, rm, writeFile} from 'node:fs/promises'
import {join} from 'node:path'
import type {Entry} from './options.ts'

/** TypeDoc writes a folder for a declaration file, with a page for each module. Here they are sections of one page, in the order of its table. */
export async function gather(pages: string, entries: readonly Pick<Entry, 'page'>[]): Promise<void> {
  for (const {page} of entries) {
    const folder = join(pages, page)
    if (!existsSync(folder)) continue
    const head = await readFile(join(folder, 'index.md'), 'utf8')
    const names = [...head.matchAll(/^\| \[([^\]]+)\]\(#/gm)].map(([, name = '']) => name)
    const sections = await Promise.all(names.map((name) => readFile(join(folder, `${name}.md`), 'utf8')))
    await writeFile(`${folder}.md`, `${[head, ...sections].map((part) => part.trim()).join('\n\n')}\n`)
    await rm(folder, {recursive: true})
  }
}
