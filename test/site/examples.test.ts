import {execFileSync} from 'node:child_process'
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {JSDOM} from 'jsdom'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {hasTurn} from '../turn.mjs'

// The sites that others copy are built as they are.

const ROOT = new URL('../..', import.meta.url).pathname
const EXAMPLES = join(ROOT, 'plugins/action-plan/examples')
const names = readdirSync(EXAMPLES, {withFileTypes: true}).flatMap((one) => (one.isDirectory() ? [one.name] : []))

let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'examples-'))))
afterAll(() => rmSync(folder, {recursive: true}))

/** What a page of each says. */
const SAYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  minimal: {index: '3 of 4 tasks done', progress: '1.2 Build the first version'},
  'many-plans': {plans: '2 of 5 tasks done in 2 plans', 'docs/sign-in': '2.1 First submission', 'mobile/progress': '1 of 2 tasks done'},
  german: {progress: '1 von 3 Aufgaben erledigt', 'docs/zugang': '1.1 Zugangsdaten'},
  'docs-only': {plan: '1/2', progress: '1 of 2 tasks done'},
}

test('each example is looked at', () => expect(names.sort()).toEqual(Object.keys(SAYS).sort()))

// Half of them each day.
test.each(names.filter((_, index) => hasTurn(index, 2)))(
  '%s builds, and its pages show the plan',
  (name) => {
    const site = join(folder, name)
    cpSync(join(EXAMPLES, name), site, {recursive: true})
    symlinkSync(join(ROOT, 'node_modules'), join(site, 'node_modules'))
    execFileSync(join(ROOT, 'node_modules/.bin/docusaurus'), ['build'], {cwd: site, stdio: ['ignore', 'ignore', 'pipe']})
    for (const [page, text] of Object.entries(SAYS[name] ?? {})) {
      const {document} = new JSDOM(readFileSync(join(site, 'build', `${page}.html`), 'utf8')).window
      expect(document.querySelector('main')?.textContent.replace(/\s+/g, ' '), `${name}/${page}`).toContain(text)
    }
  },
  240_000,
)
