#!/usr/bin/env bash
# Prints what a command could have changed in the sandbox: roles, tables, settings, replication slots, sessions, users, files and servers.
# Not the sessions of a psql that does nothing: the server ends them a moment later than the psql that had them.
export PGCONNECT_TIMEOUT=8 PGOPTIONS=
if [ -n "${PGPORT-}" ] && databases=$(psql -XAt -d postgres -c "select datname from pg_database order by 1" -c "select 'since ' || pg_postmaster_start_time()" -c "select 'slot ' || slot_name || ' ' || active from pg_replication_slots order by 1" 2> /dev/null); then
  query="select 'role', rolname, rolcanlogin, rolpassword from pg_authid where rolname !~ '^pg_' order by 2;
    select 'setting', name, setting from pg_settings where source in ('configuration file', 'database', 'user') and name <> 'log_file_mode' order by 2;
    select 'column', table_schema, table_name, column_name, data_type from information_schema.columns where table_schema !~ '^(pg_|information)' order by 2, 3, 4;
    select 'grants', oid::regclass, relacl from pg_class where relacl is not null and oid >= 16384 order by 2;
    select 'index', indexrelid::regclass, indisvalid from pg_index where indexrelid >= 16384 order by 2;
    select 'rows', schemaname, tablename, query_to_xml(format('select count(*), sum(hashtext(t.*::text)) from %I.%I t', schemaname, tablename), true, true, '')
      from pg_tables where schemaname !~ '^(pg_|information)' order by 2, 3;
    select 'session', usename, application_name, count(*) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() and not (application_name = 'psql' and coalesce(state, 'idle') = 'idle') group by 2, 3 order by 2, 3;"
  echo "$databases"
  # One client for all databases: starting one costs more than what it asks.
  for database in $(echo "$databases" | grep -v -e '^since ' -e '^slot ' -e '^template' -e '^postgres$'); do
    printf '%s\n' "\\connect $database" "\\echo in $database" "set lock_timeout = '500ms';" "$query"
  done | psql -XAtq -d postgres 2>&1
elif [ -n "${PGPORT-}" ]; then
  echo "postgres is down"
fi
if [ -n "${REDIS_PORT-}" ]; then
  redis() { timeout 8 redis-cli -p "$REDIS_PORT" ${REDIS_TLS:+--tls --cacert "$PKI/ca.crt" --cert "$PKI/client.crt" --key "$PKI/client.key"} --user ops "$@" 2>&1; }
  redis acl list
  # Keys that go away by themselves do not count: those with an age, and all when Redis may evict.
  if redis config get maxmemory-policy | grep -q noeviction; then
    redis info keyspace | tr -d '\r' | sed -nE 's/^(db[0-9]+):keys=([0-9]+),expires=([0-9]+).*/\1 \2 \3/p' | while read -r db keys expires; do echo "$db $((keys - expires)) keys"; done
  fi
  redis info server | grep -E '^process_id' || echo "redis is down"
  redis config get 'maxmemory*'
fi
if [ -n "${NGINX_CONF-}" ]; then
  workers() { pgrep -P "$1" -f 'worker process$' | tr '\n' ' '; }
  # A reload goes on behind the command that asks for it: its signal waits, the master works, and for a tenth of a second old workers stand beside the new ones.
  reloads() { awk '$1 == "State:" { busy = $2 != "S" } $1 ~ /^(Sig|Shd)Pnd:$/ && $2 ~ /[13579bdf]$/ { busy = 1 } END { exit !busy }' "/proc/$1/status" 2> /dev/null; }
  for pid in $(cat "$(dirname "$NGINX_CONF")/nginx.pid" 2> /dev/null); do
    for _ in $(seq 50); do
      before=$(workers "$pid"); sleep 0.15
      if ! reloads "$pid" && [ "$before" = "$(workers "$pid")" ]; then break; fi
    done
    echo "nginx $pid with $(workers "$pid")"
  done
fi
find "$TESTED_DOCS/work" -type l -printf '%p -> %l\n' | sort
find "$TESTED_DOCS/work" "$TESTED_DOCS/home" "$TESTED_DOCS/services" -type f -not -name '*.log' -not -path '*/__pycache__/*' -not -path '*/postgres/data/*' -not -path '*/.git/*' -not -path '*/work/rehearsal/*' \
  -exec sha1sum {} + 2> /dev/null | sort -k 2
