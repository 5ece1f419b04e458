import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {HEALTH_WORDS} from '../view/words/wording.ts'
import {MESSAGES, messagesFor} from './locale.ts'

const ROOMS = ['theme', 'hooks', 'labels'].map((room) => fileURLToPath(new URL(`../${room}`, import.meta.url)))

/** What the components say, by id. */
const said = new Map<string, Set<string>>()
const files = ROOMS.flatMap((room) => readdirSync(room, {recursive: true, encoding: 'utf8'}).map((name) => join(room, name)))
for (const file of files.filter((name) => /\.tsx?$/.test(name))) {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(/<Translate\s+id="([^"]+)"(?:\s+values=\{\{.*?\}\})?\s*>\s*(?:\{\s*')?([^<]+?)(?:'\s*\})?\s*<\/Translate>/gs),
    ...text.matchAll(/translate\(\s*\{\s*id: '([^']+)',\s*message: '((?:[^'\\]|\\.)*)'/g),
  ]
  // A call that is written in another way would be missed here, and by Docusaurus' own extraction.
  expect(found, file).toHaveLength((text.match(/<Translate\b|\btranslate\(\s*\{/g) ?? []).length)
  for (const [, id = '', message = ''] of found) said.set(id, (said.get(id) ?? new Set()).add(message.replace(/\s+/g, ' ')))
}

test('one id, one text; and English is what the components say', () => {
  expect(said.size).toBeGreaterThan(30)
  expect([...said].filter(([, texts]) => texts.size > 1)).toEqual([])
  expect(MESSAGES['en']).toEqual(Object.fromEntries([...said].sort().map(([id, texts]) => [id, [...texts][0]])))
})

test.each(Object.keys(MESSAGES))('%s has every text, with the same placeholders', (locale) => {
  const own = MESSAGES[locale] ?? {}
  const holes = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort()
  expect(Object.keys(own)).toEqual(Object.keys(MESSAGES['en'] ?? {}))
  for (const [id, text] of Object.entries(own)) expect(holes(text), id).toEqual(holes(MESSAGES['en']?.[id] ?? ''))
})

test('the words for health are those of the command line and of status.json', () => {
  for (const [health, word] of Object.entries(HEALTH_WORDS)) expect(MESSAGES['en']?.[`plan.health.${health}`]).toBe(word)
})

test('a locale takes its own texts, else those of its language, else none', () => {
  expect(messagesFor('de-AT')['plan.health.late']).toBe('verspätet')
  expect(messagesFor('en-GB')).toEqual({})
  expect(messagesFor('fr')).toEqual({})
})
