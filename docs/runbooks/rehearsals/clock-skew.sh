# The database tells a time that is 90 seconds ahead: a function in front of its own. The commands of chrony correct that.
#: setup
sql -c "alter table orders add column created_at timestamptz not null default pg_catalog.clock_timestamp()"
sql -c "truncate orders restart identity" -c "insert into orders (symbol, quantity, created_at) select 'EXA', 100, now() - ago::interval from unnest(array['4 days', '5 days', '1 hour', '50 minutes', '55 minutes', '40 minutes']) ago"
sql -c "create schema skewed" -c "create function skewed.clock_timestamp() returns timestamptz language sql as 'select pg_catalog.clock_timestamp() + interval ''90 s'''"
mkdir tools etc; profile "export PATH=$PWD/tools:$PATH"
cat > "$TESTED_DOCS/work/tools/timedatectl" <<'SHELL'
#!/bin/sh
[ "$*" = 'show -p NTP -p NTPSynchronized' ] || exit 1
echo NTP=yes
if systemctl is-active chrony > /dev/null; then echo NTPSynchronized=yes; else echo NTPSynchronized=no; fi
SHELL
cat > "$TESTED_DOCS/work/tools/chronyc" <<SHELL
#!/bin/sh
systemctl is-active chrony > /dev/null || { echo '506 Cannot talk to daemon'; exit 1; }
case \$1 in
  makestep) psql -Xq -d postgres -c 'alter database trading reset search_path' && echo '200 OK' ;;
  waitsync) echo 'try: 1, refid: C0A80001, correction: 0.000012345, skew: 0.123' ;;
esac
SHELL
chmod 755 "$TESTED_DOCS/work/tools/timedatectl" "$TESTED_DOCS/work/tools/chronyc"
unit chrony <<UNIT
running() { [ -e $PWD/etc/chrony-runs ]; }
up() { touch $PWD/etc/chrony-runs; }
down() { rm $PWD/etc/chrony-runs; }
UNIT
port=$(free_port)
background python3 "$STUBS/backend.py" 1.0.0 "$port"
is_up() { curl -fs -o /dev/null "http://127.0.0.1:$port/health/live"; }; wait_for is_up
echo "$port" > etc/port
sql -c "alter database trading set search_path = skewed, pg_catalog, public"
#: deny normal NTPSynchronized=yes
touch etc/chrony-runs
#: mend normal
rm etc/chrony-runs
#: type compare
MAX_SKEW=2
SERVICE=http://127.0.0.1:$(cat etc/port)/health/live
#: deny compare database: BEHIND by 90 s
sql -c "create or replace function skewed.clock_timestamp() returns timestamptz language sql as 'select pg_catalog.clock_timestamp() - interval ''90 s'''"
#: mend compare
sql -c "create or replace function skewed.clock_timestamp() returns timestamptz language sql as 'select pg_catalog.clock_timestamp() + interval ''90 s'''"
#: deny compare database: ok
sql -d postgres -c "alter database trading set search_path = public"
#: mend compare
sql -d postgres -c "alter database trading set search_path = skewed, pg_catalog, public"
#: deny compare service: no answer
port=$(cat etc/port); pkill -f "backend.py 1.0.0 $port"
#: mend compare
port=$(cat etc/port); background python3 "$STUBS/backend.py" 1.0.0 "$port"
is_up() { curl -fs -o /dev/null "http://127.0.0.1:$port/health/live"; }; wait_for is_up
#: type orders
ORDERS=public.orders
#: deny orders 6|
sql -c "update orders set created_at = now() - interval '2 hours' where id = 6"
#: mend orders
sql -c "update orders set created_at = now() - interval '40 minutes' where id = 6"
#: type step
STEP_CLOCK=yes
#: deny step nothing was changed
sql -c "insert into orders (symbol, quantity, created_at) values ('EXE', 1, now() + interval '90 s')"
#: mend step
sql -c "delete from orders where symbol = 'EXE'"
#: deny verify database: AHEAD by 90 s
sql -d postgres -c "alter database trading set search_path = skewed, pg_catalog, public"
#: mend verify
sql -d postgres -c "alter database trading reset search_path"
#: deny verify NTPSynchronized=no
systemctl stop chrony
#: mend verify
systemctl start chrony
#: type roll-back
STOP_FOLLOWING=yes
#: end
same "$(sql -c "select count(*) from orders")" 6 "orders"
