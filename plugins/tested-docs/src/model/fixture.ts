/** What a page may ask for in its front matter (`fixtures: [postgres]`), with what each one needs on the machine. */
export const FIXTURES = {
  ca: {says: 'a certificate authority', commands: ['openssl'], modules: [], packages: ['openssl']},
  postgres: {says: 'PostgreSQL', commands: ['postgres', 'initdb', 'psql'], modules: [], packages: ['postgresql']},
  'postgres-tls': {
    says: 'PostgreSQL with TLS',
    commands: ['postgres', 'initdb', 'psql', 'openssl'],
    modules: [],
    packages: ['postgresql', 'openssl'],
  },
  redis: {says: 'Redis', commands: ['redis-server', 'redis-cli'], modules: [], packages: ['redis-server']},
  'redis-tls': {
    says: 'Redis with TLS',
    commands: ['redis-server', 'redis-cli', 'openssl'],
    modules: [],
    packages: ['redis-server', 'openssl'],
  },
  'blue-green': {
    says: 'nginx with two stub backends',
    commands: ['nginx', 'curl', 'jq', 'python3'],
    modules: [],
    packages: ['nginx-light', 'curl', 'jq', 'python3'],
  },
  'nginx-tls': {says: 'nginx with TLS', commands: ['nginx', 'curl', 'openssl'], modules: [], packages: ['nginx-light', 'curl', 'openssl']},
  alembic: {
    says: 'an Alembic project',
    commands: ['alembic', 'python3'],
    modules: ['sqlalchemy', 'psycopg2'],
    packages: ['alembic', 'python3-sqlalchemy', 'python3-psycopg2'],
  },
  vault: {says: 'a stand-in for Vault', commands: ['python3', 'jq'], modules: [], packages: ['python3', 'jq']},
  systemd: {says: 'a stand-in for systemd', commands: [], modules: [], packages: []},
  sqlalchemy: {
    says: 'SQLAlchemy',
    commands: ['python3'],
    modules: ['sqlalchemy', 'psycopg2'],
    packages: ['python3-sqlalchemy', 'python3-psycopg2'],
  },
  jwt: {says: 'PyJWT', commands: ['python3'], modules: ['jwt'], packages: ['python3-jwt']},
  'redis-py': {says: 'redis-py', commands: ['python3'], modules: ['redis'], packages: ['python3-redis']},
  websockets: {says: 'the websockets library', commands: ['python3'], modules: ['websockets'], packages: ['python3-websockets']},
  promtool: {says: 'promtool', commands: ['promtool'], modules: [], packages: ['prometheus']},
  coverage: {
    says: 'coverage.py and pytest',
    commands: ['python3-coverage'],
    modules: ['coverage', 'pytest'],
    packages: ['python3-coverage', 'python3-pytest'],
  },
  cython: {
    says: 'Cython and a C compiler',
    commands: ['python3', 'gcc'],
    modules: ['Cython', 'setuptools'],
    packages: ['cython3', 'gcc', 'python3-dev', 'python3-setuptools'],
  },
  curl: {says: 'curl and jq', commands: ['curl', 'jq', 'python3'], modules: [], packages: ['curl', 'jq', 'python3']},
  openssl: {says: 'OpenSSL', commands: ['openssl'], modules: [], packages: ['openssl']},
  pip: {says: 'pip', commands: ['python3'], modules: ['pip'], packages: ['python3-pip']},
  git: {says: 'git', commands: ['git'], modules: [], packages: ['git']},
} as const satisfies Record<string, Requirement>

export interface Requirement {
  /** How a sentence names it. */
  readonly says: string
  readonly commands: readonly string[]
  /** Python modules. */
  readonly modules: readonly string[]
  /** Debian packages that bring them. */
  readonly packages: readonly string[]
}

export type FixtureName = keyof typeof FIXTURES

export const isFixture = (name: string): name is FixtureName => Object.hasOwn(FIXTURES, name)
