import type {EvidenceFacts} from '../../model/tool-report.ts'
import {FORMATS, readAs, ROOTS} from './formats.ts'
import {parseJson} from './json.ts'
import {START, Unreadable, WRITE_AGAIN} from './unreadable.ts'
import {parseXml, prologEnd} from './xml.ts'

/** What a report says, by what it contains; its name is never looked at. Does not throw: what cannot be read is facts too. */
export function readEvidence(given: string): EvidenceFacts {
  const text = given.startsWith('\uFEFF') ? given.slice(1) : given
  try {
    refuseEncoding(text)
    return isJson(text) ? ofJson(text) : isXml(text) ? ofXml(text) : ofText(text)
  } catch (error) {
    if (error instanceof Unreadable) return error.facts
    return new Unreadable(START, `unexpected content: ${String(error).slice(0, 200)}`, WRITE_AGAIN).facts
  }
}

function refuseEncoding(text: string): void {
  if (text.trim() === '')
    throw new Unreadable(START, 'the file is empty, expected a report', 'see why the tool wrote nothing; its log usually says it')
  const odd = text.search(/[\0\uFFFD]/)
  if (odd === -1) return
  const before = text.slice(0, odd).split('\n')
  const place = {line: before.length, column: (before.at(-1) as string).length + 1}
  throw text.slice(0, 200).includes('\0')
    ? new Unreadable(
        place,
        'unexpected NUL character, as UTF-16 has them; expected UTF-8',
        'save the file as UTF-8 (in PowerShell: Out-File -Encoding utf8)',
      )
    : new Unreadable(
        place,
        `unexpected ${text[odd] === '\0' ? 'NUL' : 'replacement'} character: bytes here are not UTF-8`,
        'save the file as UTF-8',
      )
}

/** JSON of an object or a list; what starts like a section of TOML or INI is not. */
const isJson = (text: string): boolean => /^\s*(?:\{\s*(?:["}]|$)|\[[[\s]*(?:[{"\]\d-]|(?:true|false|null)\s*[,\]]|$))/.test(text)

const isXml = (text: string): boolean => {
  const start = prologEnd(text)
  return (
    text.trimStart().startsWith('<?xml') ||
    STARTS.test(text.slice(start, start + 100)) ||
    /^<!DOCTYPE(?!\s+html)/i.test(text.slice(start, start + 20))
  )
}

const STARTS = new RegExp(`^<(?:[\\w.-]+:)?(?:${ROOTS.join('|')})(?=[\\s/>]|$)`)

function ofJson(text: string): EvidenceFacts {
  const value = parseJson(text)
  return readAs(FORMATS.json, value) ?? {kind: 'json', format: 'JSON', tool: 'JSON', at: null, commit: null, value}
}

const ofXml = (text: string): EvidenceFacts => readAs(FORMATS.xml, parseXml(text)) ?? plain(text)

const ofText = (text: string): EvidenceFacts => readAs(FORMATS.text, text) ?? plain(text)

const plain = (text: string): EvidenceFacts => ({kind: 'text', format: 'text', tool: 'text', at: null, commit: null, text})
