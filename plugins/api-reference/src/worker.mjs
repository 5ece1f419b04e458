// Writes the pages: reads a Job from standard input and runs docusaurus-plugin-typedoc with it. Started by generated.ts.
import {writeFile} from 'node:fs/promises'
import {join, resolve} from 'node:path'
import {text} from 'node:stream/consumers'
import {createJiti} from 'jiti'
import typedocPlugin from 'docusaurus-plugin-typedoc'
import {Converter, ReflectionKind} from 'typedoc'
import {MarkdownPageEvent} from 'typedoc-plugin-markdown'

const {name, prune, undocumented} = await createJiti(import.meta.url).import('./project.ts')
const {gather} = await createJiti(import.meta.url).import('./gather.ts')
const {toPage} = await createJiti(import.meta.url).import('./page.ts')

/** @type {import('./job.ts').Job} */
const {siteDir, presets, folder, tsconfig, entries} = JSON.parse(await text(process.stdin))

let found = null
/** @param {import('typedoc').Application} app */
function selectAndName(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({project}) => prune(project))
  app.converter.on(Converter.EVENT_RESOLVE_END, ({project}) => {
    name(project, entries, ReflectionKind)
    found = undocumented(project, ReflectionKind)
  })
  app.renderer.on(MarkdownPageEvent.END, (page) => void (page.contents = toPage(page, entries)))
}

await typedocPlugin(
  {siteDir, siteConfig: {presets}},
  {
    entryPoints: entries.map(({file}) => resolve(siteDir, file)),
    tsconfig,
    out: join(folder, 'pages'),
    plugin: [selectAndName],
    name: 'API reference',
    readme: 'none',
    entryFileName: 'index.md',
    router: 'module',
    basePath: siteDir,
    displayBasePath: siteDir,
    disableGit: true,
    sourceLinkTemplate: '{path}',
    // Comments are text: Markdown and no more.
    sanitizeComments: true,
    useCodeBlocks: true,
    expandObjects: true,
    hideGroupHeadings: true,
    hideBreadcrumbs: true,
    hidePageHeader: true,
    sort: ['source-order'],
    sortEntryPoints: false,
    parametersFormat: 'table',
    interfacePropertiesFormat: 'table',
    typeAliasPropertiesFormat: 'table',
    typeDeclarationFormat: 'table',
    propertyMembersFormat: 'table',
    tableColumnSettings: {hideModifiers: true, hideSources: true},
    sidebar: {autoConfiguration: false},
    // `npm run typecheck` finds errors of types, with better words.
    skipErrorChecking: true,
    logLevel: 'Warn',
  },
)
if (found === null) process.exitCode = 1
else {
  await gather(join(folder, 'pages'), entries)
  await writeFile(join(folder, 'undocumented.json'), JSON.stringify(found))
}
