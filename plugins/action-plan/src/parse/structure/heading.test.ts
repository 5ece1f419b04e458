import {expect, test} from 'vitest'
import {parsePlan} from './plan.ts'

const first = (heading: string): readonly (string | null)[] => {
  const {sections} = parsePlan(`# P\n\n## ${heading}\n\n### T-UI-9 A\n\n- [ ] a\n\n### AUTH-9 B\n\n- [ ] b\n`).plan
  return [sections[0]?.number ?? null, sections[0]?.title ?? '']
}

test.each([
  ['Step 3: Log in', '3', 'Log in'],
  ['Schritt 3: Anmelden', '3', 'Anmelden'],
  ['Tâche 3. Connexion', '3', 'Connexion'],
  ['Задача 3: Вход', '3', 'Вход'],
  ['任务3: 登录', '3', '登录'],
  ['タスク 3: ログイン', '3', 'ログイン'],
  ['Task T-UI-1 - Form', 'T-UI-1', 'Form'],
  ['Aufgabe AUTH-7: Anmelden', 'AUTH-7', 'Anmelden'],
  ['Steps 3: many', null, 'Steps 3: many'],
  ['Schritte und mehr', null, 'Schritte und mehr'],
])('a number behind its word: %s', (heading, number, title) => expect(first(heading)).toEqual([number, title]))

test.each([
  ['Log in (done)', 'Log in'],
  ['Anmelden (erledigt)', 'Anmelden'],
  ['Connexion [terminé]', 'Connexion'],
  ['登录（已完成）', '登录'],
  ['Log in ✅', 'Log in'],
  ['Log in (twice)', 'Log in (twice)'],
])('a state at the end is none of the words: %s', (heading, title) => expect(first(heading)[1]).toBe(title))

test.each([
  ['2. Quartal 2027 – Ausbau', null, '2. Quartal 2027 – Ausbau'],
  ['1. kwartaal 2027', null, '1. kwartaal 2027'],
  ['2. Halbjahr 2027', null, '2. Halbjahr 2027'],
  ['2. Q3 2027', '2', 'Q3 2027'],
  ['2. Ausbau 2027', '2', 'Ausbau 2027'],
])('a number that counts quarters is none of the heading: %s', (heading, number, title) => expect(first(heading)).toEqual([number, title]))
