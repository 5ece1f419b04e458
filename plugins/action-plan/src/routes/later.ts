import {createElement, type ComponentType, type ReactNode} from 'react'

type Route = ComponentType<Record<string, unknown>> & {
  /** Docusaurus waits for it before it shows a page, and calls it when a link to the page is pointed at. */
  preload(): Promise<unknown>
}

/** The pages of plans. */
let table: readonly Route[] = []

/**
 * A page of a plan in the table of routes that every page of a site loads: its place in another. The files that it is made of are in that one,
 * which is loaded with the first page of a plan.
 */
export default function later(index: number): Route {
  const route = (props: Record<string, unknown>): ReactNode => table[index] && createElement(table[index], props)
  route.preload = () =>
    import('@generated/docusaurus-plugin-action-plan/client/table.js').then((made) => {
      table = made.default as typeof table
      return table[index]?.preload()
    })
  return route
}
