import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {main} from '../cli.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'init-'))))
afterEach(() => rmSync(folder, {recursive: true}))

const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
async function run(...args: readonly string[]): Promise<{readonly exit: number; readonly out: string; readonly err: string}> {
  let [out, err] = ['', '']
  const exit = await main(args, '0', {
    cwd: folder,
    now: '2026-11-25T12:00:00Z',
    color: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  })
  return {exit, out, err}
}

/** As `create-docusaurus` writes it, in short. */
const CONFIG = `import {themes as prismThemes} from 'prism-react-renderer';
import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';

// This runs in Node.js
const config: Config = {
  title: 'My Site',
  future: {v4: true},

  presets: [
    [
      'classic',
      {
        docs: {
          sidebarPath: './sidebars.ts',
        },
        blog: false,
      } satisfies Preset.Options,
    ],
  ],

  themeConfig: {
    navbar: {
      title: 'My Site',
      items: [
        {to: '/blog', label: 'Blog', position: 'left'},
      ],
    },
    prism: {theme: prismThemes.github},
  } satisfies Preset.ThemeConfig,
};

export default config;
`

test('in a site as create-docusaurus makes it: a plan that is alive, its name in package.json, and the four lines', async () => {
  writeFileSync(join(folder, 'package.json'), '{\n    "name": "my-site"\n}\n')
  writeFileSync(join(folder, 'docusaurus.config.ts'), CONFIG)
  const {exit, out, err} = await run('init')
  expect({exit, err}).toEqual({exit: 0, err: ''})
  expect(out).toContain('ROADMAP.md: a plan to begin with')
  expect(read('package.json')).toBe('{\n    "name": "my-site",\n    "actionPlan": {\n        "plan": "ROADMAP.md"\n    }\n}\n')
  const changed = read('docusaurus.config.ts')
  expect(changed.split('\n').filter((line) => !CONFIG.split('\n').includes(line))).toEqual([
    "import planMarkdown from 'docusaurus-plugin-action-plan/remark';",
    "  plugins: ['docusaurus-plugin-action-plan'],",
    '          remarkPlugins: [planMarkdown],',
    "      items: [{to: '/progress', label: 'Progress', position: 'left'}, ",
  ])
  const status = JSON.parse((await run('status', '--format', 'json')).out) as {totals: object; problems: readonly {severity: string}[]}
  expect(status.totals).toMatchObject({items: 4, done: 3, tasks: 9, health: 'late'})
  expect(status.problems.filter(({severity}) => severity !== 'info')).toEqual([])
})

test('again: nothing is written, and nothing is overwritten', async () => {
  writeFileSync(join(folder, 'package.json'), '{"name": "my-site"}\n')
  writeFileSync(join(folder, 'docusaurus.config.ts'), CONFIG)
  writeFileSync(join(folder, 'ROADMAP.md'), '# Mine\n')
  expect((await run('init', '--dry-run')).out).toContain('would write docusaurus.config.ts')
  expect(read('docusaurus.config.ts')).toBe(CONFIG)
  expect((await run('init')).out).toContain('ROADMAP.md is there already: it stays as it is')
  expect(read('ROADMAP.md')).toBe('# Mine\n')
  const once = read('docusaurus.config.ts')
  await run('init')
  expect(read('docusaurus.config.ts')).toBe(once)
})

test.each([
  ['module.exports = {title: "Site"}\n', 4],
  ['export default async function config() {\n  return {title: "Site"}\n}\n', 4],
  ['export default {\n', 4],
  ["export default {title: 'Site', plugins: ['a'], presets: [['classic', {docs: {remarkPlugins: [b]}}]]}\n", 1],
])('what cannot be added safely is printed: %j', async (config, lines) => {
  writeFileSync(join(folder, 'package.json'), '{}\n')
  writeFileSync(join(folder, 'docusaurus.config.js'), config)
  const {exit, out} = await run('init', 'plans/own.md')
  expect(exit).toBe(0)
  expect(out.match(/add by hand/g)).toHaveLength(lines)
  if (lines === 4) expect(read('docusaurus.config.js')).toBe(config)
  else
    expect(read('docusaurus.config.js')).toContain(
      "plugins: ['docusaurus-plugin-action-plan', 'a'], presets: [['classic', {docs: {remarkPlugins: [planMarkdown, b]}}]]",
    )
  expect(read('plans/own.md')).toContain('start: 2026-11-09')
})

test('without a site: the plan, and how to serve its numbers', async () => {
  const {out} = await run('init')
  expect(out).toContain('action-plan build --out DIR')
  expect((await run('status', 'ROADMAP.md')).exit).toBe(0)
  expect((await run('init', '-')).exit).toBe(2)
})
