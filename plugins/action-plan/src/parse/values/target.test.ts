import {expect, test} from 'vitest'
import type {Target} from '../../model/target.ts'
import {readNumber} from './number.ts'
import {readLevel, readTarget} from './target.ts'

const shown = (target: Target | null): string =>
  target === null
    ? 'none'
    : target.kind === 'all'
      ? 'all'
      : `${target.bound} ${target.value}${target.unit === null ? '' : ` ${target.unit}`}`

test.each([
  ['80%+ test coverage', 'at-least 80 %'],
  ['80+% coverage', 'at-least 80 %'],
  ['Branches: 90%+', 'at-least 90 %'],
  ['80% or higher', 'at-least 80 %'],
  ['80% test coverage', 'at-least 80 %'],
  ['100% of tests pass', 'at-least 100 %'],
  ['at least 99,9 % uptime', 'at-least 99.9 %'],
  ['99.999% availability', 'at-least 99.999 %'],
  ['mindestens 80 % Abdeckung', 'at-least 80 %'],
  ['au moins 80 % de couverture', 'at-least 80 %'],
  ['< 200 ms', 'below 200 ms'],
  ['p95 under 1 s', 'below 1 s'],
  ['p99.9 latency <= 1.5 seconds', 'at-most 1.5 s'],
  ['95% of requests under 200 ms', 'below 200 ms'],
  ['under 10 000 ms', 'below 10000 ms'],
  ['under 1,000 ms', 'below 1000 ms'],
  ['No more than 5 incidents', 'at-most 5 incidents'],
  ['must not exceed 200 ms', 'at-most 200 ms'],
  ['at most 3 per week', 'at-most 3 per week'],
  ['100 requests/s or more', 'at-least 100 requests/s'],
  ['from 40% to 80% coverage', 'at-least 80 %'],
  ['from 9 to 3 open incidents', 'at-most 3'],
  ['Zero hardcoded credentials in codebase', 'at-most 0'],
  ['No critical findings', 'at-most 0'],
  ['0 critical findings', 'at-most 0 critical'],
  ['Keine offenen Befunde', 'at-most 0'],
  ['All critical security vulnerabilities resolved', 'all'],
  ['Every service has an owner', 'all'],
  ['co najmniej 80 % pokrycia', 'at-least 80 %'],
  ['не более 200 мс', 'at-most 200 ms'],
  ['не менее 80 процентов', 'at-least 80 %'],
  ['minstens 80 procent dekking', 'at-least 80 %'],
  ['al massimo 3 per settimana', 'at-most 3 per settimana'],
  ['pelo menos 99,9 % de disponibilidade', 'at-least 99.9 %'],
  ['测试覆盖率 80% 以上', 'at-least 80 %'],
  ['カバレッジ 80% 以上', 'at-least 80 %'],
  ['커버리지 80% 이상', 'at-least 80 %'],
  ['最多 3 小时', 'at-most 3 h'],
  ['Żadnych otwartych błędów', 'at-most 0'],
  ['没有严重问题', 'at-most 0'],
  ['Все критические уязвимости закрыты', 'all'],
  ['所有测试通过', 'all'],
  ['von 40 % auf 80 % Abdeckung', 'at-least 80 %'],
  ['с 9 до 3 открытых', 'at-most 3'],
  ['40%から80%へ', 'at-least 80 %'],
  // What can be read in two ways, or says nothing, is no target.
  ['de 3 à 5 jours', 'none'],
  ['stabil über 3 Monate', 'none'],
  ['stabile durante 3 mesi', 'none'],
  ['Unified deployment process', 'none'],
  ['No critical request takes more than 200 ms', 'none'],
  ['never over 200 ms', 'none'],
  ['without more than 3 restarts', 'none'],
  ['between 80% and 90%', 'none'],
  ['p95 under 1 s and p99 under 3 s', 'none'],
  ['under 1.000 ms', 'none'],
  ['stable over 3 months', 'none'],
  ['80% of the team', 'none'],
  ['done by 2027', 'none'],
  ['TLS 1.3 everywhere', 'none'],
  ['', 'none'],
])('%s: %s', (text, target) => expect(shown(readTarget(text))).toBe(target))

test.each([
  ['1234', null, 1234],
  ['1,234.5', null, 1234.5],
  ['1.234,5', null, 1234.5],
  ['1,234,567', null, 1234567],
  ['0,125', null, 0.125],
  ['99,9', null, 99.9],
  ['99,999', '%', 99.999],
  ['1.000', null, null],
  ['1.2.3', null, null],
])('%s in %s is %s', (text, unit, value) => expect(readNumber(text, unit)).toBe(value))

test('the least level that a text names', () => {
  expect(
    ['All critical vulnerabilities', 'no high or critical findings', 'moderate risk', 'low coverage', 'low severity', 'anything'].map(
      readLevel,
    ),
  ).toEqual(['critical', 'high', 'medium', null, 'low', null])
  expect(['krytyczne luki', '高危漏洞', 'risque faible', 'niedrige Abdeckung'].map(readLevel)).toEqual(['critical', 'high', 'low', null])
})

test('a megabyte of brackets, digits and words is read at once', () => {
  // Time of the processor in milliseconds, which other work on the machine does not add to.
  const started = process.cpuUsage()
  for (const text of ['1 '.repeat(50_000), 'not '.repeat(50_000), '%'.repeat(100_000), 'from 1 '.repeat(20_000)]) readTarget(text)
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(5_000)
})
