import type {FetchCause} from '../model/cause.ts'
import type {Push} from '../model/live.ts'

/** Takes what the development server pushes, while the page is looked at: a browser has few connections to a server. Gives what ends it. */
export function listenToDevEvents(url: string, take: (pushed: Push | FetchCause) => void): () => void {
  let events: EventSource | null = null
  const open = (): void => {
    if (document.visibilityState === 'hidden') {
      events?.close()
      events = null
    } else if (events === null) {
      events = new EventSource(url)
      events.onmessage = ({data}: MessageEvent<string>) => take(JSON.parse(data) as Push)
      events.onerror = () => take({code: 'unreachable', facts: {}})
    }
  }
  open()
  document.addEventListener('visibilitychange', open)
  return () => {
    document.removeEventListener('visibilitychange', open)
    events?.close()
  }
}
