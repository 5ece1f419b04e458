# A core dump, very many small files, a deleted log that is still open, and WAL that cannot be archived and that a slot keeps. The other disk is memory.
#: setup
mkdir -p disk/cores disk/log disk/spool
head -c 8M /dev/urandom > disk/cores/core.4711
(cd disk/spool && touch $(seq 1 1500))
other=$(mktemp -d /dev/shm/tested-docs-XXXXXX); echo "$other" > other-disk; ln -s "$other" other
# The reader is root, and sees all processes of this page.
echo 0 > uid; profile "id() { cat '$PWD/uid'; }"
cat > writer.py <<'PYTHON'
import os, signal, sys
logs = [open(name, "ab", buffering=0) for name in sys.argv[1:]]
for log in logs:
    log.write(os.urandom(4 * 1024 * 1024))
rotated, aside = logs[1].fileno(), 77
# Signals exchange the deleted log for the one that is written, and back.
signal.signal(signal.SIGUSR1, lambda *_: (os.dup2(rotated, aside), os.dup2(logs[0].fileno(), rotated)))
signal.signal(signal.SIGUSR2, lambda *_: (os.dup2(aside, rotated), os.close(aside)))
print(rotated, flush=True)
while True:
    signal.pause()
PYTHON
python3 writer.py "$PWD/disk/log/application.log" "$PWD/disk/log/application.log.1" > writer.out 2>&1 < /dev/null & echo $! > writer.pid
written() { grep -qs . writer.out; }; wait_for written
rm disk/log/application.log.1
for setting in "archive_mode = on" "archive_command = 'cp %p $PWD/archive/%f'" "min_wal_size = '32MB'" "max_wal_size = '32MB'"; do sql -c "alter system set $setting"; done
echo 'host replication all 127.0.0.1/32 scram-sha-256' >> "$PGDATA/pg_hba.conf"
pg_ctl restart -D "$PGDATA" -m fast -w -t 60 -l "$PGLOG" > /dev/null
sql -c "select pg_create_physical_replication_slot('old_replica', true)" > /dev/null
for segment in 1 2 3 4 5 6; do sql -c "create temporary table t as select 1" -c "select pg_switch_wal()" > /dev/null; done
failed() { grep -qs 'archive command failed' "$PGLOG"; }; wait_for failed
#: type normal
MOUNT=$PWD/disk
#: type how-long
WAIT=1
#: type who-writes
FILE=$PWD/disk/log/application.log
#: type empty
EMPTY=$(find "/proc/$(cat writer.pid)/fd" -lname '*.log.1 (deleted)' | head -1)
#: deny empty nothing was emptied
fd=$(head -1 writer.out); kill -USR1 "$(cat writer.pid)"
current() { case $(readlink "/proc/$(cat writer.pid)/fd/$fd") in *deleted*) return 1 ;; esac; }; wait_for current
#: mend empty
kill -USR2 "$(cat writer.pid)"; sleep 0.5
#: after empty
same "$(stat -c %s disk/log/application.log)" 4194304 "size of the log that is written"
#: before archived
mkdir archive
sql -c "create temporary table t as select 1" -c "select pg_switch_wal()" > /dev/null
#: type drop-slot
DROP_SLOT=old_replica
#: deny drop-slot nothing was dropped
mkdir -p rehearsal
setsid pg_receivewal -S old_replica -D rehearsal --no-loop > /dev/null 2>&1 < /dev/null & echo $! > rehearsal/pid
active() { [ "$(sql -c "select active from pg_replication_slots")" = t ]; }; wait_for active
#: mend drop-slot
kill "$(cat rehearsal/pid)"
idle() { [ "$(sql -c "select active from pg_replication_slots")" = f ]; }; wait_for idle
#: after drop-slot
same "$(sql -c 'select count(*) from pg_replication_slots')" 0 "slots"
#: type away
MOVE=$PWD/disk/cores/core.4711 TO=$PWD/other
#: deny away refused: open in process
tail -f disk/cores/core.4711 > /dev/null 2>&1 < /dev/null & echo $! > reader.pid; sleep 0.3
#: mend away
kill "$(cat reader.pid)"; sleep 0.3; rm reader.pid
#: deny away refused: a database's
echo 15 > disk/cores/PG_VERSION
#: mend away
rm disk/cores/PG_VERSION
#: deny away refused: not a file
touch other/core.4711
#: mend away
rm other/core.4711
#: deny away refused: the same disk
rm other; mkdir other
#: mend away
rmdir other; ln -s "$(cat other-disk)" other
#: deny away refused: only root
echo 1000 > uid
#: mend away
echo 0 > uid
#: after away
same "$(stat -c %s "$(cat other-disk)/core.4711")" 8388608 "size of the file that was moved"
same "$(ls disk/cores)" "" "what is left in the folder"
#: deny verify ERROR
sql -c "alter database trading set default_transaction_read_only = on"
#: mend verify
PGOPTIONS='-c default_transaction_read_only=off' sql -c "alter database trading reset default_transaction_read_only"
#: type roll-back
TAKE_BACK=yes
#: deny roll-back nothing was brought back
touch disk/cores/core.4711
#: mend roll-back
rm disk/cores/core.4711
#: end
kill "$(cat writer.pid)"
rm -r "$(cat other-disk)"
