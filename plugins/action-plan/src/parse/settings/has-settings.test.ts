import {expect, test} from 'vitest'
import {hasPlanSettings} from './has-settings.ts'

test.each([
  ['---\nplan:\n  start: 2026-11-23\n---\n\n- [ ] a\n', true],
  ['\uFEFF---\r\ntitle: A\r\nplan: {team: 3}\r\n---\r\n', true],
  ['---\nplan: # all of it\n  team: 3\n---\n', true],
  ['---\nplan: mobile\nplan_items: ["1.1"]\n---\n', false],
  ['---\ntitle: A\n---\n\nplan:\n', false],
  ['# A plan\n\nplan:\n', false],
])('%j: %s', (text, isPlan) => expect(hasPlanSettings(text)).toBe(isPlan))
