import {createHash} from 'node:crypto'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {normalizePluginOptions} from '@docusaurus/utils-validation'
import {logger} from '@docusaurus/logger'
import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest'
import plugin, {validateOptions} from './index.ts'
import {parsePage} from './page.ts'
import {protect, type Site} from './protect.ts'

let siteDir: string
/** The built site. */
let folder: string
beforeEach(() => {
  siteDir = mkdtempSync(join(tmpdir(), 'policy-'))
  folder = join(siteDir, 'build')
})
afterEach(() => rmSync(siteDir, {recursive: true}))
const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, '..'), {recursive: true})
  writeFileSync(join(folder, name), text)
}
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')
const BARE = {banner: false, minifier: 'terser'} as const
const write = async (baseUrl = '/', allow: Site['allow'] = {}): Promise<readonly string[]> =>
  protect({siteDir, outDir: folder, baseUrl, allow, ...BARE})
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const HEAD = '<!doctype html><html><head><meta charset=UTF-8><title>T</title>'

describe('a page', () => {
  test('gives the texts of inline scripts and styles as a browser reads them, and no data', () => {
    const page = parsePage(
      `${HEAD}<style>a{b:c}</style><script src=/a.js></script></head><body><script>if (a<b) "<b onclick=x>"\r\n</script><script type="application/ld+json">{}</script><textarea><script>no</script></textarea><template><script type=module>import 'x'</script></template><!-- <script>no</script> --></body>`,
    )
    expect(page).toMatchObject({scripts: ['if (a<b) "<b onclick=x>"\n', "import 'x'"], styles: ['a{b:c}'], refused: []})
  })

  test.each([
    ['an event handler', '<img src=x OnError="alert(1)">', '<img onerror="alert(1)">'],
    ['one without quotes', '<svg/onload=alert(1)>', '<svg onload="alert(1)">'],
    ['an address that is a script', '<a href=" java\nscript:alert(1)">', '<a href=" java\nscript:alert(1)">'],
    ['one in entities', '<a href="&#106;avascript:x">', '<a href="javascript:x">'],
    ['another kind of script', '<form action=vbscript:x>', '<form action="vbscript:x">'],
  ])('%s is refused', (_, html, expected) => {
    expect(parsePage(`${HEAD}</head>\n<body>\n${html}`).refused).toEqual([`3:1 ${expected}`])
  })
})

describe('a built site', () => {
  beforeEach(() => {
    put('index.html', `${HEAD}<script>one()</script></head><body style="width:1%"></body></html>`)
    put('a/b.html', `${HEAD}</head><body><script>two()</script><script>one()</script></body></html>`)
    put('c.html', `<!doctype html><html><head><script>one()</script></head></html>`)
  })

  test('has one policy in every page, before every script', async () => {
    await write()
    const [meta] = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/.exec(read('index.html')) ?? []
    expect(meta).toMatchInlineSnapshot(
      `"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-HR7iaask9daLMRRskMI++QeJtjWDOjyPA6lGzYGzKW4=' 'sha256-iMrPAWirDC2X0OhZzLsM2MRIWSmepJGI4r7D8ZlwBOw='; style-src 'self' 'unsafe-inline'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; object-src 'none'">"`,
    )
    expect(read('index.html')).toBe(
      `<!doctype html><html><head><meta charset=UTF-8>${meta}<title>T</title><script>one()</script></head><body style="width:1%"></body></html>`,
    )
    expect(read('a/b.html')).toContain(`<meta charset=UTF-8>${meta}<title>`)
    expect(read('c.html')).toContain(`<head>${meta}<script>`)
  })

  test('of other names of files has the policy of its own scripts, at its own place', async () => {
    const hashes: string[] = []
    for (const name of ['1111', '2222', '55555']) {
      put('index.html', `<!doctype html><html><head><script src=/assets/js/${name}.js></script><meta charset=UTF-8></head></html>`)
      put('c.html', `${HEAD}<script>load("/assets/js/${name}.js")</script></head></html>`)
      await write()
      expect(read('index.html')).toContain('<meta charset=UTF-8><meta http-equiv')
      hashes.push(createHash('sha256').update(`load("/assets/js/${name}.js")`).digest('base64'))
      expect(read('c.html')).toContain(`'sha256-${hashes.at(-1)}'`)
      expect(read('c.html')).not.toContain(`'sha256-${hashes.at(-2)}'`)
    }
  })

  test('allows what stands around React’s own element, and nothing that a page’s text holds', async () => {
    const root = '<div id="__docusaurus"><div>x<script>\nplanted()</script></div><p></p><script>last()</script></div>'
    put(
      'a/b.html',
      `${HEAD}<script data-rh=true>head()</script><script>tag()</script></head><body><script>before()</script>${root}<div></div><script>late()</script>`,
    )
    const blocked = await write()
    const policy = read('_headers')
    for (const text of ['tag()', 'before()', 'late()']) expect(policy).toContain(hashOf(text))
    for (const text of ['head()', '\nplanted()', 'last()']) expect(policy).not.toContain(hashOf(text))
    expect(blocked.map((line) => line.replace(/ \('sha.*/, ''))).toEqual([
      'a/b.html:1:64 <script>head()',
      'a/b.html:1:189 <script> planted()',
      'a/b.html:2:32 <script>last()',
    ])
  })

  test('does not name a content script again that is allowed by its hash', async () => {
    put('a/b.html', '<div id="__docusaurus"><script>own()</script></div>')
    expect(await write('/', {'script-src': [hashOf('own()')]})).toEqual([])
  })

  test('has files with the headers for hosts, and nothing else', async () => {
    await write('/docs-site/')
    expect(readdirSync(folder).sort()).toEqual(['.htaccess', '_headers', 'a', 'c.html', 'headers.nginx.conf', 'index.html'])
    expect(read('_headers')).toMatch(/^\/docs-site\/\*\n {2}Content-Security-Policy: default-src .*; frame-ancestors 'none'; /)
    expect(read('headers.nginx.conf')).toMatch(/^add_header Content-Security-Policy "default-src [^"]*" always;\n/)
    expect(read('.htaccess')).toContain('\n  Header always set X-Content-Type-Options "nosniff"\n')
  })

  test('is the same for the same pages, in whatever order they were written', async () => {
    await write()
    const [first, headers] = [read('index.html'), read('_headers')]
    rmSync(folder, {recursive: true})
    put('c.html', '<script>one()</script>')
    put('a/b.html', '<script>two()</script>')
    put('index.html', `${HEAD}<script>one()</script></head><body style="width:1%"></body></html>`)
    await write()
    expect([read('index.html'), read('_headers')]).toEqual([first, headers])
  })

  test('with an event handler is not published: the message names each place', async () => {
    put('a/b.html', `${HEAD}</head><body><p onclick=x()>`)
    await expect(write()).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: Built pages hold scripts that no policy allows; expected event handlers in components and addresses that are no code:
      a/b.html:1:77 <p onclick="x()">]
    `)
    expect(read('index.html')).not.toContain('Content-Security-Policy')
  })

  test('with more inline scripts than a header holds is not published', async () => {
    put('index.html', HEAD + Array.from({length: 40}, (_, n) => `<script>f(${n})</script>`).join(''))
    await expect(write()).rejects.toThrow(/has \d+ characters, expected at most 2000: 43 sources of scripts/)
  })

  test('is written by the plugin, which says what it refuses', async () => {
    const {postBuild} = plugin({siteDir} as never, {id: 'default', allow: {'img-src': ['https://images.example.com']}})
    const made = {
      siteConfig: {baseUrlIssueBanner: true, future: {faster: {swcHtmlMinimizer: false}}},
    }
    const build = async (): Promise<void> => postBuild?.({outDir: folder, baseUrl: '/', ...made} as never)
    const warned = vi.spyOn(logger, 'warn').mockImplementation(() => undefined)
    put('a/b.html', `${HEAD}</head><body><div id="__docusaurus"><p>a<script>own()</script></div>`)
    await build()
    expect(read('index.html')).toContain("img-src 'self' data: https://images.example.com;")
    expect(warned.mock.calls).toEqual([
      [
        `The Content-Security-Policy stops inline scripts of pages' content; expected scripts in files of the site, or their hashes in the option "allow": {"script-src": […]}:\na/b.html:1:104 <script>own() (${hashOf('own()')})`,
      ],
    ])
    put('a/b.html', '<p onclick=x()>')
    await expect(build()).rejects.toThrow('a/b.html:1:1 <p onclick="x()">')
  })
})

test('options add sources, and are checked', async () => {
  const validate = (options: object) => validateOptions({validate: normalizePluginOptions as never, options})
  expect(validate({})).toEqual({id: 'default', allow: {}})
  put('index.html', HEAD)
  await write('/', {'img-src': ['https://images.example.com'], 'frame-src': ["'self'"], 'form-action': ["'self'"]})
  expect(read('_headers')).toContain("img-src 'self' data: https://images.example.com; ")
  expect(read('_headers')).toContain("form-action 'self'; ")
  expect(read('_headers')).toContain("; frame-src 'self'\n")
  expect(() => validate({allow: {'img-src': ['a; script-src *']}})).toThrow('one source')
})
