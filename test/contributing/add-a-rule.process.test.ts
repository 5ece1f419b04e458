import {expect, test} from 'vitest'
import {followGuide} from './follow.ts'

test('the guide "How to add a rule" works as it is written, and a rule is two files', () => {
  expect(followGuide('docs/contributing/add-a-rule.md').edited).toEqual([
    'plugins/action-plan/src/rules/rules.test.ts',
    'plugins/action-plan/src/rules/item.ts',
  ])
}, 300_000)
