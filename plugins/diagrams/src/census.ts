import type {Element} from 'hast'
import mermaid from 'mermaid'
import type {Diagram} from './diagram.ts'

/** What a diagram shows, counted: the words in its boxes and the number of its lines. */
export type Census = {readonly labels: readonly string[]; readonly links: number}

/** Mermaid's own reading of a diagram, for comparison with what was drawn. Needs a DOM, so only tests use it; throws on a syntax error. */
export async function censusOfMermaid({body}: Pick<Diagram, 'body'>): Promise<Census> {
  await mermaid.parse(body)
  const {db, type} = await mermaid.mermaidAPI.getDiagramFromText(body)
  const read = READERS[type]
  if (!read) throw new Error(`no reader for the diagram type "${type}", expected one of ${Object.keys(READERS).join(', ')}`)
  const {labels, links} = read(db as never)
  return {labels: labels.map(plain).sort(), links}
}

/** The same count from the drawn tree. */
export function censusOfSvg(svg: Element): Census {
  const labels = [
    ...elements(svg).filter(is('node', 'actor', 'note')),
    // Of a class or an entity only the name counts, the one bold text in its box.
    ...elements(svg)
      .filter(is('class-node', 'entity'))
      .flatMap((box) => elements(box).filter(({properties}) => String(properties.fontWeight) === '700')),
  ].map((box) => plain(textOf(box)))
  const links = elements(svg).filter(is('edge', 'message', 'class-relationship', 'er-relationship')).length
  return {labels: labels.filter(Boolean).sort(), links}
}

type Boxes = {labels: string[]; links: number}
type Flow = {getVertices(): Map<string, {text?: string; id: string}>; getEdges(): unknown[]}
type State = {
  getData(): {nodes: {isGroup?: boolean; shape: string; label?: string | string[]; description?: string | string[]}[]; edges: unknown[]}
}
type Sequence = {
  getActors(): Map<string, {description: string}>
  getMessages(): {type: number; from?: string; to?: string; message: unknown}[]
}
type Class = {getClasses(): Map<string, {label: string}>; getRelations(): unknown[]}
type Entity = {getEntities(): Map<string, {label: string}>; getRelationships(): unknown[]}

const NOTE = 2
const READERS: Readonly<Record<string, (db: never) => Boxes>> = {
  'flowchart-v2': (db: Flow) => ({labels: [...db.getVertices().values()].map(({text, id}) => text ?? id), links: db.getEdges().length}),
  stateDiagram: (db: State) => {
    const {nodes, edges} = db.getData()
    const states = nodes.filter(({isGroup, shape}) => !isGroup && !['stateStart', 'stateEnd'].includes(shape))
    return {labels: states.map(({label, description}) => [label ?? [], description ?? []].flat(2).join(' ')), links: edges.length}
  },
  sequence: (db: Sequence) => {
    const said = db.getMessages().filter(({message}) => typeof message === 'string' && message !== '')
    const between = said.filter(({type, from, to}) => type !== NOTE && from && to)
    const notes = said.filter(({type}) => type === NOTE).map(({message}) => String(message))
    return {labels: [...[...db.getActors().values()].map(({description}) => description), ...notes], links: between.length}
  },
  classDiagram: (db: Class) => ({labels: [...db.getClasses().values()].map(({label}) => label), links: db.getRelations().length}),
  er: (db: Entity) => ({labels: [...db.getEntities().values()].map(({label}) => label), links: db.getRelationships().length}),
}

function is(...classes: readonly string[]): (element: Element) => boolean {
  return ({properties}) => [properties.className].flat().some((name) => classes.includes(String(name)))
}

function elements(element: Element): Element[] {
  return [element, ...element.children.flatMap((child) => (child.type === 'element' ? elements(child) : []))]
}

function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? `${textOf(child)} ` : ''))
    .join('')
}

function plain(label: string): string {
  const decoded = new DOMParser().parseFromString(label.replace(/<br\s*\/?>/gi, ' '), 'text/html').body.textContent ?? ''
  return decoded.replace(/[*\s]+/g, ' ').trim()
}
