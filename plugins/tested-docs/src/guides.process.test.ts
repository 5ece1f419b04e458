import {afterAll, describe, expect, test, vi} from 'vitest'
import type {FixtureName} from './model/fixture.ts'
import {parsePage} from './parse/page.ts'
import {runPage} from './run.ts'
import {missing} from './source/machine.ts'
import {closeAll} from './source/sandbox.ts'

// Servers take their time on a busy machine.
vi.setConfig({testTimeout: 90_000})
afterAll(closeAll)

/** Runs a scene with the code of a guide against real services; an empty list when everything is as the scene says. */
const played = async (fixtures: readonly FixtureName[], scene: string): Promise<string[]> => {
  const text = `---\ntitle: Try\nfixtures: [${fixtures.join(', ')}]\nverification: {level: 0}\n---\n\n\`\`\`bash run id=nothing limit=60\ntrue\n\`\`\`\n`
  const {page, problems} = parsePage('docs/runbooks/try.md', text, 'sha256:0', {path: 'try.sh', text: `#: after nothing\n${scene}\n`})
  expect(problems).toEqual([])
  const {complaints, result} = await runPage(page, '2026-11-23')
  if (result.verdict === 'not-executed') throw new Error(String(result.because))
  return complaints.map(({reason}) => reason)
}
const lacks = async (...names: FixtureName[]): Promise<boolean> => (await Promise.all(names.map(missing))).some((list) => list.length > 0)

const TRADING = `mkdir trading && touch trading/__init__.py
export APP_DATABASE_URL="postgresql+psycopg2://app_a:password-a@localhost:$PGPORT/trading"
guide database/pooling.md trading/database.py > trading/database.py`

describe.skipIf(await lacks('postgres', 'sqlalchemy', 'alembic'))('the database guides', () => {
  test('a live version stays ready when the next one has migrated, and refuses a schema that is too old', async () => {
    const scene = `${TRADING}
guide database/health-checks.md trading/health.py > trading/health.py
ready() { python3 -c "from trading.database import engine; from trading.health import *; print(Readiness({'database': database(engine, {'0000'})}).answer()[0])"; }
same "$(ready)" 503 "a schema that is too old"
(cd project && alembic upgrade 0001 2> /dev/null)
same "$(ready)" 200 "the schema of this version"
(cd project && alembic upgrade head 2> /dev/null)
same "$(ready)" 200 "the schema of the next version"`
    expect(await played(['postgres', 'alembic'], scene)).toEqual([])
  })

  test('a unit of work outlasts a restart of the database, and a wrong statement is not repeated', async () => {
    const scene = `${TRADING}
guide database/pooling.md trading/retry.py > trading/retry.py
cat > work.py <<'PYTHON'
import sqlalchemy as sa
from trading.database import engine
from trading.retry import in_transaction
calls = 0
def work(session, statement="select count(*) from orders"):
    global calls
    calls += 1
    return session.execute(sa.text(statement)).scalar()
in_transaction(engine, work)
import subprocess, os
subprocess.run("pg_ctl -D $PGDATA -m fast stop && (sleep 3; pg_ctl -D $PGDATA -l again.log start) > /dev/null 2>&1 &", shell=True)
import time; time.sleep(1.5)
calls = 0
assert in_transaction(engine, work, patience=60) == 3
assert calls == 1 or calls > 1, calls
calls = 0
try:
    in_transaction(engine, lambda session: work(session, "select wrong"))
except sa.exc.ProgrammingError:
    assert calls == 1, calls
print("ok")
PYTHON
same "$(python3 work.py | tail -1)" ok "the unit of work"`
    expect(await played(['postgres', 'alembic'], scene)).toEqual([])
  })

  test('the index of the guide is built and dropped while a transaction outlives both time-outs, and never left invalid', async () => {
    const scene = `guide database/migrations.md migrations/versions/0003_index_on_symbol.py | sed 's/"0003"/"0004"/; s/"0002"/"0003"/' > project/migrations/versions/0004_index.py
cd project; alembic upgrade 0003 2> /dev/null
sed -i 's/lock_timeout=3s -c statement_timeout=15min/lock_timeout=500ms -c statement_timeout=1s/' migrations/env.py
valid() { sql -c "select indisvalid from pg_index where indexrelid = to_regclass('ix_orders_symbol')"; }
for direction in "upgrade 0004" "downgrade 0003"; do
  hold a-report "select count(*) from orders"
  (sleep 3; release a-report) &
  alembic $direction > ../log 2>&1 || { tail -1 ../log >&2; false; }
  wait; same "$(valid)" "$([ "$direction" = "upgrade 0004" ] && echo t)" "the index after $direction"
done`
    expect(await played(['postgres', 'alembic'], scene)).toEqual([])
  })
})

describe.skipIf(await lacks('postgres'))('the audit trail', () => {
  test('holds each change with its login and person, and the application can neither alter nor avoid it', async () => {
    const scene = `sql -c "alter table orders add column account text, add column client_order_id text, add column status text"
guide operations/audit-trail.md audit.sql > audit.sql
psql -Xq -1 -v ON_ERROR_STOP=1 -f audit.sql
as_app() { PGUSER=app_a PGPASSWORD=password-a PGPASSFILE=/dev/null sql "$@" 2>&1 || true; }
as_app -c "insert into orders (account, client_order_id, symbol, quantity, status) values ('acc-1', 'c-1', 'EXA', 1, 'accepted')"
as_app -1 -c "select set_config('app.person', 'trader-7', true)" -c "update orders set status = 'sent' where client_order_id = 'c-1'" > /dev/null
as_app -c "delete from orders where client_order_id = 'c-1'"
guide operations/audit-trail.md story.sql > story.sql
same "$(as_app -v account=acc-1 -v order=c-1 -f story.sql | cut -d'|' -f2- | tr '\\n' ' ')" "insert|app_a|||accepted update|app_a|trader-7|accepted|sent delete|app_a||sent| " "the story"
same "$(as_app -c "delete from audit.order_event")" "ERROR:  permission denied for table order_event" "a deletion"
case $(as_app -c "truncate orders") in *'orders are never removed with truncate'*) ;; *) echo "truncate went unseen" >&2; false ;; esac
guide operations/audit-trail.md audit-is-on.sql > audit-is-on.sql
same "$(sql -f audit-is-on.sql)" A "the trigger"`
    expect(await played(['postgres'], scene)).toEqual([])
  })
})

test('the calendar of the market refuses changes in its hours, on its short days, in a freeze and after its end', async () => {
  const open = (hours: string): string => `the market is open from ${hours} (America/New_York), with 30 minutes around it`
  const said = {
    '2026-11-25T13:59+00:00': 'a change may start',
    '2026-11-25T14:00+00:00': open('09:30 to 16:00'),
    '2026-11-25T21:29+00:00': open('09:30 to 16:00'),
    '2026-11-25T21:30+00:00': 'a change may start',
    // An hour earlier in the world's time, because of summer time.
    '2026-07-01T13:05+00:00': open('09:30 to 16:00'),
    '2026-11-26T15:00+00:00': 'a change may start',
    '2026-11-27T18:29+00:00': open('09:30 to 13:00'),
    '2026-11-27T18:30+00:00': 'a change may start',
    '2026-11-28T15:00+00:00': 'a change may start',
    '2026-12-20T12:00+00:00': 'freeze until 2026-12-31: end of the year',
    '2027-01-02T12:00+00:00': "the calendar ends on 2026-12-31: renew it from the venue's calendar",
  }
  const scene = `guide operations/market-hours.md /usr/local/bin/may-change > may-change
guide operations/market-hours.md /etc/trading/market-calendar > calendar
export MARKET_CALENDAR=calendar
${Object.entries(said)
  .map(([time, words]) => `same "$(python3 may-change ${time})" "${words}" "${time}"`)
  .join('\n')}
same "$(MARKET_CALENDAR=none python3 may-change > /dev/null 2>&1 || echo refused)" refused "a calendar that is not there"
same "$(python3 may-change 2026-12-20T12:00+00:00 > /dev/null || echo refused)" refused "the exit status in a freeze"`
  expect(await played([], scene)).toEqual([])
})

describe.skipIf(await lacks('websockets'))('the WebSocket guide', () => {
  test.each([
    [1001, 2],
    [1012, 2],
    [1000, 1],
  ])('after %i the client connects %i times', async (code, connections) => {
    const scene = `awk '/^\`\`\`python check$/ {code = ""; inside = 1; next} inside && /^\`\`\`$/ {inside = 0; if (code ~ /async def follow/) printf "%s", code} inside {code = code $0 "\\n"}' "$STUBS/../../../docs/operations/websocket-lifecycle.md" > client.py
cat > both.py <<'PYTHON'
import asyncio, client, websockets
client.BASE_SECONDS = 0.1
connections = 0
async def serve(socket, path=None):
    global connections
    connections += 1
    await socket.recv()
    await socket.close(${code} if connections == 1 else 1000)
async def main():
    async with websockets.serve(serve, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async def on_message(message): pass
        code = await asyncio.wait_for(client.follow(f"ws://127.0.0.1:{port}", on_message), 20)
    print(connections, code)
asyncio.run(main())
PYTHON
same "$(python3 both.py)" "${connections} 1000" "connections and final code"`
    expect(await played(['websockets'], scene)).toEqual([])
  })
})

describe.skipIf(await lacks('redis', 'redis-py'))('the caching guide', () => {
  test('twenty callers load once, and a lock is removed by its owner only', async () => {
    const scene = `awk '/^   \`\`\`python check$/ {code = ""; inside = 1; next} inside && /^   \`\`\`$/ {inside = 0; if (code ~ /def cached/) printf "%s", code} inside {sub(/^   /, ""); code = code $0 "\\n"}' "$STUBS/../../../docs/operations/caching-and-queries.md" > cache.py
cat > many.py <<'PYTHON'
import os, threading, time, redis, cache
client = redis.Redis(port=int(os.environ["REDIS_PORT"]), username="ops", password=os.environ["REDISCLI_AUTH"])
loads = []
def load():
    loads.append(1); time.sleep(0.4); return 7
values = []
threads = [threading.Thread(target=lambda: values.append(cache.cached(client, "cache:x", 60, load))) for _ in range(20)]
[thread.start() for thread in threads]; [thread.join() for thread in threads]
print(len(loads), set(values), client.get("cache:x:lock"))
cache.LOCK_SECONDS = 1
def slow():
    time.sleep(1.3); client.set("cache:y:lock", "another"); return 8
cache.cached(client, "cache:y", 60, slow)
print(client.get("cache:y:lock"))
PYTHON
same "$(python3 many.py | tr '\\n' ' ')" "1 {7} None b'another' " "loads, values and locks"`
    expect(await played(['redis', 'redis-py'], scene)).toEqual([])
  })
})
