import {label} from '../../model/label.ts'
import {filledOf} from '../../model/number.ts'
import type {Health} from '../../model/health.ts'
import type {Report} from '../../model/report.ts'
import {escapeHtml, visible} from '../../model/text.ts'
import {urgent} from '../../model/urgent.ts'
import {lateIn, percentIn} from '../words/numbers.ts'
import {healthTerm} from '../words/states.ts'
import {againstEnd, verdictTerm, verdictText} from '../words/verdict.ts'
import {ENGLISH, type Wording} from '../words/words.ts'
import {HEALTH_COLORS} from './badge.ts'
import {columnsOf, cutToColumns} from './columns.ts'

/** A plan in a few lines, for pages elsewhere. Its texts have no control character and no line end. */
export interface Card {
  readonly title: string
  readonly health: Health
  /** "Off track". */
  readonly verdict: string
  readonly because: string
  readonly done: number
  readonly tasks: number
  /** "17 %". */
  readonly percent: string
  /** "15 of 88 tasks done". */
  readonly counts: string
  /** When it will be done: forecast and planned end; fewer where nobody can say. */
  readonly ends: readonly string[]
  /** "Worst: 2.1 Credential Management, 16 weeks late, @dee"; null when nothing is late or at risk. */
  readonly worst: string | null
  /** "As of 28 Nov 2026 (a1b2c3d)": a card tells how old it is. */
  readonly asOf: string
  readonly language: string
}

/** The card of a plan. */
export function cardOf(report: Report, words: Wording = ENGLISH): Card {
  const {say, day} = words
  const {totals, verdict, end, forecast, source, statusDate, title} = report
  const p50 = forecast?.p50 ?? null
  const ends = [
    ...(p50 === null ? [] : [`${say('plan.summary.forecast', 'Forecast (50 % likely)')}: ${day(p50)}`]),
    ...(end.planned === null
      ? []
      : [
          p50 === null
            ? `${say('plan.summary.end', 'Planned end')}: ${day(end.planned)}`
            : `${againstEnd(words, end.planned, p50)} (${day(end.planned)})`,
        ]),
  ]
  const commit = source.commit === null ? '' : ` (${source.commit.slice(0, 7)})`
  return {
    title: oneLine(title),
    health: verdict.health,
    verdict: verdictTerm(words, verdict.health),
    because: oneLine(verdictText(words, report)),
    done: totals.done,
    tasks: totals.tasks,
    percent: percentIn(words, totals.percent, totals.done),
    counts: say('plan.summary.tasks', '{done} of {tasks} tasks done', {done: totals.done, tasks: totals.tasks}),
    ends,
    worst: worstOf(report, words),
    asOf: `${say('build.card.asOf', 'As of {day}', {day: day(statusDate)})}${commit}`,
    language: say('plan.locale', 'en-GB'),
  }
}

/** What is late or at risk first, with how long and whose it is. */
function worstOf({sections, priorities}: Report, words: Wording): string | null {
  const [first] = urgent(
    sections.flatMap(({items}) => items.map((one) => ({...one, priority: one.item.priority}))),
    priorities.map(({id}) => id),
  )
  if (first === undefined) return null
  const {item, health, lateDays} = first
  const facts = [
    label(item),
    lateDays === null ? healthTerm(words, health) : lateIn(words, lateDays),
    ...item.owners.map((one) => `@${one}`),
  ]
  return oneLine(words.say('build.card.worst', 'Worst: {item}', {item: facts.join(', ')}))
}

const oneLine = (text: string): string =>
  visible(text)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const WIDTH = 480
const HEIGHT = 172
const INSET = 16
const INSIDE = WIDTH - 2 * INSET

/** A text as wide as it may be: a column of a terminal is about half as wide as the text is tall. */
const fitted = (text: string, width: number, size: number): string => cutToColumns(text, Math.floor(width / (size * 0.56)))

/** The card as SVG: accessible, without scripts, links, styles and typefaces; the same bytes for the same card. It has a ground of its own, for dark pages too. */
export function cardSvg(card: Card): string {
  const text = (x: number, y: number, size: number, words: string, more = ''): string =>
    `<text x="${x}" y="${y}" font-size="${size}"${more}>${escapeHtml(fitted(words, WIDTH - INSET - x, size))}</text>`
  const color = HEALTH_COLORS[card.health]
  const pill = Math.ceil(columnsOf(card.verdict) * 7.6) + 20
  const filled = card.tasks === 0 ? 0 : filledOf(card.done, card.tasks, INSIDE)
  const small = ' fill="#57606a"'
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(cardText(card))}" font-family="system-ui,-apple-system,Segoe UI,Helvetica,Arial,sans-serif" fill="#1f2328">`,
    `<title>${escapeHtml(cardText(card))}</title>`,
    `<rect x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8" fill="#fff" stroke="#d0d7de"/>`,
    text(INSET, 28, 16, card.title, ' font-weight="600"'),
    `<rect x="${INSET}" y="40" width="${pill}" height="22" rx="11" fill="${color}"/>`,
    `<text x="${INSET + pill / 2}" y="55.5" font-size="13" font-weight="600" text-anchor="middle" fill="#fff">${escapeHtml(card.verdict)}</text>`,
    text(INSET + pill + 8, 55.5, 13, card.because),
    `<rect x="${INSET}" y="74" width="${INSIDE}" height="8" rx="4" fill="#d0d7de"/>`,
    ...(filled === 0 ? [] : [`<rect x="${INSET}" y="74" width="${filled}" height="8" rx="4" fill="#1a7f37"/>`]),
    text(INSET, 101, 13, card.tasks === 0 ? card.percent : `${card.percent} · ${card.counts}`),
    text(INSET, 121, 13, card.ends.join(' · ')),
    text(INSET, 141, 13, card.worst ?? ''),
    text(INSET, 160, 11, card.asOf, small),
    '</svg>\n',
  ].join('')
}

/** All that a card says. */
function cardText({title, verdict, because, tasks, percent, counts, ends, worst, asOf}: Card): string {
  const parts = [`${title}: ${verdict}`, because, tasks === 0 ? percent : `${percent}, ${counts}`, ...ends, worst, asOf]
  return parts.filter((part) => part !== null && part !== '').join('. ')
}

/** How the page looks, in attributes: the policy of a site forbids style elements. Colours of the ground and of texts are the reader's. */
const STYLES = {
  html: 'font:14px/1.4 system-ui,sans-serif',
  body: 'margin:0;padding:12px 16px;overflow-wrap:anywhere',
  h1: 'margin:0 0 6px;font-size:16px',
  link: 'color:inherit',
  line: 'margin:4px 0',
  pill: 'display:inline-block;padding:0 10px;border-radius:11px;color:#fff;print-color-adjust:exact;background:',
  bar: 'width:100%;height:8px;accent-color:#1a7f37',
} as const

/** The card as a page of its own for a frame: no scripts, nothing to load. `page` is the address of the progress page; null where there is none. */
export function cardHtml(card: Card, page: string | null): string {
  const title = escapeHtml(card.title)
  const line = (text: string | null): string => (text === null || text === '' ? '' : `<p style="${STYLES.line}">${escapeHtml(text)}</p>\n`)
  const bar = `<progress style="${STYLES.bar}" max="${card.tasks}" value="${card.done}" aria-label="${escapeHtml(card.counts)}"></progress>\n`
  return `<!doctype html>
<html lang="${escapeHtml(card.language)}" style="${STYLES.html}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body style="${STYLES.body}">
<main>
<h1 style="${STYLES.h1}">${page === null ? title : `<a href="${escapeHtml(page)}" target="_blank" rel="noopener" style="${STYLES.link}">${title}</a>`}</h1>
<p style="${STYLES.line}"><b style="${STYLES.pill}${HEALTH_COLORS[card.health]}">${escapeHtml(card.verdict)}</b> ${escapeHtml(card.because)}</p>
${card.tasks === 0 ? '' : bar}${line(card.tasks === 0 ? card.percent : `${card.percent} · ${card.counts}`)}${line(card.ends.join(' · '))}${line(card.worst)}<p style="${STYLES.line}"><small>${escapeHtml(card.asOf)}</small></p>
</main>
</body>
</html>
`
}
