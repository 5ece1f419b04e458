import {mkdtemp, rm, writeFile} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {builtSite} from './site.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'built-site-'))))
afterEach(() => rm(folder, {recursive: true}))

test.each([
  [
    'as Docusaurus writes it',
    '<script src="/sub/assets/js/runtime~main.11aa.js" defer></script><script src="/sub/assets/js/main.33cc.js" defer>',
  ],
  ['minified', '<script src=/assets/js/runtime~main.11aa.js defer></script><script src=/assets/js/main.33cc.js defer></script>'],
  [
    'by a template that asks for its files later',
    '<script data-files="/assets/js/runtime~main.11aa.js /assets/js/main.33cc.js /assets/js/5e.9c.js">',
  ],
])('a build is known by the scripts of its pages, %s', async (_, html) => {
  await writeFile(join(folder, '404.html'), html)
  expect(await builtSite(folder)).toBe('m.33cc+r.11aa')
})

test('a folder without pages has no build', async () => {
  expect(await builtSite(folder)).toBeNull()
})
