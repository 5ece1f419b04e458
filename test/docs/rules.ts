import type {Page} from './page.ts'
import type {Finding} from './problem.ts'
import {assumptions} from './rules/assumptions.ts'
import {admonitions, directives, unclosedFence} from './rules/blocks.ts'
import {empty, unseen, utf8} from './rules/bytes.ts'
import {checkWords} from './rules/check-words.ts'
import {diagrams} from './rules/diagrams.ts'
import {frontMatter} from './rules/front-matter.ts'
import {linkTarget, urlScheme} from './rules/links.ts'
import {emptySections, messageParts, requiredSections} from './rules/sections.ts'
import {secrets, unfinished} from './rules/words.ts'
import type {Site} from './site.ts'

/** Pages that may be MDX, which is a program: each was read for what it runs. */
const MDX_PAGES: readonly string[] = [
  // Shows the table of runbooks, made from their results.
  'docs/runbooks/index.mdx',
]

function mdx({path}: Page): Finding[] {
  if (!path.endsWith('.mdx') || MDX_PAGES.includes(path)) return []
  return [{line: 1, column: 1, reason: 'an .mdx page runs code while the site is built', fix: 'rename it to .md, or add it to MDX_PAGES after review'}]
}

/** Every rule of this project's own: what markdownlint and cspell cannot know. `everywhere` also holds for the plan, which is not ours to style. */
export const RULES: readonly {readonly name: string; readonly everywhere?: true; readonly check: (page: Page, site: Site) => readonly Finding[]}[] = [
  {name: 'utf8', everywhere: true, check: utf8},
  {name: 'unseen-sign', everywhere: true, check: unseen},
  {name: 'empty-page', everywhere: true, check: empty},
  {name: 'mdx', everywhere: true, check: mdx},
  {name: 'unclosed-fence', everywhere: true, check: unclosedFence},
  {name: 'url-scheme', everywhere: true, check: urlScheme},
  {name: 'secret', everywhere: true, check: secrets},
  {name: 'front-matter', check: frontMatter},
  {name: 'sections', check: requiredSections},
  {name: 'empty-section', check: emptySections},
  {name: 'messages', check: messageParts},
  {name: 'unfinished', check: unfinished},
  {name: 'admonition', check: admonitions},
  {name: 'directive', check: directives},
  {name: 'link', check: linkTarget},
  {name: 'assumption', check: assumptions},
  {name: 'diagram', check: diagrams},
  {name: 'check-word', check: checkWords},
]
