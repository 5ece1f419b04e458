import {spawn} from 'node:child_process'
import {join} from 'node:path'
import type {Finding} from '../problem.ts'
import type {Fence} from './fence.ts'
import {toFinding} from './place.ts'
import {certificate, freePort, inScratch, write} from './scratch.ts'
import {find} from './tool.ts'

const SECONDS = 15

/** A real start of redis-server with the configuration. Ports are moved to free ones, and files that only the reader's machine has
 *  are replaced in their own line, so that line numbers stay. */
export function redis(fence: Fence): Promise<Finding[]> {
  return inScratch(async (folder) => {
    const program = find('redis-server', 'redis-server')
    const made = certificate(folder)
    const ports = {port: await freePort(), tls: await freePort()}
    const users = write(folder, 'users.acl', '')
    const text = fence.text
      .replace(/^port\s+[1-9]\d*/gm, `port ${ports.port}`)
      .replace(/^tls-port\s+[1-9]\d*/gm, `tls-port ${ports.tls}`)
      .replace(/^bind\s+.*$/gm, 'bind 127.0.0.1')
      .replace(/^(tls-(?:client-)?cert-file|tls-ca-cert-file)\s+.*$/gm, `$1 ${made.certificate}`)
      .replace(/^(tls-(?:client-)?key-file)\s+.*$/gm, `$1 ${made.key}`)
      .replace(/^aclfile\s+.*$/gm, `aclfile ${users}`)
      .replace(/^dir\s+.*$/gm, `dir ${folder}`)
      .replace(/^unixsocket\s+.*$/gm, `unixsocket ${join(folder, 'redis.sock')}`)
      .replace(/^(?:logfile|pidfile|daemonize|supervised)\s+.*$/gm, '#')
    // Without a port of its own the server would take 6379, which may be in use.
    const own = /^port\s/m.test(text) ? '' : `port ${ports.port}\n`
    const {ready, output} = await start(program, write(folder, 'redis.conf', `${text}${own}dir ${folder}\n`), folder)
    if (ready) return []
    const line = Number(/at line (\d+)/.exec(output)?.[1] ?? 1)
    return [toFinding(fence, line, /at line \d+\s+>>> (.*\s+.*)/.exec(output)?.[1] ?? output.trim().split('\n').slice(-3).join(' '))]
  })
}

/** Starts the server, waits for its word that it is ready, and stops it again. */
function start(program: string, conf: string, cwd: string): Promise<{ready: boolean; output: string}> {
  return new Promise((resolve, reject) => {
    const server = spawn(program, [conf], {cwd, env: {...process.env, LC_ALL: 'C.UTF-8'}})
    let output = ''
    let ready = false
    const timer = setTimeout(() => server.kill('SIGKILL'), SECONDS * 1000)
    const read = (chunk: Buffer): void => {
      output += chunk.toString()
      if (!ready && output.includes('Ready to accept connections')) {
        ready = true
        server.kill('SIGTERM')
      }
    }
    server.stdout.on('data', read)
    server.stderr.on('data', read)
    server.on('error', reject)
    server.on('close', () => {
      clearTimeout(timer)
      resolve({ready, output})
    })
  })
}
