# Two orders were deleted by mistake after the dump, and a new one came in. The application works on.
#: situation rows-lost
#: setup
hold trading-api "select 1"
#: deny readable error
# The dump was cut by a full disk.
truncate -s 2000 "$(ls "$HOME"/trading-*.dump)"
#: mend readable
rm "$HOME"/trading-*.dump.kept 2> /dev/null || true
pg_dump -Fc -f "$(ls "$HOME"/trading-*.dump)"
#: type restore
RESTORED=trading_restored
#: deny compare DIFFERENT
sql -d trading_restored -c "update orders set quantity = quantity + 1 where symbol = 'EXA'"
#: mend compare
sql -d trading_restored -c "update orders set quantity = quantity - 1 where symbol = 'EXA'"
#: type compare
TABLE=orders
#: before what-is-missing
sql -c "delete from orders where symbol in ('EXA', 'EXB')" -c "insert into orders (symbol, quantity) values ('EXD', 400)"
#: type what-is-missing
KEY=id
#: type copy-rows
COPY_BACK=yes
#: after copy-rows
same "$(sql -c "select string_agg(symbol, ' ' order by symbol) from orders")" "EXA EXB EXC EXD" "orders"
sleeping trading-api
#: type swap
SWAP=yes
#: before swap
release trading-api
#: after swap
same "$(sql -c "select string_agg(symbol, ' ' order by symbol) from orders")" "EXA EXB EXC" "orders of the dump"
#: type roll-back
SWAP_BACK=yes
#: after roll-back
same "$(sql -c "select string_agg(symbol, ' ' order by symbol) from orders")" "EXA EXB EXC EXD" "orders"
#: type clean-up
DROP_RESTORED=yes
#: end
same "$(sql -d postgres -c "select string_agg(datname, ' ' order by 1) from pg_database where datname like 'trading%'")" trading databases
