import type {Output} from '../model/output.ts'

interface Middlewares {
  (middlewares: unknown[], server: {readonly app?: {use(handler: Handler): void}}): unknown[]
}
type Handler = (request: {readonly url?: string; readonly method?: string}, response: Response, next: () => void) => void
interface Response {
  setHeader(name: string, value: string): void
  end(body?: string): void
}
interface Config {
  readonly devServer?: {readonly setupMiddlewares?: Middlewares}
}

/** Serves the outputs from the report that stands in memory while writing; what another plugin set up before goes on working. */
export function serveOutputs(config: unknown, base: string, files: () => readonly Output[]): {devServer: {setupMiddlewares: Middlewares}} {
  const before = (config as Config).devServer?.setupMiddlewares
  return {
    devServer: {
      setupMiddlewares: (middlewares, server) => {
        server.app?.use((request, response, next) => {
          const path = (request.url ?? '').split('?')[0] as string
          const file = path.startsWith(base) ? files().find((one) => one.path === decodePath(path.slice(base.length))) : undefined
          if (file === undefined) return next()
          response.setHeader('content-type', file.type)
          response.setHeader('cache-control', 'no-cache')
          response.end(file.body)
        })
        return before === undefined ? middlewares : before(middlewares, server)
      },
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
