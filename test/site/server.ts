import {existsSync, readFileSync, statSync} from 'node:fs'
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http'
import type {AddressInfo} from 'node:net'
import {extname, join} from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.ics': 'text/calendar',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ico': 'image/vnd.microsoft.icon',
  '.webmanifest': 'application/manifest+json',
}

/** The headers that a site asks its host for, in `_headers`; none without that file. */
function headersOf(folder: string): Readonly<Record<string, string>> {
  const file = join(folder, '_headers')
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return Object.fromEntries(lines.flatMap((line) => [/^ {2}([\w-]+): (.+)$/.exec(line)?.slice(1) as [string, string]].filter(Boolean)))
}

/** Answers as a static host does: clean addresses, the headers that the site asks for, 404 with the site's own page. */
export function serve(folder: string, request: IncomingMessage, response: ServerResponse): void {
  const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  const file = [join(folder, path), join(folder, path, 'index.html'), join(folder, `${path}.html`)].find(
    (one) => existsSync(one) && statSync(one).isFile(),
  )
  response.writeHead(file === undefined ? 404 : 200, {
    ...headersOf(folder),
    // Its name changes with its content.
    ...(path.startsWith('/assets/') && file !== undefined && {'cache-control': 'public, max-age=31536000, immutable'}),
    'content-type': TYPES[extname(file ?? '404.html')] ?? 'application/octet-stream',
  })
  response.end(readFileSync(file ?? join(folder, '404.html')))
}

/** A static host of a built site on a free port of this machine. */
export async function host(folder: string): Promise<{readonly origin: string; close(): void}> {
  const server: Server = createServer((request, response) => serve(folder, request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close()}
}
