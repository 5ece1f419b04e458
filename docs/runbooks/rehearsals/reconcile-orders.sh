# An outage in the middle of sending: a fill was not received, one order never arrived, one was sent and not marked, one was sent twice, one is unknown here.
#: setup
sql -c "alter table orders add column account text not null default 'acc-1', add column client_order_id text, add column status text not null default 'sent', add column filled numeric not null default 0, add column created_at timestamptz not null default clock_timestamp()"
sql -c "truncate orders" -c "insert into orders (account, client_order_id, symbol, quantity, status, filled) values
  ('acc-1', 'c-1', 'EXA', 100, 'sent', 0), ('acc-1', 'c-2', 'EXA', 100, 'sent', 0), ('acc-1', 'c-3', 'EXA', 100, 'sent', 0), ('acc-1', 'c-4', 'EXA', 100, 'sent', 0),
  ('acc-2', 'c-5', 'EXB', 200, 'accepted', 0), ('acc-2', 'c-6', 'EXB', 200, 'accepted', 0), ('acc-2', 'c-7', 'EXB', 200, 'rejected', 0)"
sql -c "insert into orders (client_order_id, symbol, quantity, status, filled, created_at) values ('c-0', 'EXA', 100, 'filled', 100, now() - interval '2 days')"
mkdir desk
printf '%s\n' account,client_order_id,status,filled acc-1,c-1,open,0 acc-1,c-2,filled,100 acc-1,c-3,open,0 acc-1,c-3,open,0 acc-2,c-5,open,0 acc-2,c-9,open,0 > desk/orders.csv
unit trading-venue <<UNIT
running() { [ -e $PWD/desk/runs ]; }
up() { touch $PWD/desk/runs; }
down() { rm $PWD/desk/runs; }
UNIT
#: type normal
VENUE_UNIT=trading-venue
#: deny normal active
touch desk/runs
#: mend normal
rm desk/runs
#: type list
VENUE_ORDERS=desk/orders.csv
#: deny list client_order_id,account,status,filled
sed -i '1s/.*/client_order_id,account,status,filled/' desk/orders.csv
#: mend list
sed -i '1s/.*/account,client_order_id,status,filled/' desk/orders.csv
#: type compare
ORDERS=public.orders
SINCE=$(date -u -d '1 hour ago' '+%Y-%m-%d %H:%M+00')
#: deny compare final here, other at the venue: 1
sql -c "update orders set status = 'cancelled' where client_order_id = 'c-2'"
#: mend compare
sql -c "update orders set status = 'sent' where client_order_id = 'c-2'"
#: type take-over
BEFORE=public.orders_before_inc_417 EXPECT=2
TAKE_OVER=yes
#: deny take-over nothing was changed
touch desk/runs
#: mend take-over
rm desk/runs
#: deny take-over division by zero
cp desk/orders.csv desk/kept; echo acc-2,c-6,open,0 >> desk/orders.csv
#: mend take-over
mv desk/kept desk/orders.csv
#: deny take-over already exists
sql -c "create table orders_before_inc_417 as select 1 as one"
#: mend take-over
sql -c "drop table orders_before_inc_417"
#: after take-over
same "$(sql -c "select string_agg(concat_ws(' ', client_order_id, status, filled), ', ' order by id) from orders")" "c-1 sent 0, c-2 filled 100, c-3 sent 0, c-4 sent 0, c-5 sent 0, c-6 accepted 0, c-7 rejected 0, c-0 filled 100" "the orders"
same "$(sql -c "select string_agg(concat_ws(' ', client_order_id, status, filled), ', ' order by client_order_id) from orders_before_inc_417")" "c-2 sent 0, c-5 accepted 0" "the old values"
#: before verify
# The desk and the application have done their part.
printf '%s\n' account,client_order_id,status,filled acc-1,c-1,open,0 acc-1,c-2,filled,100 acc-1,c-3,open,0 acc-2,c-5,open,0 acc-2,c-9,open,0 > desk/orders.csv
sql -c "update orders set status = 'rejected' where client_order_id = 'c-4'" -c "insert into orders (account, client_order_id, symbol, quantity) values ('acc-2', 'c-9', 'EXB', 200)"
#: deny verify differences: 1, waiting: 1
sed -i 's/c-2,filled,100/c-2,filled,50/' desk/orders.csv
#: mend verify
sed -i 's/c-2,filled,50/c-2,filled,100/' desk/orders.csv
#: type roll-back
RESTORE=yes
#: deny roll-back nothing was changed
touch desk/runs
#: mend roll-back
rm desk/runs
#: end
same "$(sql -c "select string_agg(concat_ws(' ', client_order_id, status, filled), ', ' order by client_order_id) from orders where client_order_id in ('c-2', 'c-5')")" "c-2 sent 0, c-5 accepted 0" "the orders"
same "$(sql -c "select to_regclass('orders_before_inc_417')")" "" "the table of the old values"
