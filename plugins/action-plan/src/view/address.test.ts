import {expect, test} from 'vitest'
import {itemAnchor, part} from './address.ts'

test('a part has letters and digits', () => {
  expect(['2.1', 'P0', 'Größe & Maß', '漢字', 'a~2'].map(part)).toEqual(['2-1', 'p0', 'größe-maß', '漢字', 'a~2'])
})

test('a part is short enough to name a file, and tells what is the same at its beginning apart', () => {
  const long = ['x'.repeat(400), '漢'.repeat(90), '漢'.repeat(91), `a${'漢'.repeat(91)}`, `${'🎉a'.repeat(90)}`, `${'x'.repeat(400)}y`]
  const parts = long.map(part)
  for (const one of parts) expect(new TextEncoder().encode(one).length).toBeLessThanOrEqual(150)
  expect(new Set(parts).size).toBe(long.length)
  expect(parts.join('')).not.toContain('\uFFFD')
  expect(part('漢'.repeat(50))).toBe('漢'.repeat(50))
  expect(part('漢'.repeat(51))).toBe(`${'漢'.repeat(47)}-7165f20f`)
  expect(itemAnchor('x'.repeat(151))).toMatch(/^item-x{141}-[0-9a-f]{8}$/)
})
