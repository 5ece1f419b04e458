type Handler = (
  request: {readonly url?: string},
  response: {setHeader(name: string, value: string): void; end(body: string): void},
  next: () => void,
) => void
type Setup = (middlewares: unknown[], server: {readonly app?: {use(handler: Handler): void}}) => unknown[]

/** Answers an address of the development server with JSON; what another plugin set up before goes on working. */
export function serveJson(
  config: unknown,
  answers: Readonly<Record<string, () => Promise<unknown>>>,
): {devServer: {setupMiddlewares: Setup}} {
  const before = (config as {readonly devServer?: {readonly setupMiddlewares?: Setup}}).devServer?.setupMiddlewares
  const handle: Handler = (request, response, next) => {
    const answer = answers[(request.url ?? '').split('?')[0] ?? '']
    if (answer === undefined) return next()
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.setHeader('cache-control', 'no-cache')
    void answer().then(
      (value) => response.end(JSON.stringify(value)),
      (error: unknown) => response.end(JSON.stringify({error: String(error)})),
    )
  }
  return {
    devServer: {
      setupMiddlewares: (middlewares, server) => {
        server.app?.use(handle)
        return before === undefined ? middlewares : before(middlewares, server)
      },
    },
  }
}
