# A service without the unique constraint of the guides: a client repeated an order after a broken connection, and another client made a new id.
#: situation no-guard
#: setup
sql -c "alter table orders add column account text, add column client_order_id text, add column created_at timestamptz not null default clock_timestamp()"
sql -c "truncate orders" -c "insert into orders (account, client_order_id, symbol, quantity, created_at) select account, id, symbol, quantity, date_trunc('second', now()) - ago::interval from (values
  ('acc-1', 'c-1', 'EXA', 100, '600 s'), ('acc-1', 'c-1', 'EXA', 100, '599.2 s'), ('acc-2', 'c-7', 'EXB', 200, '500 s'), ('acc-2', 'c-8', 'EXB', 200, '498 s'),
  ('acc-3', 'c-1', 'EXA', 100, '400 s'), ('acc-3', 'c-2', 'EXA', 100, '300 s'), ('acc-1', 'c-0', 'EXA', 100, '1 day')) o (account, id, symbol, quantity, ago)"
#: type normal
ORDERS=public.orders
ORDER_KEY='account, client_order_id'
#: deny normal guards: 1
sql -c "create unique index a_guard on orders (client_order_id, account) where created_at > '2100-01-01'"
#: mend normal
sql -c "drop index a_guard"
#: type same-id
SINCE=2h
#: type look-alike
ALIKE='account, symbol, quantity'
WITHIN=5s
#: type guard
ADD_GUARD=yes
#: deny in-force in force: false
sql -c "update pg_index set indisvalid = false where indexrelid = 'orders_no_duplicates'::regclass"
#: mend in-force
sql -c "update pg_index set indisvalid = true where indexrelid = 'orders_no_duplicates'::regclass"
#: after in-force
put() { PGUSER=app_a PGPASSWORD=password-a PGPASSFILE=/dev/null sql -c "insert into orders (account, client_order_id, symbol, quantity) values ('$1', '$2', 'EXA', 100) returning symbol" 2>&1 || true; }
same "$(put acc-1 c-9)" EXA "a new order"
case $(put acc-1 c-9) in *'duplicate key value violates unique constraint "orders_no_duplicates"'*) ;; *) echo "the repetition was stored" >&2; false ;; esac
same "$(put acc-2 c-9)" EXA "the same id of another account"
same "$(sql -c "select count(*) from orders")" 9 "orders, with those that were doubled"
#: deny verify duplicates since the guard: 1
sql -c "drop index orders_no_duplicates" -c "insert into orders (account, client_order_id, symbol, quantity) values ('acc-1', 'c-9', 'EXA', 100)"
#: mend verify
sql -c "delete from orders where id = (select max(id) from orders where client_order_id = 'c-9')" -c "create unique index orders_no_duplicates on orders (account, client_order_id) where created_at > '$(sql -c "select now()")'"
#: type roll-back
DROP_GUARD=yes
