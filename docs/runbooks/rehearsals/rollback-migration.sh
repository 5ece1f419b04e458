# The last deployment brought one revision of three, or two of three; the application has written to what it added.
#: situation one-of-three
#: situation two-of-three 0002=0001
#: setup
cd project
case $SITUATION in one-*) alembic upgrade 0002 ;; *) alembic upgrade 0001 ;; esac
sql -c "insert into fills (order_id) values (1), (2)"
alembic upgrade head
sql -c "update orders set note = 'checked by hand' where symbol = 'EXA'"
profile 'cd project'
#: type names
REVISION_BEFORE=0002
#: type what-is-lost
TABLE=orders COLUMN=note
#: type save
KEY=id
#: deny save-checked rows saved: 0
printf 'id,note\n' > "$(ls home/saved-*.csv 2> /dev/null || ls "$HOME"/saved-*.csv)"
#: mend save-checked
psql -q -c "\copy (select id, note from orders where note is not null) to '$(ls "$HOME"/saved-*.csv)' with (format csv, header)"
#: deny downgrade canceling statement due to lock timeout
hold a-report "lock table orders, fills in access share mode"
#: mend downgrade
release a-report
#: type downgrade
DOWNGRADE=yes
#: after downgrade
same "$(sql -c "select count(*) from fills")" 2 "rows of a table that older deployments made"
#: type up-again
GO_UP=yes
#: end
same "$(sql -c "select string_agg(symbol || note, ' ') from orders where note is not null")" "EXAchecked by hand" "saved notes"
