import {createServer} from 'node:net'

/** Below the range that the kernel gives to outgoing connections, so that no client takes a port between the look and the use. */
const FIRST = 20000
const COUNT = 10000

const given = new Set<number>()

/** A port on 127.0.0.1 that nothing listens on and that was not given before. */
export const freePort = async (): Promise<number> => {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT)
    if (given.has(port)) continue
    given.add(port)
    if (await isFree(port)) return port
  }
}

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen({port, host: '127.0.0.1', exclusive: true}, () => server.close(() => resolve(true)))
  })
