// The one door to the feed library. It writes titles and contents as HTML and does not escape them: every text passes `html`.
import {Feed} from 'feed'
import type {DayChanges, History, Unavailable} from '../../model/history.ts'
import type {Output} from '../../model/output.ts'
import type {Report} from '../../model/report.ts'
import {escapeHtml, visible} from '../../model/text.ts'
import {changeHeading, changeText, countText, grouped, withoutNotes} from '../words/changes.ts'
import {unavailableText} from '../words/unavailable.ts'
import {ENGLISH} from '../words/words.ts'

/** Where a feed stands. Addresses are absolute, for feeds are read elsewhere. */
export interface FeedSite {
  readonly title: string
  /** The page that an entry leads to. */
  readonly page: string
  /** The feed's own address. */
  readonly self: string
  /** What makes ids differ from those of other plans: the plan's path. */
  readonly path: string
  /** ISO time that the feed has when nothing changed yet. */
  readonly updated: string
  /** A long hexadecimal name of a text, the same for the same text. */
  digest(text: string): string
}

/** Characters that XML 1.0 does not have, beside control characters. */
const FORBIDDEN = /[\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g
const plain = (text: string): string => visible(text).replace(FORBIDDEN, '\uFFFD')
const html = (text: string): string => escapeHtml(plain(text))

/** A name that stays the same wherever the site is served. */
function urn({path, digest}: FeedSite, day = ''): string {
  const hex = digest(`${path}\0${day}`)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** One entry for each day that changed the plan, newest first; the times are those of the commits. */
export function toFeed(history: History | Unavailable, site: FeedSite): string {
  const days =
    history.state === 'available'
      ? history.days.map((day) => ({...day, changes: withoutNotes(day.changes)})).filter(({changes}) => changes.length > 0)
      : []
  const updated = [...days.map(({at}) => at), ...(days.length === 0 ? [site.updated] : [])]
    .map((at) => new Date(at))
    .sort((a, b) => b.getTime() - a.getTime())[0] as Date
  const feed = new Feed({
    title: plain(`Changes of ${site.title}`),
    id: urn(site),
    link: site.page,
    feedLinks: {atom: site.self},
    updated,
    generator: 'docusaurus-plugin-action-plan',
    copyright: '',
    author: {name: plain(site.title)},
    ...(history.state === 'unavailable' ? {description: plain(unavailableSentence(history))} : {}),
  })
  for (const day of days) feed.addItem(entry(day, site))
  return `${feed.atom1()}\n`
}

function unavailableSentence({cause}: Unavailable): string {
  const {reason, fix} = unavailableText(ENGLISH, cause)
  return `History is unavailable: ${reason} (${fix})`
}

function entry({day, at, commits, changes}: DayChanges, site: FeedSite): Parameters<Feed['addItem']>[0] {
  const list = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
  const blocks = grouped(changes).map(
    ([kind, own]) => `<h3>${html(changeHeading(ENGLISH, kind))}</h3>${list(own.map((change) => html(changeText(ENGLISH, change))))}`,
  )
  const by = list(commits.map(({commit, author, subject}) => `${html(commit.slice(0, 7))} ${html(author)}: ${html(subject)}`))
  return {
    title: html(`${day}: ${countText(ENGLISH, changes)}`),
    id: urn(site, day),
    link: `${site.page}#day-${day}`,
    date: new Date(at),
    published: new Date(at),
    author: [...new Set(commits.map(({author}) => author))].map((name) => ({name: plain(name)})),
    content: `${blocks.join('')}<h3>Commits</h3>${by}`,
  }
}

/** Where a plan's files are served: `root` is absolute and ends with a slash, pages are below `routeBasePath`. */
export interface Served {
  readonly root: string
  readonly routeBasePath: string
  /** A long hexadecimal name of a text, the same for the same text. */
  digest(text: string): string
}

/** The feed as a served file. */
export function feedOutput(
  history: History | Unavailable,
  {title, source, statusDate}: Pick<Report, 'title' | 'source' | 'statusDate'>,
  {root, routeBasePath, digest}: Served,
): Output {
  const at = (page: string): string => new URL(`${routeBasePath}/${page}`, root).href
  const site: FeedSite = {
    title,
    page: at('history'),
    self: at('feed.xml'),
    path: source.path,
    updated: source.committedAt ?? `${statusDate}T00:00:00Z`,
    digest,
  }
  return {path: `${routeBasePath}/feed.xml`, type: 'application/atom+xml; charset=utf-8', body: visible(toFeed(history, site))}
}
