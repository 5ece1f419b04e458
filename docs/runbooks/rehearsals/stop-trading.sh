# The table of the guides with states. The right to write orders comes from owning the table, or from a role of its own, perhaps for some columns only.
#: situation through-the-owner
#: situation through-a-grant app_owner=app_writer
#: situation through-columns app_owner=app_writer
#: setup
sql -c "alter table orders add column status text not null default 'sent', add column created_at timestamptz not null default clock_timestamp()"
sql -c "update orders set created_at = now() - interval '1 hour', status = case symbol when 'EXC' then 'accepted' else 'sent' end"
case $SITUATION in
  through-a-grant) columns= ;;
  through-columns) columns=' (symbol, quantity)' ;;
esac
[ "$SITUATION" = through-the-owner ] || sql -c "create role app_writer nologin" -c "grant app_writer to app_owner" -c "revoke insert on orders from app_owner" -c "grant insert$columns, select on orders to app_writer"
#: type normal
ORDERS=public.orders
#: deny who-writes sessions that this cannot stop: 1
hold a-superuser "select 1"
#: mend who-writes
release a-superuser
#: type stop
STOP_TRADING=yes
#: deny stopped logins that may still write: 1
sql -c "grant insert on orders to app_a"
#: mend stopped
sql -c "revoke insert on orders from app_a"
#: after stop
as_app() { PGUSER=app_a PGPASSWORD=password-a PGPASSFILE=/dev/null sql -c "$1" 2>&1 || true; }
same "$(as_app "insert into orders (symbol, quantity) values ('EXD', 1)")" 'ERROR:  permission denied for table orders' "a new order"
same "$(as_app "update orders set status = status where symbol = 'EXA' returning symbol")" EXA "a cancel"
same "$(sql -c "select count(*) from orders")" 3 "orders"
#: type verify
QUIET=2
#: deny verify new orders: 1
# In the future: taking the state of the world takes seconds.
sql -c "insert into orders (symbol, quantity, created_at) values ('EXE', 1, now() + interval '10 minutes')"
#: mend verify
sql -c "delete from orders where symbol = 'EXE'"
#: type roll-back
RESUME_TRADING=yes
#: after roll-back
same "$(PGUSER=app_b PGPASSWORD=password-b PGPASSFILE=/dev/null sql -c "insert into orders (symbol, quantity) values ('EXF', 1) returning symbol")" EXF "a new order"
#: end
case $SITUATION in through-the-owner) writer=app_owner ;; *) writer=app_writer ;; esac
same "$(sql -c "select string_agg(grantee::regrole::text, ',') from pg_class, aclexplode(relacl) where relname = 'orders' and privilege_type = 'INSERT'")" "$writer" "who may write"
