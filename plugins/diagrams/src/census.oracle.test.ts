// @vitest-environment jsdom
import {describe, expect, test} from 'vitest'
import {censusOfMermaid, censusOfSvg} from './census.ts'
import {toDiagram} from './diagram.ts'
import {SAMPLES} from './samples.ts'
import {drawSvg} from './svg.ts'

describe('what is drawn is what Mermaid reads', () => {
  test.each(Object.entries(SAMPLES))('%s', async (_kind, source) => {
    const ours = censusOfSvg(await drawSvg(toDiagram(source), 'd'))
    expect(ours).toEqual(await censusOfMermaid(toDiagram(source)))
    expect(ours.labels.length).toBeGreaterThan(1)
    expect(ours.links).toBeGreaterThan(0)
  })

  test('a lost box and a lost line are noticed', async () => {
    for (const name of ['node', 'edge']) {
      const svg = await drawSvg(toDiagram(SAMPLES.flowchart), 'd')
      svg.children.splice(
        svg.children.findIndex((node) => node.type === 'element' && String(node.properties.className) === name),
        1,
      )
      expect(censusOfSvg(svg)).not.toEqual(await censusOfMermaid(toDiagram(SAMPLES.flowchart)))
    }
  })

  test('a syntax error is an error', async () => {
    await expect(censusOfMermaid({body: 'flowchart LR\n  A --> '})).rejects.toThrow('Parse error on line 3')
  })
})
