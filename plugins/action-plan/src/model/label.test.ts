import {expect, test} from 'vitest'
import {label, priorityLabel, quotedLabel, shortLabel, shortTitle, shortLabels} from './label.ts'

test('a title that begins with a digit is no number', () => {
  const [vault, rollout] = [
    {number: '2.1', title: 'Vault'},
    {number: null, title: '2FA rollout'},
  ]
  expect([label(vault), shortLabel(vault), quotedLabel(vault)]).toEqual(['2.1 Vault', '2.1', '2.1 Vault'])
  expect([label(rollout), shortLabel(rollout), quotedLabel(rollout)]).toEqual(['2FA rollout', '"2FA rollout"', '"2FA rollout"'])
})

test.each([
  ['Phase 1: Stabilise (Week 1-2)', 'Phase 1: Stabilise'],
  ['Build [2 weeks] (later)', 'Build'],
  ['Build', 'Build'],
  ['(Phase 1) Stabilise', '(Phase 1) Stabilise'],
  ['[Backend] Build (Week 2)', '[Backend] Build'],
  ['(Week 1)', '(Week 1)'],
])('the short title of "%s" is "%s"', (title, short) => expect(shortTitle(title)).toBe(short))

test('a priority has its id, and the title that the legend gives it', () => {
  expect(priorityLabel({id: 'P0', title: 'Critical'})).toBe('P0 Critical')
  expect(priorityLabel({id: 'P0', title: ''})).toBe('P0')
  expect(priorityLabel({id: null, title: 'whatever'})).toBe('No priority')
})

test('a list of dependencies names an item by its number, and one without by its title', () => {
  const sections = [
    {
      items: [
        {id: '1.1', number: '1.1', title: 'Vault'},
        {id: '2fa-rollout', number: null, title: '2FA rollout'},
      ],
    },
  ]
  expect(shortLabels(sections)).toEqual({'1.1': '1.1', '2fa-rollout': '"2FA rollout"'})
})
