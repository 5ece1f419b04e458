import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {parse as parseCsv} from 'csv-parse/sync'
import {SaxesParser} from 'saxes'
import {find} from '../tools.mjs'

// Readers that are programs of their own: too slow for each plan of a test, and asked at night for many files at once.

/** A file of a plan, by the name of the plan. */
export interface Named {
  readonly name: string
  readonly body: string
}
type Complaint = string

const GRAMMAR = fileURLToPath(new URL('../../plugins/action-plan/src/fixtures/atom.rng', import.meta.url))
/** A command line has an end. */
const AT_ONCE = 200

/** Writes files into a folder of their own, does something with their paths, and takes them away. */
function inFolder<T>(files: readonly Named[], ending: string, work: (folder: string, paths: readonly string[]) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'foreign-'))
  try {
    const paths = files.map(({body}, index) => {
      const path = join(folder, `${index}.${ending}`)
      writeFileSync(path, body)
      return path
    })
    return work(folder, paths)
  } finally {
    rmSync(folder, {recursive: true, force: true})
  }
}
const nameOf = (files: readonly Named[], line: string): string => files[Number(/(\d+)\.\w+/.exec(line)?.[1] ?? -1)]?.name ?? ''

/** What libxml2 says of feeds by the grammar of RFC 4287. */
export function feedsByGrammar(files: readonly Named[]): readonly Complaint[] {
  if (find('xmllint') === null) return ['not tried: xmllint is missing. Fix: apt-get install --no-install-recommends libxml2-utils']
  return inFolder(files, 'xml', (_, paths) => {
    const found: string[] = []
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const {status, stderr} = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', GRAMMAR, ...paths.slice(from, from + AT_ONCE)], {
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      })
      if (status === 0) continue
      found.push(...stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates')))
    }
    return found.map((line) => `${nameOf(files, line)}: feed.xml: ${line}`)
  })
}

/** What a spreadsheet has in its cells: the text of each, and whether one is computed. */
interface Sheet {
  readonly rows: readonly (readonly string[])[]
  readonly formulas: number
}

/** Reads the flat file of a spreadsheet. */
function sheetOf(text: string): Sheet {
  const rows: string[][] = []
  let formulas = 0
  let cell: {text: string; times: number} | null = null
  let times = 1
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => {
    const repeated = (kind: string): number => Number(attributes[`table:number-${kind}-repeated`] ?? 1)
    if (name === 'table:table-row') {
      times = repeated('rows')
      rows.push([])
    }
    if (name === 'table:table-cell') cell = {text: '', times: repeated('columns')}
    if (attributes['table:formula'] !== undefined) formulas++
    if (cell === null) return
    if (name === 'text:p' && cell.text !== '') cell.text += '\n'
    if (name === 'text:s') cell.text += ' '.repeat(Number(attributes['text:c'] ?? 1))
    if (name === 'text:tab') cell.text += '\t'
    if (name === 'text:line-break') cell.text += '\n'
  })
  parser.on('text', (part) => void (cell === null ? null : (cell.text += part)))
  parser.on('closetag', ({name}) => {
    if (name === 'table:table-cell' && cell !== null) {
      // What stands behind the last column is one cell, a thousand times.
      for (let at = 0; at < Math.min(cell.times, 200); at++) rows.at(-1)?.push(cell.text)
      cell = null
    }
    if (name === 'table:table-row' && times > 1000) rows.pop()
  })
  parser.write(text).close()
  return {rows, formulas}
}

/** What LibreOffice makes of tables: nothing is computed, and each cell of text is the one that was written. */
export function tablesInOffice(files: readonly Named[]): readonly Complaint[] {
  const office = find('soffice', 'libreoffice')
  if (office === null) return ['not tried: LibreOffice is missing. Fix: apt-get install --no-install-recommends libreoffice-calc-nogui']
  return inFolder(files, 'csv', (folder, paths) => {
    const out = join(folder, 'out')
    mkdirSync(out)
    const found: string[] = []
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      // Commas, quotation marks, UTF-8, from the first row, every column as text: what a person takes who opens a table of words.
      const filter = 'Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false'
      const {status, stderr} = spawnSync(
        office,
        [
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--headless',
          `--infilter=${filter}`,
          '--convert-to',
          'fods',
          '--outdir',
          out,
          ...paths.slice(from, from + AT_ONCE),
        ],
        {encoding: 'utf8', maxBuffer: 1 << 28},
      )
      if (status !== 0) found.push(`LibreOffice ended with ${String(status)}: ${stderr.slice(0, 300)}`)
    }
    for (const [index, {name, body}] of files.entries()) {
      const path = join(out, `${index}.fods`)
      found.push(
        ...(existsSync(path) ? tableFaults(body, sheetOf(readFileSync(path, 'utf8'))) : ['LibreOffice read nothing']).map(
          (line) => `${name}: ${line}`,
        ),
      )
    }
    return found
  })
}

/** Where a table is not the one that was written. Numbers and dates are shown as the country of a reader has them. */
function tableFaults(body: string, {rows, formulas}: Sheet): readonly Complaint[] {
  const written = parseCsv(body, {bom: true}) as readonly (readonly string[])[]
  // The file that LibreOffice writes cannot hold the two characters that are none.
  const even = (text: string): string =>
    text
      .replace(/[\uFFFE\uFFFF]/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  const isWord = (text: string): boolean => /\p{L}/u.test(text) && !/^(?:true|false)$/i.test(text) && !/\d[eE][+-]?\d/.test(text)
  const filled = rows.filter((row) => row.some((cell) => cell !== ''))
  return [
    ...(formulas === 0 ? [] : [`${formulas} cells are computed`]),
    ...(filled.length === written.length ? [] : [`${filled.length} rows, expected ${written.length}`]),
    ...written.flatMap((row, line) =>
      row.flatMap((cell, column) => {
        const shown = filled[line]?.[column] ?? ''
        return isWord(cell) && even(shown) !== even(cell)
          ? [`row ${line + 1}, column ${column + 1}: ${JSON.stringify(shown.slice(0, 60))}, expected ${JSON.stringify(cell.slice(0, 60))}`]
          : []
      }),
    ),
  ]
}
