# Two applications with the engine of the guide, one without pre-ping, keep a pooled connection. A report works in a transaction.
#: setup
mkdir trading && touch trading/__init__.py
guide database/pooling.md trading/database.py > trading/database.py
cat > application.py <<'PYTHON'
import os, sys
import sqlalchemy as sa
from trading.database import engine
engine.pool._pre_ping = sys.argv[1] == "pre-ping"
for _ in sys.stdin:
    try:
        with engine.connect() as connection:
            print("ok", connection.execute(sa.text("select count(*) from orders")).scalar(), flush=True)
    except sa.exc.DBAPIError as error:
        print(f"{type(error).__name__}: {str(error.orig).splitlines()[0]}", flush=True)
PYTHON
export APP_DATABASE_URL="postgresql+psycopg2://app_a@localhost:$PGPORT/trading" APP_DB__POOL_SIZE=1 APP_DB__MAX_OVERFLOW=0
for mode in plain pre-ping; do
  mkfifo "calls-$mode"
  PGPASSWORD=password-a PGPASSFILE=/dev/null background bash -c 'exec 9<> "calls-$0"; python3 application.py "$0" <&9 >> "$0.log" 2>&1' "$mode"
  echo > "calls-$mode"
  worked() { grep -qs ok "$mode.log"; }; wait_for worked
done
hold nightly-report "select 1"
postgres_unit postgresql@15-main
#: deny is-it-up no response
systemctl stop postgresql@15-main
#: mend is-it-up
systemctl start postgresql@15-main
hold nightly-report "select 1"
for mode in plain pre-ping; do echo > "calls-$mode"; sleep 1; echo > "calls-$mode"; answered() { [ "$(wc -l < "$mode.log")" = 3 ]; }; wait_for answered; : > "$mode.log"; done
#: type change-setting
SETTING=max_connections VALUE=120
#: deny change-setting nothing was changed
chmod 000 "$PGDATA/postgresql.auto.conf"
#: mend change-setting
chmod 600 "$PGDATA/postgresql.auto.conf"
#: after change-setting
same "$(stat -c %a "$HOME"/auto.conf.*)" 600 "mode of the kept file"
grep -q max_connections "$PGDATA/postgresql.auto.conf"
same "$(grep -c max_connections "$HOME"/auto.conf.*)" 0 "the setting in the kept file"
#: type restart
RESTART_NOW=yes UNIT=postgresql@15-main
#: deny restart nothing was restarted
mv "$UNITS/postgresql@15-main" "$UNITS/kept"
#: mend restart
mv "$UNITS/kept" "$UNITS/postgresql@15-main"
#: after restart
same "$(sql -c 'show max_connections')" 120 "max_connections"
#: before stale-connections
for mode in plain pre-ping; do echo > "calls-$mode"; sleep 1; echo > "calls-$mode"; answered() { [ "$(wc -l < "$mode.log")" = 2 ]; }; wait_for answered; done
same "$(cut -c1-16 plain.log | tr '\n' ' ')" "OperationalError ok 3 " "what the application without pre-ping saw"
same "$(tr '\n' ' ' < pre-ping.log)" "ok 3 ok 3 " "what the application with pre-ping saw"
#: type stale-connections
APP_LOG=plain.log
#: deny verify no response
systemctl stop postgresql@15-main
#: mend verify
systemctl start postgresql@15-main
#: before read-log
# A second setting, with which the server does not start.
sql -c "alter system set shared_preload_libraries = 'no_such_library'"
! systemctl restart postgresql@15-main
#: type roll-back
TAKE_BACK=yes
#: deny roll-back nothing was taken back
kept=$(ls "$HOME"/auto.conf.??????)
cp "$kept" kept-elsewhere
: > "$kept"
#: mend roll-back
cat kept-elsewhere > "$(ls "$HOME"/auto.conf.??????)"
rm kept-elsewhere
#: after roll-back
same "$(sql -c 'show shared_preload_libraries')" "" "shared_preload_libraries"
