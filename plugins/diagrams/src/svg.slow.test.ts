import type {Element} from 'hast'
import {describe, expect, test} from 'vitest'
import {toDiagram} from './diagram.ts'
import {SAMPLES} from './samples.ts'
import {drawSvg} from './svg.ts'

const ELEMENTS = new Set('svg title desc defs marker g rect line polyline polygon path circle ellipse text tspan'.split(' '))

function elements(element: Element): Element[] {
  return [element, ...element.children.flatMap((child) => (child.type === 'element' ? elements(child) : []))]
}

describe.each(Object.entries(SAMPLES))('the drawing of a %s', (_kind, source) => {
  const draw = () => drawSvg(toDiagram(source), 'diagram-7')

  test('has only drawing elements, and no style, script, handler or address', async () => {
    const all = elements(await draw())
    expect(all.filter(({tagName}) => !ELEMENTS.has(tagName)).map(({tagName}) => tagName)).toEqual([])
    const names = new Set(all.flatMap(({properties}) => Object.keys(properties)))
    expect([...names].filter((name) => /^(?:on|data|href|xLink|xmlns)/.test(name))).toEqual([])
    expect(all.flatMap(({properties}) => properties.style ?? [])).toEqual([expect.stringMatching(/^min-width:\d+px$/)])
    expect(JSON.stringify(await draw())).not.toMatch(/https?:|@import/)
  })

  test('is an image with a name and a description', async () => {
    const svg = await draw()
    const {title, description} = toDiagram(source)
    expect(svg.properties).toMatchObject({role: 'img', ariaLabelledBy: ['diagram-7-title'], ariaDescribedBy: ['diagram-7-desc']})
    expect(svg.children.slice(0, 2)).toMatchObject([
      {tagName: 'title', properties: {id: 'diagram-7-title'}, children: [{value: title}]},
      {tagName: 'desc', properties: {id: 'diagram-7-desc'}, children: [{value: description}]},
    ])
  })

  test('uses only its own ids, each once', async () => {
    const all = elements(await draw())
    const ids = all.map(({properties}) => properties.id).filter((id) => id !== undefined)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => String(id).startsWith('diagram-7-'))).toBe(true)
    const references = all
      .flatMap(({properties}) => Object.values(properties))
      .flatMap((value) => /url\(#(.*)\)/.exec(String(value))?.[1] ?? [])
    expect(references.filter((id) => !ids.includes(id))).toEqual([])
  })

  test('is the same every time', async () => {
    expect(await draw()).toEqual(await draw())
  })
})
