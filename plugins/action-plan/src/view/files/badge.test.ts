import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {report} from '../../report.ts'
import {badges, toEndpoint, toSvg, type Badge} from './badge.ts'

const of = (text: string): readonly Badge[] =>
  badges(
    report({
      text,
      source: {path: 'p.md', commit: null, committedAt: null, changedAt: null, dirty: false},
      baseline: null,
      now: '2026-11-23T00:00:00Z',
      today: null,
      evidence: null,
    }),
  )

describe('badges', () => {
  test('are named by what they stand for', () => {
    const made = of(
      '# P\n## Priority Levels\n- **P0 (Critical)**: x - now\n## 2. Security (P0)\n### 2.1 Keys\n- [x] a\n- [ ] b\n## Success Metrics\n- 80% coverage\n',
    )
    expect(made.map(({id, message}) => `${id}: ${message}`)).toEqual([
      'overall: 1/2 (50 %) unknown',
      'priority-p0: 1/2 (50 %) unknown',
      'section-2: 1/2 (50 %) unknown',
      'item-2-1: 1/2 (50 %) unknown',
      'metric-1: unknown',
    ])
  })
  test('say when there is nothing to count, and when something is less than a percent', () => {
    expect(of('# P\n\ntext\n')[0]?.message).toBe('no tasks')
    expect(of(`- [x] a\n${'- [ ] b\n'.repeat(199)}`)[0]?.message).toMatch(/^1\/200 \(<1 %\)/)
    expect(of(`${'- [x] a\n'.repeat(199)}- [ ] b\n`)[0]?.message).toMatch(/^199\/200 \(99 %\)/)
  })
  test('have ids of their own', () => {
    const ids = of('## A!\n- [ ] a\n## A?\n- [ ] b\n### 1.1 x\n- [ ] c\n### 1.1 y\n- [ ] d\n').map(({id}) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('are well-formed and inert with any text', {tags: ['slow']}, () => {
    fc.assert(
      fc.property(fc.string({unit: 'binary', maxLength: 300}), (text) => {
        for (const badge of of(`# ${text}\n\n## 1. ${text}\n\n- [ ] ${text}\n`)) {
          const svg = toSvg(badge)
          expect(svg).toBe(toSvg(badge))
          expect(
            svg.replace(/<\/?(?:svg|title|filter|feGaussianBlur|linearGradient|stop|clipPath|g|rect|text)(?:\s[^<>]*)?\/?>/g, ''),
          ).not.toContain('<')
          expect([...badge.label].length).toBeLessThanOrEqual(60)
          expect(toEndpoint(badge)).toEqual({schemaVersion: 1, label: badge.label, message: badge.message, color: badge.color})
        }
      }),
      {numRuns: 150, seed: 3},
    )
  })
})
