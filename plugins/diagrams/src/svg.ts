import type {Element, ElementContent, Root} from 'hast'
import {fromParse5} from 'hast-util-from-parse5'
import {parseFragment} from 'parse5'
import type {Diagram} from './diagram.ts'
import renderer from './renderer.cjs'

const GEOMETRY = new Set([
  'points',
  'd',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'width',
  'height',
  'dx',
  'dy',
  'viewBox',
])

/** The drawing's smallest words have 11 CSS pixels. */
export const SMALLEST_SCALE = 0.85

/** Draws a diagram as an SVG tree: titled, its ids begin with `id`, and without styles, scripts and data attributes. */
export async function drawSvg(diagram: Diagram, id: string): Promise<Element> {
  const {renderMermaidSVG} = await renderer.load()
  const fragment = fromParse5(parseFragment(renderMermaidSVG(diagram.body, {transparent: true, padding: 16}))) as Root
  const svg = fragment.children.find((node): node is Element => node.type === 'element' && node.tagName === 'svg')
  if (!svg) throw new Error('the renderer returned no svg element')
  clean(svg, id)
  // A little too wide is shrunk to fit; below this the words would be too small, and the drawing scrolls.
  svg.properties.style = `min-width:${Math.round(Number(svg.properties.width) * SMALLEST_SCALE)}px`
  delete svg.properties.xmlns
  svg.properties.role = 'img'
  svg.properties.ariaLabelledBy = [`${id}-title`]
  svg.properties.ariaDescribedBy = [`${id}-desc`]
  svg.children = [words('title', `${id}-title`, diagram.title), words('desc', `${id}-desc`, diagram.description), ...svg.children]
  return svg
}

function words(tagName: 'title' | 'desc', id: string, value: string): Element {
  return {type: 'element', tagName, properties: {id}, children: [{type: 'text', value}]}
}

/** Walks the tree: drops what must not be published, shortens numbers, makes ids and their references the page's own. */
function clean(element: Element, id: string): void {
  const properties: Element['properties'] = {}
  for (const [name, value] of Object.entries(element.properties)) {
    if (name.startsWith('data') || name.startsWith('on')) continue
    if (name === 'id') properties.id = `${id}-${String(value)}`
    else if (typeof value === 'string' && value.startsWith('url(#')) properties[name] = value.replace('url(#', `url(#${id}-`)
    else properties[name] = GEOMETRY.has(name) ? shorten(value) : value
  }
  element.properties = properties
  element.children = element.children.filter(isPublished)
  for (const child of element.children) if (child.type === 'element') clean(child, id)
}

/** Styles come from the site's sheet; blank text between elements is only the renderer's indentation. */
function isPublished(node: ElementContent): boolean {
  if (node.type === 'element') return node.tagName !== 'style' && node.tagName !== 'script'
  return node.type === 'text' && node.value.trim() !== ''
}

function shorten(value: Element['properties'][string]): Element['properties'][string] {
  if (typeof value === 'number') return Number(value.toFixed(2))
  return typeof value === 'string' ? value.replace(/-?(?<!\d)\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))) : value
}
