import GithubSlugger from 'github-slugger'
import {expect, test} from 'vitest'
import {Anchors, ownAnchorAt, slug, UniqueIds} from './anchor.ts'

test.each([
  [['A', 'A', 'A', 'B', 'A']],
  [['A-1', 'A', 'A', 'A']],
  [['A', 'A-1', 'A', 'A', 'A-1', 'A-1']],
  [['A 1', 'a-1', 'A!', 'A?', 'A']],
  [['A', 'A', 'A-1-1', 'A-1', 'A-1']],
  [['Über uns', '漢字', '🎉', '🎉', '']],
])('headings %j have the ids that GitHub gives', (titles) => {
  const [anchors, github] = [new Anchors(), new GithubSlugger()]
  expect(titles.map((title) => anchors.next(title))).toEqual(titles.map((title) => github.slug(title)))
})

test('a heading that names its own id has that one, and takes none from the others', () => {
  const anchors = new Anchors()
  expect(['A {#own}', 'Own', 'A', 'A {#own}  ', 'A'].map((title) => anchors.next(title))).toEqual(['own', 'own', 'a', 'own', 'a-1'])
})

test.each([
  ['A {#own}', 2],
  ['A {#own}  ', 2],
  ['{#own}', 0],
  ['A {#o}', 2],
  ['A {#}', -1],
  ['A {#own', -1],
  ['A {#own} b', -1],
  ['A {own}', -1],
  ['A {#a} {#own}', 7],
  ['A {#a {#own}', 2],
  ['A }', -1],
  ['}', -1],
  ['A} {#own}', 3],
  [' {#own}', 1],
])('%j: its own id begins at %d', (text, at) => {
  expect(ownAnchorAt(text)).toBe(at)
})

test('an id from a title has no dash at an end and none twice; without letters it is the fallback', () => {
  expect(slug('- API -- keys & logs -', 'x')).toBe('api-keys-logs')
  expect(slug('API keys', 'x')).toBe('api-keys')
  expect(slug('---', 'x')).toBe('x')
  expect(slug('', 'x')).toBe('x')
})

test('the second of one id is counted, the third too', () => {
  const ids = new UniqueIds()
  expect(['a', 'b', 'a', 'a', 'b'].map((id) => ids.next(id))).toEqual(['a', 'b', 'a~2', 'a~3', 'b~2'])
})
