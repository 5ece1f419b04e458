import {afterAll, describe, expect, test, vi} from 'vitest'
import type {FixtureName} from './model/fixture.ts'
import {parsePage} from './parse/page.ts'
import {runPage} from './run.ts'
import {missing} from './source/machine.ts'
import {closeAll} from './source/sandbox.ts'

// Servers and keys take their time on a busy machine.
vi.setConfig({testTimeout: 60_000})

afterAll(closeAll)

/** Runs one block with an expected output against a fixture, and returns the complaints. */
const complaints = async (fixture: FixtureName, commands: string, expected: string, info = ''): Promise<string[]> => {
  const text = `---\ntitle: Trap\nfixtures: [${fixture}]\nverification: {level: 0}\n---\n\n\`\`\`bash run id=trap ${info}\n${commands}\n\`\`\`\n\n\`\`\`text expect\n${expected}\n\`\`\`\n`
  const {page, problems} = parsePage('docs/runbooks/trap.md', text, 'sha256:0')
  expect(problems).toEqual([])
  const ran = await runPage(page, '2026-11-23')
  expect(ran.left).toEqual([])
  if (ran.result.verdict === 'not-executed') throw new Error(String(ran.result.because))
  return ran.complaints.map((complaint) => complaint.reason)
}

const lacks = async (...names: FixtureName[]): Promise<boolean> => (await Promise.all(names.map(missing))).some((list) => list.length > 0)

describe.skipIf(await lacks('blue-green'))('curl | jq', () => {
  const probe =
    'touch unhealthy-1.1.0; curl -fsS "http://127.0.0.1:$GREEN_PORT/health" 2>/dev/null | jq -e ".status == \\"ok\\""; echo "status $?"'
  test('ends with 0 on a 503 in the shell of a reader', async () => {
    expect(await complaints('blue-green', probe, 'status 0')).toEqual([])
  })
  test('ends with 22 with pipefail', async () => {
    expect(await complaints('blue-green', `set -o pipefail; ${probe}`, 'status 22')).toEqual([])
  })
})

describe.skipIf(await lacks('redis'))('redis-cli', () => {
  test('ends with 0 on an error, so only its output tells; -e tells by the status', async () => {
    expect(
      await complaints(
        'redis',
        'redis-cli --user ops -p "$REDIS_PORT" no-such-command; echo "status $?"',
        "ERR unknown command 'no-such-command', with args beginning with: \n\nstatus 0",
      ),
    ).toEqual([])
    expect(await complaints('redis', 'redis-cli --user ops -p "$REDIS_PORT" no-such-command', 'OK')).toEqual([
      expect.stringContaining('printed "ERR unknown command'),
    ])
    expect(await complaints('redis', 'redis-cli -e --user ops -p "$REDIS_PORT" no-such-command', 'OK')).toEqual([
      'exit status 1, expected 0',
    ])
  })
})

describe.skipIf(await lacks('postgres-tls'))('verify-ca', () => {
  const ask = (mode: string): string => `PGHOST=wrong.example.com PGPASSWORD=admin-password PGSSLMODE=${mode} psql -At -c "select 1" 2>&1`
  test('accepts a wrong host, verify-full refuses it', async () => {
    expect(await complaints('postgres-tls', ask('verify-ca'), '1')).toEqual([])
    expect(await complaints('postgres-tls', ask('verify-full'), '1')).toEqual(['exit status 2, expected 0'])
  })
  test('pg_reload_conf() returns true although the key was refused: the old certificate is still served', async () => {
    const commands = `served() { openssl s_client -starttls postgres -connect "127.0.0.1:$PGPORT" < /dev/null 2> /dev/null | openssl x509 -noout -fingerprint; }
before=$(served)
pki/issue next localhost 90
cp pki/next.crt "$(dirname "$PGDATA")/server.crt"; cp pki/next.key "$(dirname "$PGDATA")/server.key"; chmod 644 "$(dirname "$PGDATA")/server.key"
psql -At -c "select pg_reload_conf()"
until grep -qs 'SSL configuration was not reloaded' "$PGLOG"; do sleep 0.1; done
[ "$(served)" = "$before" ] && echo "not reloaded"`
    expect(await complaints('postgres-tls', commands, 't\nnot reloaded')).toEqual([])
  })
})

describe.skipIf(await lacks('postgres'))('a rotation', () => {
  test('leaves connections alive that are open, although new ones are refused', async () => {
    const commands = `umask 077; printf 'localhost:%s:*:app_a:password-a\\n' "$PGPORT" > login
export PGPASSFILE=login
PGUSER=app_a psql -At -c "select pg_sleep(1)" -c "select 'still alive'" > survivor &
until [ "$(PGPASSFILE=$HOME/.pgpass psql -At -c "select count(*) from pg_stat_activity where usename = 'app_a'")" = 1 ]; do sleep 0.05; done
PGPASSFILE=$HOME/.pgpass psql -q -c "alter role app_a nologin password null"
PGUSER=app_a psql -At -c "select 1" > /dev/null 2>&1 || echo "refused"
wait; tail -1 survivor`
    expect(await complaints('postgres', commands, 'refused\nstill alive')).toEqual([])
  })
})
