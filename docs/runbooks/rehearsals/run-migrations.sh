# The database is where the last deployment left it: at the revision before this release, or one earlier.
#: situation one-new-revision
#: situation two-new-revisions 0002=0001
#: setup
cd project
case $SITUATION in one-*) alembic upgrade 0002 ;; *) alembic upgrade 0001 ;; esac
sql -c "insert into fills (order_id) values (1), (2)"
profile 'cd project'
#: deny session
mv project/alembic.ini project/away.ini
#: mend session
mv project/away.ini project/alembic.ini
#: deny heads
printf 'revision, down_revision = "0003b", "0002"\ndef upgrade(): pass\ndef downgrade(): pass\n' > project/migrations/versions/0003b_fork.py
#: mend heads
rm project/migrations/versions/0003b_fork.py
#: deny upgrade canceling statement due to lock timeout
hold a-report "lock table orders, fills in access share mode"
#: mend upgrade
release a-report
#: before upgrade
# How long the migration may wait for a lock is what the guide says.
sql -c "create table seen (setting text); grant all on seen to app_owner"
cat >> project/migrations/versions/0003_add_order_note.py <<'PYTHON'

_upgrade = upgrade


def upgrade():
    op.execute("insert into seen select current_setting('lock_timeout') || ' ' || current_user")
    _upgrade()
PYTHON
#: after upgrade
same "$(sql -c "select * from seen")" "3s app_owner" "lock_timeout and role of the migration"
sql -c "drop table seen"
sed -i '/^_upgrade = /,$d' project/migrations/versions/0003_add_order_note.py
#: type downgrade
DOWNGRADE=yes
#: after downgrade
same "$(sql -c "select count(*) from fills")" 2 "rows of a table that older deployments made"
#: end
same "$(sql -c "select count(*) from orders")" 3 orders
