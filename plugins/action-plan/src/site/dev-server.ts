import type {Push} from '../model/live.ts'
import type {Output} from '../model/output.ts'
import type {TickRequest, TickResponse} from './tick-server.ts'

interface Middlewares {
  (middlewares: unknown[], server: {readonly app?: {use(handler: Handler): void}}): unknown[]
}
type Handler = (request: Request, response: Response, next: () => void) => void
interface Request extends TickRequest {
  readonly url?: string
  on(event: 'close', run: () => void): void
}
interface Response extends TickResponse {
  write(body: string): void
}
interface Config {
  readonly devServer?: {readonly setupMiddlewares?: Middlewares}
}

/** Serves a plan while it is written: its outputs from the report in memory, and a stream of its numbers to open pages. */
export interface DevServer {
  /** Tells every open page. */
  push(pushed: Push): void
  /** The bundler's settings with this server in them; what another plugin set up before goes on working. */
  configure(config: unknown): {devServer: {setupMiddlewares: Middlewares}}
}

/** `base` is where the plan's files are served; `files` gives them as they are when they are asked for; `tick` answers a page that ticks a task. */
export function devServer(
  base: string,
  files: () => readonly Output[],
  tick: (request: TickRequest, response: TickResponse) => Promise<void>,
): DevServer {
  const open = new Set<Response>()
  let last: string | null = null
  const event = (data: string): string => `data: ${data}\n\n`

  const stream = (request: Request, response: Response): void => {
    response.setHeader('content-type', 'text/event-stream; charset=utf-8')
    // Not to be transformed: a compressing server would hold events back.
    response.setHeader('cache-control', 'no-cache, no-transform')
    response.write(last === null ? ':\n\n' : event(last))
    open.add(response)
    request.on('close', () => open.delete(response))
  }
  const handle: Handler = (request, response, next) => {
    const path = (request.url ?? '').split('?')[0] as string
    if (!path.startsWith(base)) return next()
    const name = decodePath(path.slice(base.length))
    if (name === 'status.events') return stream(request, response)
    if (name === 'status.tick') return void tick(request, response)
    const file = files().find((one) => one.path === name)
    if (file === undefined) return next()
    response.setHeader('content-type', file.type)
    response.setHeader('cache-control', 'no-cache')
    response.end(file.body)
  }
  return {
    push(pushed) {
      last = JSON.stringify(pushed)
      for (const response of open) response.write(event(last))
    },
    configure(config) {
      const before = (config as Config).devServer?.setupMiddlewares
      return {
        devServer: {
          setupMiddlewares: (middlewares, server) => {
            server.app?.use(handle)
            return before === undefined ? middlewares : before(middlewares, server)
          },
        },
      }
    },
  }
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
