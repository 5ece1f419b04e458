# A feed handler with two feeds. The one in use sends nothing any more, on a connection that stays open.
#: situation east-is-silent
#: situation west-is-silent east=west
#: setup
case $SITUATION in east-*) used=east ;; *) used=west ;; esac
sql -c "alter table orders add column account text not null default 'acc-1', add column status text not null default 'sent', add column created_at timestamptz not null default clock_timestamp()"
east=$(free_port) west=$(free_port) port=$(free_port)
for feed in east west; do background python3 "$STUBS/market.py" feed $feed "${!feed}"; done
mkdir etc && echo "ACTIVE_FEED=$used" > etc/market-data.env
export FEEDS="east=$east west=$west" FEED_ENV=$PWD/etc/market-data.env
market_unit trading-market-data handler "$port"
systemctl start trading-market-data
profile "METRICS=http://127.0.0.1:$port/metrics" "MAX_AGE=6"
all() { [ "$(curl -s "http://127.0.0.1:$port" | grep -c '_timestamp_seconds')" = 6 ]; }; wait_for all
touch silent-$used; sleep 8
#: deny normal fresh used east
rm silent-east; sleep 2
#: mend normal
touch silent-east; sleep 8
#: deny since FEED_USED='west'
echo ACTIVE_FEED=west > etc/market-data.env
#: mend since
echo ACTIVE_FEED=east > etc/market-data.env
#: deny gaps gaps in 5 s
# It sends again, and every tenth message is lost.
rm silent-east; touch gap-east; sleep 1
#: mend gaps
rm gap-east; touch silent-east; sleep 8
#: type switch
case $SITUATION in east-*) FEED_NEW=west ;; *) FEED_NEW=east ;; esac
FEED_ENV=etc/market-data.env FEED_UNIT=trading-market-data
SWITCH_FEED=yes
#: deny switch nothing was changed
touch silent-west; sleep 8
#: mend switch
rm silent-west; sleep 2
#: deny switch nothing was changed
touch no-EXB-west; sleep 8
#: mend switch
rm no-EXB-west; sleep 2
#: after switch
case $SITUATION in east-*) new=west ;; *) new=east ;; esac
same "$(cat etc/market-data.env)" "ACTIVE_FEED=$new" "the environment file"
#: before orders
sql -c "truncate orders" -c "insert into orders (account, symbol, quantity, status, created_at) select account, 'EXA', 100, status, now() + ago::interval from (values
  ('acc-1', 'sent', '1 s'), ('acc-1', 'sent', '2 s'), ('acc-2', 'accepted', '3 s'), ('acc-2', 'filled', '-1 hour')) o (account, status, ago)"
#: type orders
ORDERS=public.orders
#: deny orders acc-3|sent|1
sql -c "insert into orders (account, symbol, quantity) values ('acc-3', 'EXB', 1)"
#: mend orders
sql -c "delete from orders where account = 'acc-3'"
#: deny verify gaps in 5 s
touch gap-west; sleep 1
#: mend verify
rm gap-west; sleep 1
#: deny verify STALE used west EXB
touch no-EXB-west; sleep 8
#: mend verify
rm no-EXB-west; sleep 2
#: before roll-back
rm silent-*; sleep 2
#: type roll-back
SWITCH_BACK=yes
#: deny roll-back nothing was changed
touch silent-east; sleep 8
#: mend roll-back
rm silent-east; sleep 2
#: end
case $SITUATION in east-*) used=east ;; *) used=west ;; esac
same "$(cat etc/market-data.env)" "ACTIVE_FEED=$used" "the environment file"
