import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join, relative} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const SRC = dirname(fileURLToPath(import.meta.url))

/** Who may import whom, and whether Node's modules too. */
const MAY: Readonly<Record<string, {readonly folders: readonly string[]; readonly node: boolean}>> = {
  model: {folders: ['model'], node: false},
  source: {folders: ['model', 'source'], node: true},
  parse: {folders: ['model', 'parse'], node: false},
  derive: {folders: ['model', 'derive'], node: false},
  view: {folders: ['model', 'view'], node: false},
  theme: {folders: ['model', 'view', 'theme'], node: false},
}

const files = readdirSync(SRC, {recursive: true, encoding: 'utf8'}).filter((name) => /\.tsx?$/.test(name) && !/\.(test|d)\./.test(name))

test('the stages share the model and do not import each other', () => {
  const broken: string[] = []
  for (const file of files) {
    const rule = MAY[file.split('/')[0] ?? '']
    if (rule === undefined) continue
    for (const [, from = ''] of readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export) [^'\n]*?from '([^']+)'|^} from '([^']+)'/gm,
    )) {
      const folder = relative(SRC, join(SRC, dirname(file), from)).split('/')[0] ?? ''
      if (from.startsWith('.') ? !rule.folders.includes(folder) : from.startsWith('node:') && !rule.node)
        broken.push(`${file} imports ${from}`)
    }
  }
  expect(files.length).toBeGreaterThan(30)
  expect(broken).toEqual([])
})
