# A colleague's branch added a second revision after 0002, and both branches were merged. One database has run one of them.
#: situation ours-has-run
#: situation theirs-has-run
#: setup
cd project
case $SITUATION in ours-*) alembic upgrade head ;; *) alembic upgrade 0002 ;; esac
alembic revision -m "add fill fee" --rev-id 0003b --head 0002 --splice
sed -i 's/    pass/    op.execute("select 1")/' migrations/versions/0003b_add_fill_fee.py
case $SITUATION in theirs-*) alembic upgrade 0003b ;; esac
profile 'cd project'
#: type merge
MESSAGE='merge order note and fill fee'
#: deny one-head heads: 2
mkdir away; mv project/migrations/versions/*_merge_*.py away/
#: mend one-head
mv away/*_merge_*.py project/migrations/versions/
#: type round-trip
CHECK_DATABASE=two_heads_check
#: after round-trip
same "$(sql -d postgres -c "select count(*) from pg_database where datname = 'two_heads_check'")" 0 "databases left"
#: type downgrade
case $SITUATION in ours-*) UNDO_MERGE=yes REVISION_BEFORE=0003 ;; *) UNDO_MERGE=yes REVISION_BEFORE=0003b ;; esac
#: end
ls project/migrations/versions/*_merge_order_note_and_fill_fee.py > /dev/null
same "$(sql -c "select count(*) from orders")" 3 orders
