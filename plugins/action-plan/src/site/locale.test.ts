import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {MESSAGES, messagesFor, wordsFor} from './locale.ts'

const ROOMS = ['theme', 'hooks', 'labels', 'view', 'site'].map((room) => fileURLToPath(new URL(`../${room}`, import.meta.url)))
const ENGLISH = MESSAGES['en'] ?? {}

/** What the code says, by id. */
const said = new Map<string, Set<string>>()
const files = ROOMS.flatMap((room) => readdirSync(room, {recursive: true, encoding: 'utf8'}).map((name) => join(room, name)))
for (const file of [...files, fileURLToPath(new URL('../index.ts', import.meta.url))].filter(
  (name) => /\.tsx?$/.test(name) && !/\.test\./.test(name),
)) {
  const text = readFileSync(file, 'utf8')
  const found = [
    ...text.matchAll(/<Translate\s+id="([^"]+)"(?:\s+values=\{\{.*?\}\})?\s*>\s*(?:\{\s*')?([^<]+?)(?:'\s*\})?\s*<\/Translate>/gs),
    ...text.matchAll(/translate\(\s*\{\s*id: '([^']+)',\s*message: '((?:[^'\\]|\\.)*)'/g),
  ]
  // A call that is written in another way would be missed here, and by Docusaurus' own extraction.
  expect(found, file).toHaveLength((text.match(/<Translate\b|\btranslate\(\s*\{\s*id: /g) ?? []).length)
  const words = [...text.matchAll(/\b(?:say|plural|textOf)\(\s*'([^']+)',\s*(?:'((?:[^'\\]|\\.)*)'|"([^"]*)")/g)]
  expect(words, file).toHaveLength((text.match(/\b(?:say|plural)\(\s*['"`]|\btextOf\(\s*'/g) ?? []).length)
  words.push(...text.matchAll(/\['((?:plan|build)\.[^']+)', '((?:[^'\\]|\\.)*)'\]/g))
  for (const [, id = '', ...texts] of [...found, ...words]) {
    const message = (texts.find((one) => one !== undefined) ?? '').replaceAll("\\'", "'").replace(/\s+/g, ' ')
    said.set(id, (said.get(id) ?? new Set()).add(message))
  }
}

test('one id, one text; and English is what the code says', () => {
  expect(said.size).toBeGreaterThan(500)
  expect([...said].filter(([, texts]) => texts.size > 1)).toEqual([])
  expect(ENGLISH).toEqual(Object.fromEntries([...said].sort().map(([id, texts]) => [id, [...texts][0]])))
})

test('every file of texts is one of a language', () => {
  const names = readdirSync(fileURLToPath(new URL('../locales', import.meta.url)))
  expect(names.sort()).toEqual(
    Object.keys(MESSAGES)
      .map((language) => `${language}.json`)
      .sort(),
  )
})

test.each(Object.keys(MESSAGES))('%s has every text and none that is left over, with the same placeholders', (locale) => {
  const own = MESSAGES[locale] ?? {}
  const holes = (text: string): readonly string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
  expect(Object.keys(own)).toEqual(Object.keys(ENGLISH))
  for (const [id, text] of Object.entries(own)) {
    expect(holes(text), id).toEqual(holes(ENGLISH[id] ?? ''))
    expect(text.trim(), id).not.toBe('')
  }
})

/** What has more than one word is a sentence or a phrase; a word alone may be the same in two languages ("Phase"). */
const words = (text: string): number => (text.replace(/\{\w+\}/g, '').match(/\p{L}{2,}/gu) ?? []).length

test.each(Object.keys(MESSAGES).filter((locale) => locale !== 'en'))('nothing in %s is still English', (locale) => {
  const same = Object.entries(MESSAGES[locale] ?? {}).filter(([id, text]) => text === ENGLISH[id])
  expect(same.filter(([, text]) => words(text) > 1)).toEqual([])
  // Words that the languages share are few.
  expect(same.length).toBeLessThan(25)
})

test('messages of several forms have as many as the language has', () => {
  for (const [locale, own] of Object.entries(MESSAGES))
    for (const [id, text] of Object.entries(own)) {
      const forms = (ENGLISH[id] ?? '').split('|').length
      expect(text.split('|').length, `${locale} ${id}`).toBe(forms)
    }
})

test('a locale takes its own texts, else those of its language, else none; what is said at build reaches no page', () => {
  expect(messagesFor('de-AT')['plan.health.late']).toBe('verspätet')
  expect(messagesFor('en-GB')).toEqual({})
  expect(messagesFor('it')).toEqual({})
  expect(Object.keys(messagesFor('fr')).filter((id) => id.startsWith('build.'))).toEqual([])
})

test('words are those of a locale, with its plurals, numbers and days; a site may have its own', () => {
  const say = (locale: string, own = {}): readonly string[] => {
    const {plural, day, number, ago, say: text} = wordsFor(locale, own)
    return [
      plural('plan.number.tasks', '{count} task|{count} tasks', 1),
      plural('plan.number.tasks', '{count} task|{count} tasks', 1234),
      day('2026-11-27'),
      number(10.9),
      ago(2, 'hour'),
      text('plan.health.late', 'late'),
    ]
  }
  expect(say('en')).toEqual(['1 task', '1,234 tasks', '27 Nov 2026', '10.9', '2 hours ago', 'late'])
  expect(say('de', {'plan.health.late': 'zu spät'})).toEqual([
    '1 Aufgabe',
    '1.234 Aufgaben',
    '27. Nov. 2026',
    '10,9',
    'vor 2 Stunden',
    'zu spät',
  ])
  expect(say('fr')).toEqual(['1 tâche', '1\u202f234 tâches', '27 nov. 2026', '10,9', 'il y a 2 heures', 'en retard'])
  expect(wordsFor('fr').plural('plan.number.tasks', '', 0)).toBe('0 tâche')
  expect(wordsFor('de').day('no date')).toBe('no date')
})
