import {expect, test} from 'vitest'
import {parseOwners} from './owner.ts'

test.each([
  ['@ana, @bo and Carla Diaz', ['ana', 'bo', 'Carla Diaz']],
  ['@张三，李四', ['张三', '李四']],
  ['＠张三、李四；王五', ['张三', '李四', '王五']],
  ['A, B, and C', ['A', 'B', 'C']],
  ['Анна и Борис', ['Анна', 'Борис']],
  ['Jan i Maria', ['Jan', 'Maria']],
  ['João e Ana', ['João', 'Ana']],
  ['Piet en Klaas', ['Piet', 'Klaas']],
  ['I. Smith, e-team', ['I. Smith', 'e-team']],
  ['平和太郎', ['平和太郎']],
  ['24 hours', []],
  ['3 Tage', []],
  ['2026-12-04', []],
  ['Team A (2 days)', ['Team A']],
  ['Ann (lead), 3 days', ['Ann']],
  ['Katrin (Entwicklung) und 田中（開発）', ['Katrin', '田中']],
  ['4 Eyes Ltd', ['4 Eyes Ltd']],
  ['TBD', []],
  ['[Unassigned]', []],
  ['未定', []],
  ['нет', []],
  ['não atribuído', []],
  ['미정', []],
])('%s', (text, names) => expect(parseOwners(text)).toEqual(names))
