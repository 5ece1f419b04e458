import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {visit, type Visit} from './browser.ts'
import {pack, packedSite, plan, PLUGIN, run, shows} from './packed.ts'

/** As a site is that has the four lines of the README and neither TypeScript nor the faster bundler; it names no browsers, so its code is rewritten for old ones. */
const PLAIN: Readonly<Record<string, string>> = {
  'docusaurus.config.js': `module.exports = {
  title: 'Site', url: 'https://example.com', baseUrl: '/', presets: [['classic', {blog: {showReadingTime: true}}]],
  plugins: [['${PLUGIN}', {plan: 'ROADMAP.md', footer: false}]],
}`,
  'ROADMAP.md': plan('Plain', 1, 3),
  'src/pages/index.md': '# Home\n',
  'docs/intro.md': '# Intro\n',
  'blog/2026-01-01-first.md': '---\ntitle: First\n---\n\nText.\n',
}

test('in JavaScript and without the faster bundler: the same pages, badges and numbers', async () => {
  const plain = packedSite(pack(), PLAIN, ['@docusaurus/faster'])
  let visitor: Visit | null = null
  try {
    run(plain, 'build', '--no-minify')
    expect(JSON.parse(readFileSync(join(plain.folder, 'build/status.json'), 'utf8'))).toMatchObject({totals: {tasks: 3, done: 1}})
    expect(readFileSync(join(plain.folder, 'build/badges/overall.svg'), 'utf8')).toContain('1/3 (33 %)')
    visitor = await visit(plain.served('/'))
    await shows(visitor, {
      '/progress': '1 of 3 tasks done',
      '/progress/timeline': 'Timeline: Plain',
      '/progress/history': 'History',
      '/progress/report': 'Report: Plain',
      '/progress/badges': 'Badges',
      '/progress/tests': 'Tests and coverage',
    })
    // Only pages of the plan say how it stands.
    const {seen} = await visitor.open('/docs/intro', {}, (page) => page.locator('body').innerText())
    expect(seen).toContain('Intro')
    expect(seen).not.toContain('1/3')
  } finally {
    await visitor?.close()
    plain.remove()
  }
}, 600_000)
