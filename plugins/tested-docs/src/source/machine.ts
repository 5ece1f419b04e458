import {accessSync, constants, existsSync, readdirSync} from 'node:fs'
import {FIXTURES, type FixtureName} from '../model/fixture.ts'
import {run} from './process.ts'

/** Where commands are looked up: the system's own, in a fixed order, never the caller's. Debian keeps the PostgreSQL server beside them. */
const path = (): string => [...postgresFolders(), '/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].join(':')

function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => `${root}/${version}/bin`).filter(existsSync)
}

export const hasCommand = (command: string): boolean =>
  ENVIRONMENT.PATH.split(':').some((folder) => {
    try {
      accessSync(`${folder}/${command}`, constants.X_OK)
      return true
    } catch {
      return false
    }
  })

export const ENVIRONMENT = {
  PATH: path(),
  LC_ALL: 'C.UTF-8',
  TZ: 'UTC',
  COLUMNS: '80',
  PAGER: 'cat',
  TERM: 'dumb',
  PYTHONUNBUFFERED: '1',
  PYTHONDONTWRITEBYTECODE: '1',
}

const hasModule = async (module: string): Promise<boolean> =>
  (await run('python3', ['-c', `import ${module}`], {env: ENVIRONMENT})).status === 0

const known = new Map<string, Promise<boolean>>()
const once = (key: string, ask: () => Promise<boolean>): Promise<boolean> => {
  const answer = known.get(key) ?? ask()
  known.set(key, answer)
  return answer
}

/** After packages were installed, what was looked up before counts no more. */
export const forget = (): void => {
  known.clear()
  ENVIRONMENT.PATH = path()
}

/** What this machine lacks for a fixture, as words. */
export const missing = async (name: FixtureName): Promise<string[]> => {
  const {commands, modules} = FIXTURES[name]
  const lacking = ['bash', 'setpriv', ...commands].filter((command) => !hasCommand(command)).map((command) => `the command ${command}`)
  for (const module of modules) if (!(await once(module, () => hasModule(module)))) lacking.push(`the Python module ${module}`)
  return lacking
}

/** How each product tells its version: the command, and where in its output. */
const VERSIONS = {
  PostgreSQL: ['postgres', ['--version'], /\) (\d+\.\d+)/],
  Redis: ['redis-server', ['--version'], /v=([\d.]+)/],
  nginx: ['nginx', ['-v'], /nginx\/([\d.]+)/],
  OpenSSL: ['openssl', ['version'], /OpenSSL (\S+)/],
  Prometheus: ['promtool', ['--version'], /version ([\d.]+)/],
  Python: ['python3', ['--version'], /Python (\S+)/],
  Alembic: ['python3', ['-c', 'import alembic; print(alembic.__version__)'], /(.+)/],
  SQLAlchemy: ['python3', ['-c', 'import sqlalchemy; print(sqlalchemy.__version__)'], /(.+)/],
  PyJWT: ['python3', ['-c', 'import jwt; print(jwt.__version__)'], /(.+)/],
  'redis-py': ['python3', ['-c', 'import redis; print(redis.__version__)'], /(.+)/],
  websockets: ['python3', ['-c', 'import websockets.version as v; print(v.version)'], /(.+)/],
  'coverage.py': ['python3', ['-c', 'import coverage; print(coverage.__version__)'], /(.+)/],
  pytest: ['python3', ['-c', 'import pytest; print(pytest.__version__)'], /(.+)/],
  pip: ['python3', ['-c', 'import pip; print(pip.__version__)'], /(.+)/],
  Cython: ['python3', ['-c', 'import Cython; print(Cython.__version__)'], /(.+)/],
  curl: ['curl', ['--version'], /^curl (\S+)/],
  git: ['git', ['--version'], /version (\S+)/],
} as const satisfies Record<string, readonly [string, readonly string[], RegExp]>

type Product = keyof typeof VERSIONS

const PRODUCTS: Readonly<Record<FixtureName, readonly Product[]>> = {
  postgres: ['PostgreSQL'],
  'postgres-tls': ['PostgreSQL', 'OpenSSL'],
  redis: ['Redis'],
  'redis-tls': ['Redis', 'OpenSSL'],
  ca: ['OpenSSL'],
  'blue-green': ['nginx', 'curl'],
  'nginx-tls': ['nginx', 'OpenSSL'],
  alembic: ['PostgreSQL', 'Alembic'],
  vault: [],
  systemd: [],
  sqlalchemy: ['SQLAlchemy'],
  jwt: ['PyJWT'],
  'redis-py': ['redis-py'],
  websockets: ['websockets'],
  promtool: ['Prometheus'],
  coverage: ['coverage.py', 'pytest'],
  cython: ['Cython', 'Python'],
  curl: ['curl'],
  openssl: ['OpenSSL'],
  pip: ['pip'],
  git: ['git'],
}

const told = new Map<Product, Promise<string>>()

/** The versions of what a page used, by name. */
export const versions = async (names: readonly FixtureName[]): Promise<Record<string, string>> => {
  const products = [...new Set(names.flatMap((name) => PRODUCTS[name]))]
  const pairs = products.map(async (product) => {
    const answer = told.get(product) ?? ask(product)
    told.set(product, answer)
    return [product, await answer] as const
  })
  return Object.fromEntries(await Promise.all(pairs))
}

const ask = async (product: Product): Promise<string> => {
  const [command, args, where] = VERSIONS[product]
  return where.exec((await run(command, args, {env: ENVIRONMENT})).output)?.[1]?.trim() ?? 'unknown'
}
