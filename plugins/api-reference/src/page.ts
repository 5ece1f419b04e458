import type {DeclarationReflection} from 'typedoc'
import {stringify} from 'yaml'
import type {Entry} from './options.ts'
import {summary} from './project.ts'

/** What TypeDoc hands over for each page. */
export interface Rendered {
  /** Below the output folder: `status.md`, `components/PlanBar.md`. */
  readonly url: string
  readonly contents: string
  readonly model: Pick<DeclarationReflection, 'name' | 'children'>
}

const INDEX = {
  title: 'API reference',
  description: 'Every public name of the plugins behind this site: options, types, components and their properties.',
  sidebar_label: 'API of the plugins',
  sidebar_position: 0,
}

const INTRODUCTION = `What a site that uses the plugins, or a script that reads their output, may rely on. A name that is not here may change at any time.

These pages are made by TypeDoc from the TypeScript sources and their comments while the site is built, and again when the sources change: nobody edits them. "Defined in" names the file and line of the source.
`

/** The page as the docs plugin reads it: front matter, and the body without its first heading, which is the title. */
export function toPage({url, contents, model}: Rendered, entries: readonly Entry[]): string {
  const path = url.replace(/\.md$/, '').replace(/\/index$/, '')
  if (path === 'index') return join(INDEX, `${INTRODUCTION}\n${entryTable(entries, contents)}`)
  const entry = entries.find(({page}) => page === path)
  if (entry === undefined) return componentSection(model, contents)
  const {title, description} = entry
  const components = (model.children ?? []).filter(({name}) => contents.includes(`(${name}.md)`))
  const body = components.length === 0 ? tidy(contents) : componentTable(components)
  return join({title, description, sidebar_position: entries.indexOf(entry) + 1}, `${description}\n\n${body}`)
}

/** A component, as a section of its entry's page: what it is, how it is imported, its properties, and the types that only it has. */
function componentSection({name, children}: Rendered['model'], contents: string): string {
  const description = summary(children?.find((child) => child.name === name))
  const use = `\`\`\`tsx\nimport ${name} from '@theme/${name}'\n\`\`\``
  const parts = tidy(contents)
    .split(/^(?=## )/m)
    // Its signature says no more than its properties.
    .filter((part) => !part.startsWith(`## ${name}()`))
    .sort((a, b) => Number(b.startsWith('## Props\n')) - Number(a.startsWith('## Props\n')))
    // Its properties need no heading of their own; the types that only it has stand below it.
    .map((part) =>
      part
        .replace(/^## Props\n+/, '')
        .replace(/^### Properties\n+/m, '')
        .replace(/^##/gm, '###'),
    )
    .map((part) => part.trim())
  const anchored = parts.join('\n\n').replaceAll('<a id="', `<a id="${name.toLowerCase()}-`)
  // TypeDoc wrote it one folder lower.
  return [`## ${name}`, description, use, anchored].filter(Boolean).join('\n\n').replaceAll('](../', '](')
}

/** The entries in their order; `links` is TypeDoc's own list. */
function entryTable(entries: readonly Entry[], links: string): string {
  const rows = entries.map(({page, title, description}) => {
    if (!links.includes(`(${page}.md)`) && !links.includes(`(${page}/index.md)`)) throw new Error(`TypeDoc made no page of ${page}`)
    return `| [${title}](${page}.md) | ${description} |`
  })
  return ['| page | what |', '| --- | --- |', ...rows].join('\n')
}

function componentTable(components: readonly DeclarationReflection[]): string {
  const rows = components.map(
    ({name, children}) => `| [${name}](#${name.toLowerCase()}) | ${summary(children?.find((one) => one.name === name))} |`,
  )
  return ['| component | what |', '| --- | --- |', ...rows].join('\n')
}

/** TypeDoc's Markdown on our terms: no title, no rules between names, and places as text, because no host of the sources is known. */
function tidy(contents: string): string {
  return contents
    .replace(/^# .*\n+/, '')
    .replace(/^\*\*\*\n+/gm, '')
    .replace(/^Defined in: \[([^\]]+)\]\([^)]*\)$/gm, 'Defined in `$1`.')
}

/** Nobody edits a generated page, so it offers no such link. The outline names what can be looked up, and not each list of properties. */
const join = (front: Readonly<Record<string, unknown>>, body: string): string =>
  `---\n${stringify({...front, custom_edit_url: null, toc_max_heading_level: 2}, {lineWidth: 0})}---\n\n${body.trimEnd()}\n`
