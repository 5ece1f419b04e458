import {chmodSync, rmSync} from 'node:fs'
import {join} from 'node:path'
import type {Finding} from '../problem.ts'
import type {Fence} from './fence.ts'
import {toFinding} from './place.ts'
import {inScratch, write} from './scratch.ts'
import {find, run, type Run} from './tool.ts'

const PACKAGE = 'postgresql'
const DATABASE = 'snippets'

/** Runs the SQL of pages in a PostgreSQL made for them alone: an own cluster on a socket, for each page an empty database,
 *  in it the fences in order, each in its own session. */
export function postgres(pages: readonly (readonly Fence[])[]): Promise<Finding[][]> {
  if (pages.length === 0) return Promise.resolve([])
  return inScratch((folder) => {
    const server = new Server(folder)
    try {
      return pages.map((fences) => server.page(fences))
    } finally {
      server.stop()
    }
  })
}

class Server {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
    // The server refuses to run as root, so its folder must be reachable for the user it runs as.
    chmodSync(folder, 0o777)
    const data = join(folder, 'data')
    this.#must(this.#program('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C.UTF-8']))
    const options = `-c listen_addresses= -c unix_socket_directories=${folder} -c fsync=off -c max_prepared_transactions=5`
    this.#must(this.#program('pg_ctl', ['-D', data, '-w', '-t', '30', '-l', join(folder, 'log'), '-o', options, 'start']))
  }

  page(fences: readonly Fence[]): Finding[] {
    this.#must(this.#psql('postgres', `create database ${DATABASE};`))
    const findings = fences.flatMap((fence) => {
      const {ok, output} = this.#psql(DATABASE, fence.text)
      const match = /^psql:[^:]*:(\d+): (?:ERROR|FATAL|error): *(.*)$/m.exec(output)
      return ok ? [] : [toFinding(fence, Number(match?.[1] ?? 1), match?.[2] ?? output)]
    })
    // Roles and settings belong to the whole cluster; the next page must not see them.
    this.#must(this.#psql('postgres', `drop database ${DATABASE} with (force);\nalter system reset all;`))
    this.#must(this.#psql('postgres', "select format('drop role %I', rolname) from pg_roles where rolname !~ '^(pg_|postgres$)' \\gexec"))
    return findings
  }

  stop(): void {
    this.#program('pg_ctl', ['-D', join(this.#folder, 'data'), '-m', 'immediate', 'stop'])
    rmSync(join(this.#folder, 'data'), {recursive: true, force: true})
  }

  #psql(database: string, sql: string): Run {
    const file = write(this.#folder, 'snippet.sql', sql)
    chmodSync(file, 0o644)
    return this.#program('psql', ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-h', this.#folder, '-U', 'postgres', '-d', database, '-f', file])
  }

  #program(name: string, args: readonly string[]): Run {
    const path = find(name, PACKAGE)
    const options = {cwd: this.#folder, seconds: 60}
    return process.getuid?.() === 0 ? run('runuser', ['-u', 'postgres', '--', path, ...args], options) : run(path, args, options)
  }

  #must({ok, output}: Run): void {
    if (!ok) throw new Error(`the scratch PostgreSQL failed:\n${output}`)
  }
}
