import fc from 'fast-check'
import {expect, test} from 'vitest'
import {parseJson} from './json.ts'
import {numberAt, steps} from './number-at.ts'

const REPORT = parseJson(`{
  "results": [
    {"command": "a", "mean": 1.5, "p 95": 2, "times": [1, 2, 3]},
    {"command": "b", "mean": "1.5"}
  ],
  "a/b": {"c~d": 7}, "__proto__": {"x": 8}, "none": null
}`)

test.each([
  ['results[0].mean', 1.5],
  ['/results/0/mean', 1.5],
  ['results[0]["p 95"]', 2],
  ["results[0]['p 95']", 2],
  ['results[0].p 95', 2],
  ['results[0].times[2]', 3],
  ['results.length', 2],
  ['results[0].times.length', 3],
  ['/a~1b/c~0d', 7],
  ['["a/b"].c~d', 7],
  ['__proto__.x', 8],
])('%s is %d', (path, number) => expect(numberAt(REPORT, path)).toMatchObject({number}))

test('a path that leads to no number says where it ends, what is there and what was expected', () => {
  const reasons = [
    'results[0].median',
    'results[7].mean',
    'results[1].mean',
    'results',
    'none',
    'none.x',
    'toString',
    'results[0',
    '.a',
    '',
    '/~2',
  ].map((path) => {
    const found = numberAt(REPORT, path)
    return `${found.line}:${found.column} ${'reason' in found ? found.reason : found.number}`
  })
  expect(reasons).toMatchInlineSnapshot(`
    [
      "3:5 results[0] has no "median", expected one of command, mean, p 95, times",
      "2:14 results has no entry 7, it is a list of 2",
      "4:5 results[1].mean: unexpected text "1.5", expected a number",
      "2:14 results: unexpected a list of 2, expected a number",
      "1:1 none: unexpected null, expected a number",
      "1:1 none has no "x", it is null",
      "1:1 the report has no "toString", expected one of results, a/b, __proto__, none",
      "1:1 unexpected path "results[0", expected one such as "results[0].mean" or "/results/0/mean"",
      "1:1 unexpected path ".a", expected one such as "results[0].mean" or "/results/0/mean"",
      "1:1 unexpected path "", expected one such as "results[0].mean" or "/results/0/mean"",
      "1:1 unexpected path "/~2", expected one such as "results[0].mean" or "/results/0/mean"",
    ]
  `)
})

test('any way through any JSON leads to the number that stands there, in both writings', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.nat(5), fc.string()), {minLength: 1, maxLength: 6}),
      fc.double({noNaN: true, noDefaultInfinity: true}),
      (way, number) => {
        const value = way.reduceRight<unknown>(
          (inner, step) =>
            typeof step === 'number'
              ? [...Array<null>(step).fill(null), inner]
              : JSON.parse(`{${JSON.stringify(step)}: ${JSON.stringify(inner)}}`),
          number === 0 ? 0 : number,
        )
        const pointer = way.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
        expect(numberAt(value, pointer)).toMatchObject({number: number === 0 ? 0 : number})
        if (way.some((step) => typeof step === 'string' && step.includes('"'))) return
        expect(numberAt(value, way.map((step) => (typeof step === 'number' ? `[${step}]` : `["${step}"]`)).join(''))).toMatchObject({
          number: number === 0 ? 0 : number,
        })
      },
    ),
  )
})

test('no text makes it throw', () => {
  fc.assert(fc.property(fc.json(), fc.string(), (json, path) => void numberAt(JSON.parse(json), path)))
  fc.assert(fc.property(fc.string({unit: fc.constantFrom('a', '.', '[', ']', '0', '"', "'", '/', ' ')}), (path) => void steps(path)))
})
