/** Docusaurus fetches the pages behind all links in sight at once, while the page is still coming to life. Here that waits until the browser has nothing else to do, one page at a time. Where fingers point, only the page behind a touched link is fetched, which Docusaurus does by itself: the others would cost their owner's data. */
interface Ahead {
  prefetch(path: string): unknown
}

const waiting: string[] = []
let fetching = false

/** Browsers without it wait a moment. */
const whenIdle: (run: () => void) => void =
  typeof window === 'undefined' || !('requestIdleCallback' in window)
    ? (run) => void setTimeout(run, 300)
    : (run) => void requestIdleCallback(run)

function next(own: Ahead): void {
  const path = waiting.shift()
  fetching = path !== undefined
  if (path === undefined) return
  own.prefetch(path)
  whenIdle(() => next(own))
}

let ours = false

/** Docusaurus puts its own in place after this file is read, and before the first page stands. */
export function onRouteDidUpdate(): void {
  if (ours) return
  ours = true
  const {docusaurus: own} = window as unknown as {docusaurus: Ahead}
  const touched = window.matchMedia('(hover: none)').matches
  const prefetch = (path: string): void => {
    if (touched) return
    waiting.push(path)
    if (fetching) return
    fetching = true
    whenIdle(() => next(own))
  }
  Object.assign(window, {docusaurus: {...own, prefetch}})
}
