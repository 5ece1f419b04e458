# The application asks a large table without an index; a report of somebody else is slow too, and must not be ended.
#: setup
sql -c "create table order_history as select 'S' || n % 50000 as symbol, n as quantity from generate_series(1, 200000) n" -c "alter table order_history owner to app_owner" -c "analyze order_history"
#: deny normal 1
PGAPPNAME=nightly-report background psql -XqAt -c "select pg_sleep(600)"
long() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = 'nightly-report' and now() - query_start > interval '1.1 second'")" = 1 ]; }; wait_for long
#: mend normal
release nightly-report
#: before what-runs
PGAPPNAME=trading PGUSER=app_a PGPASSWORD=password-a PGPASSFILE=/dev/null setsid psql -XqAt -c "select count(*), pg_sleep(600) from order_history where symbol = 'S4711' group by symbol" > application.log 2>&1 < /dev/null &
slow() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = 'trading' and now() - query_start > interval '1.1 second'")" = 1 ]; }; wait_for slow
#: type plan
QUERY="select * from order_history where symbol = 'S4711'"
#: deny explain read-only transaction
# A view of that name, which comes first, writes.
sql -c "create schema postgres" -c "create function note() returns int volatile language sql as 'insert into orders (symbol, quantity) values (''X'', 1) returning 1'" -c "create view postgres.order_history as select symbol, quantity, note() from public.order_history"
#: mend explain
PGOPTIONS='-c client_min_messages=warning' sql -c "drop schema postgres cascade"
#: before who-would-end
hold nightly-report "select 1"
# A connection that runs nothing is not slow.
idle trading; sleep 0.6
#: type who-would-end
APP=trading APP_LOGIN=app_a QUERY_LIMIT=500ms
#: mistype who-would-end would end: 0
QUERY_LIMIT=1h
#: type end-statements
END_THEM=yes
#: mistype end-statements ended: 0
QUERY_LIMIT=1h
#: after end-statements
sleeping nightly-report
ended() { grep -q 'canceling statement due to user request' application.log; }; wait_for ended
#: type set-limit
SET_LIMIT=yes
#: after set-limit
same "$(PGUSER=app_a PGPASSWORD=password-a PGPASSFILE=/dev/null psql -XqAt -c 'select pg_sleep(5)' 2>&1)" "ERROR:  canceling statement due to statement timeout" "a new session of the login"
sql -c "select pg_sleep(0.6)"
release nightly-report
#: type index
INDEX_ON="order_history (symbol)" INDEX_NAME=order_history_symbol
#: deny index already exists
sql -c "create index order_history_symbol on order_history (quantity)"
#: mend index
sql -c "drop index order_history_symbol"
#: after index
same "$(sql -c "select count(*) from pg_index where indrelid = 'order_history'::regclass and indisvalid")" 1 "valid indexes"
#: deny verify Seq Scan
sql -c "update pg_index set indisvalid = false where indexrelid = 'order_history_symbol'::regclass"
#: mend verify
sql -c "update pg_index set indisvalid = true where indexrelid = 'order_history_symbol'::regclass"
#: type reset-limit
RESET_LIMIT=yes
#: type roll-back
DROP_INDEX=yes
#: after roll-back
same "$(sql -c "select count(*) from pg_index where indrelid = 'order_history'::regclass")" 0 "indexes"
