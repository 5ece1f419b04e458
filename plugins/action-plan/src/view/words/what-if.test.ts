import {expect, test} from 'vitest'
import {whatIfChange, readWhatIf, writeWhatIf} from '../timeline/what-if.ts'
import {wordsFor} from '../../site/locale.ts'
import {currentEndText, unreadableText, whatIfText} from './what-if.ts'

const EN = wordsFor('en')
const NOBODY = {team: null, start: '2026-11-23', phases: []}

test('the address holds a team and a start, and what it says comes back', () => {
  expect(writeWhatIf({team: '3', start: '2027-01-04'})).toBe('?team=3&start=2027-01-04')
  expect(writeWhatIf({team: '', start: ''})).toBe('')
  expect(readWhatIf(new URLSearchParams('?zoom=days&team=3'))).toEqual({team: '3', start: ''})
})

test.each([
  ['', '', {}, []],
  ['3', '', {team: 3}, []],
  ['03', '2028-02-29', {team: 3, start: '2028-02-29'}, []],
  ['0', '2027-02-29', {}, ['team', 'start']],
  ['-1', '2027-13-01', {}, ['team', 'start']],
  ['10000', '0001-01-01', {}, ['team', 'start']],
  ['2.5', 'soon', {}, ['team', 'start']],
  ['1e3', '2027-01-04', {start: '2027-01-04'}, ['team']],
])('of team %o and start %o, what can be read is taken', (team, start, change, unreadable) => {
  expect(whatIfChange({team, start})).toEqual({change, unreadable})
})

test('a supposition in words', () => {
  expect(whatIfText(EN, {team: 3, start: '2027-01-04'}, {after: '2027-03-12', later: 17})).toBe(
    'With 3 people, start on 4 Jan 2027: projected end 12 Mar 2027, 17 working days later.',
  )
  expect(whatIfText(EN, {team: 1, start: null}, {after: '2027-03-12', later: -1})).toBe(
    'With 1 person: projected end 12 Mar 2027, 1 working day earlier.',
  )
  expect(whatIfText(EN, NOBODY, {after: '2027-03-12', later: 0})).toBe(
    'With as many people as needed, start on 23 Nov 2026: projected end 12 Mar 2027, no change.',
  )
  expect(whatIfText(EN, {team: 2, start: null}, {after: '2027-03-12', later: null})).toBe('With 2 people: projected end 12 Mar 2027.')
  expect(whatIfText(EN, {team: 2, start: null}, {after: null, later: null})).toBe('With 2 people: no end can be projected.')
  expect(whatIfText(wordsFor('de'), {team: 3, start: '2027-01-04'}, {after: '2027-03-12', later: 17})).toBe(
    'Mit 3 Personen, Beginn am 4. Jan. 2027: voraussichtliches Ende 12. März 2027, 17 Arbeitstage später.',
  )
  expect(whatIfText(wordsFor('fr'), {team: 1, start: '2027-01-04'}, {after: '2027-03-12', later: -2})).toBe(
    'Avec 1 personne, début le 4 janv. 2027 : fin projetée le 12 mars 2027, 2 jours ouvrés plus tôt.',
  )
})

test('how the plan ends now, or why nobody can say', () => {
  expect(currentEndText(EN, NOBODY, '2027-02-19')).toBe(
    'Currently (as many people as needed, start on 23 Nov 2026): projected end 19 Feb 2027.',
  )
  expect(currentEndText(EN, NOBODY, null)).toBe('Currently, no end can be projected.')
  expect(currentEndText(EN, {...NOBODY, start: null}, null)).toBe(
    'The plan has no start date, so no end can be projected. Enter a start date.',
  )
})

test('what cannot be read is said, and not at any length', () => {
  expect(unreadableText(EN, 'team', {team: 'many', start: ''})).toBe(
    '“many” is not a team size, so it is ignored. Enter a whole number from 1 to 9999.',
  )
  expect(unreadableText(EN, 'start', {team: '', start: 'x'.repeat(9999)}).length).toBeLessThan(120)
})
