# A feed handler with two feeds. The one in use has sent nothing for 20 seconds, on a connection that stays open.
#: situation east-is-silent
#: situation west-is-silent east=west
#: setup
case $SITUATION in east-*) used=east ;; *) used=west ;; esac
sql -c "alter table orders add column account text not null default 'acc-1', add column status text not null default 'sent', add column created_at timestamptz not null default clock_timestamp()"
east=$(free_port) west=$(free_port) port=$(free_port)
for feed in east west; do background python3 "$STUBS/market.py" feed $feed "${!feed}"; done
mkdir etc && echo "ACTIVE_FEED=$used" > etc/market-data.env
export FEEDS="east=$east west=$west" FEED_ENV=$PWD/etc/market-data.env
echo "$port" > port
market_unit trading-market-data handler "$port"
systemctl start trading-market-data
all() { [ "$(curl -s "http://127.0.0.1:$port" | grep -c '_timestamp_seconds')" = 6 ]; }; wait_for all
touch -d '-20 seconds' silent-$used
#: type normal
METRICS=http://127.0.0.1:$(cat port)/metrics MAX_AGE=6
#: deny normal fresh used east
rm silent-east; fresh "$(cat port)" east EXB
#: mend normal
touch -d '-20 seconds' silent-east
#: deny since FEED_USED='west'
echo ACTIVE_FEED=west > etc/market-data.env
#: mend since
echo ACTIVE_FEED=east > etc/market-data.env
#: deny gaps gaps in 5 s
# It sends again, and every tenth message is lost.
rm silent-east; touch gap-east; sleep 1
#: mend gaps
rm gap-east; touch -d '-20 seconds' silent-east
#: type switch
case $SITUATION in east-*) FEED_NEW=west ;; *) FEED_NEW=east ;; esac
FEED_ENV=etc/market-data.env FEED_UNIT=trading-market-data
SWITCH_FEED=yes
#: deny switch nothing was changed
touch -d '-20 seconds' silent-west
#: mend switch
rm silent-west; fresh "$(cat port)" west EXB
#: deny switch nothing was changed
touch -d '-20 seconds' no-EXB-west
#: mend switch
rm no-EXB-west; fresh "$(cat port)" west EXB
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
touch -d '-20 seconds' no-EXB-west
#: mend verify
rm no-EXB-west; fresh "$(cat port)" west EXB
#: before roll-back
rm silent-*
case $SITUATION in east-*) used=east ;; *) used=west ;; esac
fresh "$(cat port)" $used EXB
#: type roll-back
SWITCH_BACK=yes
#: deny roll-back nothing was changed
touch -d '-20 seconds' silent-east
#: mend roll-back
rm silent-east; fresh "$(cat port)" east EXB
#: end
case $SITUATION in east-*) used=east ;; *) used=west ;; esac
same "$(cat etc/market-data.env)" "ACTIVE_FEED=$used" "the environment file"
