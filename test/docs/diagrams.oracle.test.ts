// @vitest-environment jsdom
import {visit} from 'unist-util-visit'
import {describe, expect, test} from 'vitest'
import {censusOfMermaid, censusOfSvg} from '../../plugins/diagrams/src/census.ts'
import {toDiagram} from '../../plugins/diagrams/src/diagram.ts'
import {drawSvg} from '../../plugins/diagrams/src/svg.ts'
import {readPages} from './lint.ts'

const fences: {place: string; source: string}[] = []
for (const {path, tree} of readPages(process.cwd())) {
  visit(tree, 'code', (node) => {
    if (node.lang === 'mermaid') fences.push({place: `${path}:${node.position?.start.line ?? 1}`, source: node.value})
  })
}

describe('every diagram of this documentation', () => {
  test('is found', () => {
    expect(fences.length).toBeGreaterThan(0)
  })

  test.each(fences)('$place is drawn with every box and every line that Mermaid reads in it', async ({source}) => {
    const diagram = toDiagram(source)
    expect(censusOfSvg(await drawSvg(diagram, 'd'))).toEqual(await censusOfMermaid(diagram))
  })
})
