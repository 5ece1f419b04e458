# The engine of the guide, with a small pool: three workers forgot to give their connection back. A report works in the same database.
#: situation forgotten-connections
#: situation login-has-a-limit 100ms=5min, none=5min
#: setup
[ "$SITUATION" = forgotten-connections ] || sql -q -c "alter role app_a set idle_in_transaction_session_timeout = '5min'"
mkdir trading && touch trading/__init__.py
# The guide's limit would end the forgotten sessions while the page is read.
guide database/pooling.md trading/database.py | sed 's/idle_in_transaction_session_timeout=30000/idle_in_transaction_session_timeout=600000/' > trading/database.py
cat > application.py <<'PYTHON'
import sys, time
import sqlalchemy as sa
from trading.database import engine
forgotten = [engine.connect() for _ in range(3)]
for connection in forgotten:
    connection.execute(sa.text("select count(*) from orders"))
print(engine.pool.status(), flush=True)
try:
    engine.connect()
except sa.exc.TimeoutError as error:
    print(str(error).split(" (Background")[0], flush=True)
time.sleep(600)
PYTHON
export APP_DATABASE_URL="postgresql+psycopg2://app_a@localhost:$PGPORT/trading" APP_DB__POOL_SIZE=2 APP_DB__MAX_OVERFLOW=1 APP_DB__POOL_TIMEOUT_SECONDS=1
PGPASSWORD=password-a PGPASSFILE=/dev/null setsid python3 application.py > application.log 2>&1 < /dev/null &
full() { grep -qs QueuePool application.log; }; wait_for full
hold nightly-report "select 1"
#: type full-pool
APP_LOG=application.log
#: type what-do-they-do
APP=trading
# A connection of the pool that nobody uses is not forgotten.
#: before who-would-end
idle trading; sleep 0.2
#: type who-would-end
# Not a word that stands for another one.
IDLE_LIMIT=100"ms"
#: mistype who-would-end would end: 0
IDLE_LIMIT=1h
#: type free
END_THEM=yes
#: mistype free ended: 0
IDLE_LIMIT=1h
#: after free
sleeping nightly-report
same "$(sql -c "select string_agg(state, ' ') from pg_stat_activity where application_name = 'trading'")" idle "sessions of the application"
#: type limit-before
APP_LOGIN=app_a
#: type time-out
SET_LIMIT=yes
#: after time-out
# The limit is in force for new sessions of that login, and of no other; one that was there stays.
for role in app_a app_b; do sql -c "select coalesce((select string_agg(c, ',') from pg_db_role_setting s join pg_roles r on r.oid = s.setrole, unnest(setconfig) c where rolname = '$role' and c like 'idle%'), 'none')"; done | tr '\n' ' ' > limits
case $SITUATION in forgotten-*) limit=100ms ;; *) limit=5min ;; esac
same "$(cat limits)" "idle_in_transaction_session_timeout=$limit none " "limits of app_a and app_b"
#: deny verify forgotten: 1
PGAPPNAME=trading background bash -c '{ echo "begin; select 1;"; sleep 600; } | psql -XqAt'
waits() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = 'trading' and state = 'idle in transaction' and now() - state_change > interval '0.2 second'")" = 1 ]; }; wait_for waits
#: mend verify
sql -c "select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where application_name = 'trading' and state = 'idle in transaction'" > /dev/null
#: type roll-back
RESET_LIMIT=yes
