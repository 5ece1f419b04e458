import {expect, test} from 'vitest'
import type {PriorityLevel} from '../../model/plan.ts'
import {parsePriority, priorityScale, takePriority} from './priority.ts'

const PLACE = {line: 1, column: 1}
const level = (id: string, title: string): PriorityLevel => ({
  id,
  title,
  sign: null,
  description: '',
  deadline: null,
  deadlineDays: null,
  ...PLACE,
})

function taken(text: string, legend: readonly PriorityLevel[] = []): string {
  const {
    value: {id, rest},
    problems,
  } = takePriority(text, PLACE, priorityScale(legend))
  return [id ?? 'none', `"${rest}"`, ...problems.map(({rule}) => rule)].join(' ')
}

test.each([
  ['Database (P1)', 'P1 "Database"'],
  ['Database [High]', 'P1 "Database"'],
  ['Database (high priority)', 'P1 "Database"'],
  ['Database - high priority', 'P1 "Database"'],
  ['Datenbank – hohe Priorität', 'P1 "Datenbank"'],
  ['Base de données : priorité haute', 'P1 "Base de données"'],
  ['Database (high  priority)', 'P1 "Database"'],
  ['Database (Priority: high)', 'P1 "Database"'],
  ['Database (prio high)', 'P1 "Database"'],
  ['Database (Priority: P1)', 'P1 "Database"'],
  ['Sicherheit (hoch)', 'P1 "Sicherheit"'],
  ['Seguridad (alta)', 'P1 "Seguridad"'],
  ['Seguridad (Prioridad: media)', 'P2 "Seguridad"'],
  ['Безопасность (высокий приоритет)', 'P1 "Безопасность"'],
  ['Player (media)', 'none "Player (media)"'],
  ['Sicherheit (Priorität: hoch)', 'P1 "Sicherheit"'],
  ['Database (P0, 2 days)', 'P0 "Database"'],
  ['Database (High - P1)', 'P1 "Database"'],
  ['Database (Critical P1)', 'P1 "Database"'],
  ['Grades stay text (P9)', 'none "Grades stay text (P9)"'],
  ['P0: Database', 'P0 "Database"'],
  ['安全（P0）', 'P0 "安全"'],
  ['安全（P0，两周）', 'P0 "安全"'],
  ['安全［高］', 'none "安全［高］"'],
  ['P0：安全', 'P0 "安全"'],
  // Words in brackets that say something else stay where they are.
  ['Database (High availability)', 'none "Database (High availability)"'],
  ['Replication (low latency)', 'none "Replication (low latency)"'],
  ['Shorten the lock (critical section)', 'none "Shorten the lock (critical section)"'],
  ['Choose a size [low, medium, high]', 'none "Choose a size [low, medium, high]"'],
  ['Move (high/low)', 'none "Move (high/low)"'],
  ['Replication (low latency) (P1)', 'P1 "Replication (low latency)"'],
])('%s: %s', (text, expected) => expect(taken(text)).toBe(expected))

test.each([
  ['安全（紧急）', 'A "安全"'],
  ['Security (A, 2 days)', 'A "Security"'],
  ['Security (a simple one)', 'none "Security (a simple one)"'],
  ['Security (must have)', 'B "Security"'],
])('with a legend, %s: %s', (text, expected) => expect(taken(text, [level('A', '紧急'), level('B', 'Must have')])).toBe(expected))

test.each([
  ['High', 'P1'],
  ['High (blocks the release)', 'P1'],
  ['P0（紧急）', 'P0'],
  ['高', 'P1'],
  ['中', 'P2'],
  ['低', 'P3'],
  ['Ｐ１', 'P1'],
  ['Alta', 'P1'],
  ['Média', 'P2'],
  ['Media', 'P2'],
  ['Bassa', 'P3'],
  ['Hohe Priorität', 'P1'],
  ['élevée', 'P1'],
  ['elevee', 'P1'],
  ['Hoog', 'P1'],
  ['wysoki', 'P1'],
  ['Высокий', 'P1'],
  ['緊急', 'P0'],
  ['높음', 'P1'],
  ['VERY LOW', 'P4'],
  ['🔴 High Priority', 'P1'],
  ['Very High', 'P0'],
  ['Must', 'P0'],
  ['Should have', 'P1'],
  ['Could', 'P2'],
  ["Won't", 'P3'],
  ['Blocker', 'P0'],
  ['Normal - no hurry', 'P2'],
  ['P1 (High)', 'P1'],
  ['TBD', null],
  ['1', null],
  ['3/5', null],
  ['🔴', null],
  ['Impact High | Effort Low', null],
  // The word beside a number says which end is the urgent one.
  ['Prio 1 – muss', 'P0'],
  ['1 (höchste)', 'P0'],
  ['1 - high', 'P1'],
  ['5/5 (critical)', 'P0'],
  ['1 = highest', 'P0'],
  ['1 – haute', 'P1'],
  ['1（高）', 'P1'],
  ['1 — высокий', 'P1'],
  ['3: could', 'P2'],
  ['P1 (must)', 'P1'],
  ['2/5', null],
])('the field %s: %s', (text, id) => {
  expect(parsePriority(text, PLACE, priorityScale([]), (raw) => raw).value).toBe(id)
})

test.each([
  ['🔴 High Priority', 'P1 "High Priority"'],
  ['Critical', 'P0 "Critical"'],
  ['Critical issues', 'P0 "Critical issues"'],
  ['Kritische Aufgaben', 'P0 "Kritische Aufgaben"'],
  ['Tareas críticas', 'P0 "Tareas críticas"'],
  ['Критические задачи', 'P0 "Критические задачи"'],
  ['关键任务', 'P0 "关键任务"'],
  ['Must Have', 'P0 "Must Have"'],
  ['Medium Priority Tasks', 'P2 "Medium Priority Tasks"'],
  ['High priority: security', 'P1 "High priority: security"'],
  ['🔴 Log in', 'none "Log in" priority/colour-alone'],
  ['Prio 1 – muss', 'P0 "Prio 1 – muss"'],
  ['Priority 2: High', 'P1 "Priority 2: High"'],
  ['Priorität 3 (kann)', 'P2 "Priorität 3 (kann)"'],
  ['Priority 1 - Deploy the thing', 'none "Priority 1 - Deploy the thing"'],
  ['Database (P9)', 'none "Database" priority/unknown'],
  ['Low-hanging fruit', 'none "Low-hanging fruit"'],
  ['High availability', 'none "High availability"'],
  ['Critical path', 'none "Critical path"'],
  ['Security (P1)', 'P1 "Security"'],
])('the heading %s: %s', (text, expected) => {
  const {value, problems} = takePriority(text, PLACE, priorityScale([]), true)
  expect([value.id ?? 'none', `"${value.rest}"`, ...problems.map(({rule}) => rule)].join(' ')).toBe(expected)
})

test('a legend gives numbers their direction and colours their meaning', () => {
  const scale = priorityScale([
    {...level('1', 'Critical'), sign: '🔴'},
    {...level('2', 'High'), sign: null},
  ])
  const of = (text: string): string | null => parsePriority(text, PLACE, scale, (raw) => raw).value
  expect(['1', 'Priority 2', '🔴', 'critical'].map(of)).toEqual(['1', '2', '1', '1'])
  expect(takePriority('🔴 Log in', PLACE, scale, true).value).toEqual({id: '1', rest: 'Log in'})
})
