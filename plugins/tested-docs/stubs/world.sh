# Helpers of the rehearsals. Sourced before each scene.
wait_for() { local try; for try in $(seq 300); do "$@" && return; sleep 0.1; done; echo "waited in vain for: $*" >&2; return 1; }
sql() { psql -XqAt -v ON_ERROR_STOP=1 "$@"; }
profile() { printf '%s\n' "$@" >> "$ENGINEER_PROFILE"; }
# A process that outlives its scene.
background() { setsid "$@" < /dev/null > /dev/null 2>&1 & }
# hold NAME SQL: a session called NAME that runs SQL in a transaction and keeps it open until `release NAME`.
hold() {
  PGAPPNAME=$1 background psql -XqAt -c "begin; $2; select pg_sleep(600)"
  wait_for sleeping "$1"
}
sleeping() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = '$1' and wait_event = 'PgSleep'")" = 1 ]; }
# idle NAME: a session called NAME that is open and does nothing, until `release NAME`.
idle() { PGAPPNAME=$1 background bash -c '{ echo "select 1;"; sleep 600; } | psql -XqAt'; wait_for resting "$1"; }
resting() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = '$1' and state = 'idle'")" != 0 ]; }
release() { sql -c "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '$1'" > /dev/null; wait_for gone "$1"; }
gone() { [ "$(sql -c "select count(*) from pg_stat_activity where application_name = '$1'")" = 0 ]; }
# same FOUND EXPECTED WHAT
same() { [ "$1" = "$2" ] || { echo "$3: found $1, expected $2" >&2; return 1; }; }
# login ROLE: a session of the application as ROLE, called ROLE, until `release ROLE`.
login() {
  PGAPPNAME=$1 PGUSER=$1 PGPASSFILE=/dev/null PGPASSWORD=$(vault kv get -field=password secret/trading/database) background psql -XqAt -c "select pg_sleep(600)"
  wait_for sleeping "$1"
}
redis() { redis-cli -e -p "$REDIS_PORT" ${REDIS_TLS:+--tls --cacert "$REDIS_CACERT" --cert "$REDIS_CERT" --key "$REDIS_KEY"} "$@"; }
# guide PAGE TITLE: the code that a guide prescribes.
guide() {
  awk -v title="title=\"$2\"" 'index($0, "```") && index($0, title) {found = 1; next} found && /^ *```$/ {exit} found {print}' "$STUBS/../../../docs/$1"
}
# unit NAME: makes a unit of systemd from standard input, which defines the functions running, up and down.
unit() { cat > "$UNITS/$1"; }
# The servers of the fixtures as units. Redis is asked to start, and answers a moment later: who needs it waits.
redis_unit() {
  unit "$1" <<'UNIT'
running() { redis-cli -p "$REDIS_PORT" --user ops ping 2>&1 | grep -qv 'Connection refused'; }
up() { { sleep 0.7; redis-server "$REDIS_CONF" --daemonize yes --logfile "$REDIS_LOG" > /dev/null; } & }
down() { redis-cli -p "$REDIS_PORT" --user ops shutdown > /dev/null 2>&1; while running; do sleep 0.05; done; }
UNIT
}
postgres_unit() {
  unit "$1" <<'UNIT'
running() { pg_ctl status -D "$PGDATA" > /dev/null; }
up() { pg_ctl start -D "$PGDATA" -w -t 60 -l "$PGLOG" > /dev/null 2>&1; }
down() { pg_ctl stop -D "$PGDATA" -m fast -w -t 60 > /dev/null 2>&1; }
UNIT
}
# market_unit NAME ROLE ARGUMENT…: a part of the market (market.py) that answers at the port in its first argument, as a unit. Exported variables are its environment.
market_unit() {
  { export -p | grep -E '^declare -x (FEEDS|FEED_ENV|VENUE_LOG)='; cat <<UNIT; } | unit "$1"
running() { pgrep -f "market.py ${*:2}" > /dev/null; }
answers() { curl -fs -m 2 -o /dev/null "http://127.0.0.1:$3"; }
up() { setsid python3 "$STUBS/market.py" ${*:2} < /dev/null > /dev/null 2>&1 & for try in \$(seq 300); do answers && return; sleep 0.1; done; return 1; }
down() { pkill -CONT -f "market.py ${*:2}"; pkill -f "market.py ${*:2}"; while running; do sleep 0.05; done; }
UNIT
}
# says PORT TEXT: what a part of the market answers holds the text.
says() { curl -fs -m 5 "http://127.0.0.1:$1" | grep -q "$2"; }
# fresh PORT FEED [SYMBOL]: waits until the handler has had a heartbeat of the feed, or a price of the symbol, in the last two seconds.
fresh() { wait_for younger "$1" "timestamp_seconds{feed=\"$2\"$(printf "${3:+,symbol=\"%s\"}" ${3-})}"; }
younger() { curl -fs -m 5 "http://127.0.0.1:$1" | awk -v now="$(date +%s)" -v which="$2" 'index($1, which) { fresh = now - $2 < 2 } END { exit !fresh }'; }
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
