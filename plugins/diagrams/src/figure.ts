import type {Element, ElementContent} from 'hast'
import type {Diagram} from './diagram.ts'
import {drawSvg, SMALLEST_SCALE} from './svg.ts'

/** A drawing wider than this scrolls on a phone of 320 CSS pixels, so it can also be scrolled with the keyboard. */
const PHONE_WIDTH = 288

/** The children and class of the <figure> for a diagram. */
export async function figureOf(diagram: Diagram, id: string): Promise<Element> {
  const svg = await drawSvg(diagram, id)
  const scrolls = Number(svg.properties.width) * SMALLEST_SCALE > PHONE_WIDTH
  const scroller = element(
    'div',
    {className: ['diagram__scroll'], ...(scrolls && {tabIndex: 0, role: 'group', ariaLabel: `${diagram.title} (scrolls sideways)`})},
    [svg],
  )
  const caption = element('figcaption', {className: ['diagram__title']}, [{type: 'text', value: diagram.title}])
  return element('figure', {className: ['diagram'], id}, [caption, scroller])
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return {type: 'element', tagName, properties, children}
}
