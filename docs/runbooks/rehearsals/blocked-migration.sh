# A report opened a transaction on `orders` and was forgotten; the pipeline's migration waits behind it. The application works on.
#: situation holder-is-active
#: situation holder-is-idle active=idle in transaction
#: setup
cd project
alembic upgrade 0002
# The time-out of the guide would end the migration while the page is read.
sed -i 's/lock_timeout=3s/lock_timeout=300s/' migrations/env.py
hold trading-api "select 1"
case $SITUATION in
  *active) hold forgotten-report "select count(*) from orders" ;;
  *) mkfifo ../typed; PGAPPNAME=forgotten-report background bash -c 'exec 9<> ../typed; echo "begin; select count(*) from orders;" >&9; exec psql -XqAt <&9'
     idle() { [ "$(sql -c "select state from pg_stat_activity where application_name = 'forgotten-report'")" = 'idle in transaction' ]; }
     wait_for idle; rm ../typed ;;
esac
background bash -c 'alembic upgrade head > "$HOME/waiting.log" 2>&1'
waits() { [ "$(sql -c "select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0")" = 1 ]; }
wait_for waits
profile 'cd project'
#: type give-way
WAITING=$(psql -At -c "select pid from pg_stat_activity where application_name = 'alembic' and cardinality(pg_blocking_pids(pid)) > 0")
#: mistype give-way
WAITING=$(psql -At -c "select pid from pg_stat_activity where application_name = 'trading-api'")
#: after give-way
wait_for gone alembic
grep -q 'canceling statement due to user request' "$HOME/waiting.log"
sed -i 's/lock_timeout=300s/lock_timeout=3s/' project/migrations/env.py
#: before cancel-holder
# Another migration, for who mistakes it for the holder.
hold alembic "select 1"
#: type cancel-holder
HOLDER=$(psql -At -c "select pid from pg_stat_activity where application_name = 'forgotten-report'")
#: mistype cancel-holder
HOLDER=$(psql -At -c "select pid from pg_stat_activity where application_name = 'alembic'")
#: after cancel-holder
# Without a statement to cancel the session stays.
case $SITUATION in *active) wait_for gone forgotten-report ;; *) sleep 0.5; ! gone forgotten-report ;; esac
sleeping trading-api
#: type terminate-holder
TERMINATE=yes
#: mistype terminate-holder sessions of the holder: 1
HOLDER=$(psql -At -c "select pid from pg_stat_activity where application_name = 'alembic'")
#: after terminate-holder
release alembic
wait_for gone forgotten-report
sleeping trading-api
#: type roll-back
DOWNGRADE=yes REVISION_BEFORE=0002
#: end
sleeping trading-api
