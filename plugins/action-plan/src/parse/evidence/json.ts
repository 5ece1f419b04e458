// The one door to the JSON library, jsonc-parser: nothing else imports it. It says where in the text a value stands.
import {printParseErrorCode, visit} from 'jsonc-parser'
import type {Place} from '../../model/place.ts'
import {START, Unreadable, WRITE_AGAIN} from './unreadable.ts'

const MAX_JSON_DEPTH = 100

/** Where each object and list that was read stands; a side table, so that values stay plain JSON. */
const PLACES = new WeakMap<object, Place>()

/** Where an object or list of a report stands; for any other value, the report's start. */
export function placeOf(value: unknown): Place {
  return (typeof value === 'object' && value !== null ? PLACES.get(value) : undefined) ?? START
}

const EXPECTED: Readonly<Partial<Record<ReturnType<typeof printParseErrorCode>, string>>> = {
  InvalidNumberFormat: 'a number',
  PropertyNameExpected: 'a name in double quotes',
  ValueExpected: 'a value',
  ColonExpected: '":"',
  CommaExpected: '","',
  CloseBraceExpected: '"}"',
  CloseBracketExpected: '"]"',
  EndOfFileExpected: 'the end of the file',
  UnexpectedEndOfString: 'the end of a text (")',
  UnexpectedEndOfNumber: 'a number',
  InvalidUnicode: 'four hexadecimal digits',
  InvalidEscapeCharacter: 'a character that may be escaped',
  InvalidCharacter: 'an escaped control character',
}

/** Strict JSON → plain values whose places are known. */
export function parseJson(text: string): unknown {
  let root: unknown
  const open: {readonly value: Record<string, unknown> | unknown[]; name: string}[] = []
  const add = (value: unknown): void => {
    const parent = open.at(-1)
    if (parent === undefined) root = value
    else if (Array.isArray(parent.value)) parent.value.push(value)
    // A name such as "__proto__" is a name like any other.
    else Object.defineProperty(parent.value, parent.name, {value, enumerable: true, configurable: true, writable: true})
  }
  const begin = (value: Record<string, unknown> | unknown[], line: number, column: number): void => {
    const place = {line: line + 1, column: column + 1}
    if (open.length === MAX_JSON_DEPTH)
      throw new Unreadable(
        place,
        `unexpected nesting, expected at most ${MAX_JSON_DEPTH} levels`,
        'no known tool nests like this: use the report of another',
      )
    PLACES.set(value, place)
    add(value)
    open.push({value, name: ''})
  }
  visit(
    text,
    {
      onObjectBegin: (_, __, line, column) => begin({}, line, column),
      onArrayBegin: (_, __, line, column) => begin([], line, column),
      onObjectProperty: (name) => {
        const parent = open.at(-1)
        if (parent !== undefined) parent.name = name
      },
      onLiteralValue: add,
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onError: (code, offset, length, line, column) => {
        const found =
          offset >= text.trimEnd().length
            ? 'the end of the file'
            : JSON.stringify(text.slice(offset, offset + Math.min(Math.max(length, 1), 20)))
        throw new Unreadable(
          {line: line + 1, column: column + 1},
          `unexpected ${found}, expected ${EXPECTED[printParseErrorCode(code)] ?? 'a value'}`,
          WRITE_AGAIN,
        )
      },
    },
    {disallowComments: true},
  )
  return root
}
