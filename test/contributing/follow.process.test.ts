import {copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, expect, test} from 'vitest'
import {followIn} from './follow.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'follow-')))
mkdirSync(join(folder, 'plugins'))
writeFileSync(join(folder, 'package.json'), '{\n  "name": "x",\n  "version": "1.0.0"\n}\n')
copyFileSync(join(ROOT, 'tsconfig.json'), join(folder, 'tsconfig.json'))
for (const name of ['a', 'b'])
  writeFileSync(join(folder, `${name}.test.mjs`), `import {test} from 'vitest'\ntest('only ${name}', () => {})\n`)
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

type Block = readonly [sentence: string, code: string]
const follow = (...blocks: readonly Block[]): ReturnType<typeof followIn> =>
  followIn(folder, 'guide.md', blocks.map(([sentence, code]) => `${sentence}\n\n\`\`\`\n${code}\n\`\`\`\n`).join('\n'))

test('a guide is followed: files are written where it says, and its commands run', async () => {
  const made = await follow(
    ['Create `plugins/made.ts`:', 'export const one = 1\nexport const two = 2'],
    ['In `plugins/made.ts`, insert after the line that starts with `export const one`:', "export const three: string = '3'"],
    ['In `plugins/made.ts`, replace the line that starts with `export const two`:', 'export const four = one + 3'],
    ['Run:', 'test "$(wc -l < plugins/made.ts)" -eq 3\nnpm run typecheck'],
    ['In `plugins/made.ts`, insert before the line that starts with `export const four`:', "export const five: number = '5'"],
    ['Run the type check. It fails:', 'npm run typecheck'],
  )
  expect(made.edited).toEqual(['plugins/made.ts'])
  expect(made.commands).toHaveLength(3)
})

test.each([
  ['a file that is there', [['Create `package.json`:', '{}']], /^guide\.md:3: package\.json exists already\. Fix: /],
  [
    'a file that is not there',
    [['In `no.ts`, insert after the line that starts with `a`:', 'b']],
    /^guide\.md:3: there is no file no\.ts\. Fix: /,
  ],
  [
    'a line that is not there',
    [['In `package.json`, insert after the line that starts with `"nothing"`:', 'b']],
    /^guide\.md:3: no line of package\.json starts with ""nothing"", expected one\. Fix: /,
  ],
  [
    'a line that is there twice',
    [['In `package.json`, insert after the line that starts with `"`:', 'b']],
    /^guide\.md:3: \d+ lines of package\.json starts with """, expected one\. Fix: /,
  ],
  [
    'a command that fails',
    [['Run:', 'ls no-such-file']],
    /^guide\.md:3: "ls no-such-file" ended with exit status 2\. Fix: [^]*no-such-file/,
  ],
  [
    'tests of which none of a file runs',
    [['Run:', 'npx vitest run --root . a.test.mjs b.test.mjs -t "only a"']],
    /^guide\.md:3: "npx vitest .*" leaves out all tests of a file\. Fix: /,
  ],
  [
    'a command that does not fail',
    [['Run it. It fails:', 'true']],
    /^guide\.md:3: "true" succeeded, but the guide says that it fails\. Fix: /,
  ],
] as const)('a guide with %s is wrong, and its line is named', async (_, steps, message) => {
  await expect(follow(...steps)).rejects.toThrow(message)
})
