import type {FIELD_ROWS} from '../src/fields/fields.ts'
import type {FIELD_WORDS, labelsOf} from '../src/fields/words.ts'
import type {LANGUAGES} from '../src/lexicon/lexicon.ts'

interface Rows {
  readonly FIELD_ROWS: typeof FIELD_ROWS
  readonly FIELD_WORDS: typeof FIELD_WORDS
  readonly labelsOf: typeof labelsOf
  readonly LANGUAGES: typeof LANGUAGES
}

/** The page with the parts that follow from the rows. The words around them are written by hand. */
export function fieldsPage(text: string, {FIELD_ROWS, FIELD_WORDS, labelsOf, LANGUAGES}: Rows): string {
  const [english, ...others] = LANGUAGES
  const words = (list: readonly string[]): string => list.join(', ')
  const field = ({name, label}: Rows['FIELD_ROWS'][number]): string => {
    const {says, value, more} = FIELD_WORDS[name]
    const labels = labelsOf(name, english).map((one) => `\`${one}\``)
    return [
      `### ${label}`,
      value === '' ? says : `${says} Value: ${value}.`,
      ...(more === undefined ? [] : [more]),
      `Labels: ${words(labels)}.`,
    ].join('\n\n')
  }
  const language = (one: Rows['LANGUAGES'][number]): string => {
    const cells: readonly (readonly [string, readonly string[]])[] = [
      ...FIELD_ROWS.map(({name, label}) => [label.toLowerCase(), labelsOf(name, one)] as const),
      ['due or timeline', one.labels.term],
      ...Object.entries(one.priorities).map(([rank, cell]) => [`priority ${rank}`, cell] as const),
      ...Object.entries(one.states).map(([state, cell]) => [`status ${state === 'inProgress' ? 'in progress' : state}`, cell] as const),
      ['none', one.nothing],
      ['day', one.units.day],
      ['week', one.units.week],
      ['December', one.months[11]],
    ]
    const rows = cells.map(([cell, list]) => `| ${cell} | \`${words(list)}\` |`)
    return [`### ${one.name}`, ['| meaning | words |', '| --- | --- |', ...rows].join('\n')].join('\n\n')
  }
  const filled = replaced(text, 'Fields', FIELD_ROWS.map(field))
  return replaced(filled, 'Languages', others.map(language)).replace(
    /(?<=^A plan may be written in ).*?(?=, or mix them)/m,
    listed(LANGUAGES.map(({name}) => name)),
  )
}

/** "A, B or C". */
const listed = (words: readonly string[]): string => `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`

/** The third-level headings of a part of a page, and what is under them, are those given. */
function replaced(text: string, title: string, parts: readonly string[]): string {
  const start = text.indexOf(`\n## ${title}\n`)
  const from = text.indexOf('\n### ', start + 1)
  const to = text.indexOf('\n## ', start + 1)
  if (start === -1 || from === -1 || to < from) throw new Error(`fields.md: expected a part "## ${title}" with headings of the third level`)
  return `${text.slice(0, from + 1)}${parts.join('\n\n')}\n${text.slice(to)}`
}
