# A gateway that sent one order, and then lost its session. Three more orders were accepted meanwhile; two of them are old. The venue is well again when
# somebody logs in.
#: situation no-heartbeat
#: situation not-reachable no heartbeat for 5 s=Connection refused
#: setup
sql -c "alter table orders add column account text not null default 'acc-1', add column client_order_id text, add column status text not null default 'accepted', add column created_at timestamptz not null default clock_timestamp()"
sql -c "truncate orders" -c "insert into orders (client_order_id, symbol, quantity) values ('c-1', 'EXA', 100)"
venue=$(free_port) port=$(free_port)
mkdir etc && : > etc/venue-orders.csv
export VENUE_LIST=$PWD/etc/venue-orders.csv VENUE_LOG=$PWD/etc/venue.log
: > "$VENUE_LOG"
echo "$port" > etc/port
background python3 "$STUBS/market.py" venue "$venue"
is_open() { (: < "/dev/tcp/127.0.0.1/$venue") 2> /dev/null; }; wait_for is_open
market_unit trading-venue gateway "$port" "$venue"
market_unit gateway-to-nobody gateway "$port" "$(free_port)"
market_unit gateway-without-database gateway "$port" "$venue"
sed -i '1i export PGDATABASE=nowhere' "$UNITS/gateway-without-database"
profile "METRICS=http://127.0.0.1:$port/metrics" MAX_SILENCE=20
systemctl start trading-venue
is_sent() { [ "$(sql -c "select status from orders where client_order_id = 'c-1'")" = sent ]; }; wait_for is_sent
#: setup
is_lost() { grep -q "$1" etc/venue.log; }
case $SITUATION in
  no-heartbeat) touch venue-silent; wait_for is_lost 'no heartbeat'; rm venue-silent ;;
  not-reachable) systemctl stop trading-venue; systemctl start gateway-to-nobody; wait_for is_lost refused ;;
esac
sql -c "insert into orders (account, client_order_id, symbol, quantity, created_at) values ('acc-1', 'c-2', 'EXA', 100, now() - interval '30 minutes'), ('acc-2', 'c-2', 'EXB', 200, now() - interval '29 minutes'), ('acc-2', 'c-3', 'EXB', 200, now())"
#: deny normal session up
systemctl stop trading-venue; systemctl start gateway-without-database; wait_for says "$(cat etc/port)" 'up{venue="ex"} 1'
#: mend normal
systemctl stop gateway-without-database; touch venue-closed; systemctl start trading-venue
refused() { grep -q 'log-in refused' etc/venue.log; }; wait_for refused; rm venue-closed
sed -i '/log-in refused/d' etc/venue.log
#: deny normal NO ANSWER from the gateway
systemctl stop trading-venue
#: mend normal
touch venue-closed; systemctl start trading-venue
refused() { grep -q 'log-in refused' etc/venue.log; }; wait_for refused; rm venue-closed
sed -i '/log-in refused/d' etc/venue.log
#: type why
VENUE_LOG=etc/venue.log
#: deny why log-in refused: MsgSeqNum too low
echo '2026-11-23T03:00:00Z log-in refused: MsgSeqNum too low, expecting 12 but received 9' >> etc/venue.log
#: mend why
sed -i '/log-in refused/d' etc/venue.log
#: type waiting
ORDERS=public.orders
#: type reject
MAX_WAIT='15 minutes' VENUE_UNIT=trading-venue
REJECT_OLD=yes
#: deny reject nothing was changed
systemctl stop trading-venue; systemctl start gateway-without-database; wait_for says "$(cat etc/port)" 'up{venue="ex"} 1'
#: mend reject
systemctl stop gateway-without-database; touch venue-closed; systemctl start trading-venue
refused() { grep -q 'log-in refused' etc/venue.log; }; wait_for refused; rm venue-closed
# It hangs: whether it has a session, nobody can tell.
#: deny reject nothing was changed
pkill -STOP -f "market.py gateway $(cat etc/port)"
#: mend reject
pkill -CONT -f "market.py gateway $(cat etc/port)"
#: after reject
same "$(sql -c "select string_agg(status, ' ' order by id) from orders")" "sent rejected rejected accepted" "the orders"
#: type reconnect
WAITING=1
RECONNECT=yes
#: deny reconnect nothing was changed
sql -c "insert into orders (client_order_id, symbol, quantity) values ('c-9', 'EXA', 1)"
#: mend reconnect
sql -c "delete from orders where client_order_id = 'c-9'"
#: deny reconnect NO SESSION
touch venue-closed
#: mend reconnect
rm venue-closed
#: before reconnect
[ "$SITUATION" = no-heartbeat ] || systemctl stop gateway-to-nobody
#: after reconnect
is_sent() { [ "$(sql -c "select string_agg(status, ' ' order by id) from orders")" = "sent rejected rejected sent" ]; }; wait_for is_sent
same "$(cat etc/venue-orders.csv)" "$(printf 'acc-1,c-1,open,0\nacc-2,c-3,open,0')" "what the venue has"
#: deny verify waiting: 1
systemctl stop trading-venue
sql -c "insert into orders (client_order_id, symbol, quantity) values ('c-9', 'EXA', 1)"
#: mend verify
sql -c "delete from orders where status = 'accepted'"
systemctl start trading-venue; wait_for says "$(cat etc/port)" 'up{venue="ex"} 1'
#: type close
CLOSE_SESSION=yes
#: type put-back
PUT_BACK=yes
#: deny put-back waiting: 0
systemctl start gateway-without-database; wait_for says "$(cat etc/port)" 'up{venue="ex"} 1'
#: mend put-back
systemctl stop gateway-without-database
#: end
same "$(sql -c "select string_agg(status, ' ' order by id) from orders")" "sent accepted accepted sent" "the orders"
