import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'

const PLUGINS = fileURLToPath(new URL('../plugins/', import.meta.url))

test('no address of a file stands for its path: in a folder whose name has a space they differ', () => {
  const files = readdirSync(PLUGINS).flatMap((plugin) =>
    readdirSync(PLUGINS + plugin, {recursive: true, encoding: 'utf8'})
      .filter((name) => /^(?:src|scripts|bin)\/.*\.(?:ts|tsx|mjs|cjs)$/.test(name) && !/\.test\.ts$|node_modules/.test(name))
      .map((name) => `${PLUGINS}${plugin}/${name}`),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(files.filter((file) => /import\.meta\.url\)\.pathname|\bat\([^)]*\)\.pathname/.test(readFileSync(file, 'utf8')))).toEqual([])
})
