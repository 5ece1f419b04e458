# A Redis with a limit of 4 MB that holds more: somebody stops it, and when it is up again its memory is full. A job asks for all keys.
#: setup
printf '%s\n' 'save 3600 1' 'slowlog-log-slower-than 1000' 'busy-reply-threshold 200' >> "$REDIS_CONF"
printf x > blob; for doubling in $(seq 17); do cat blob blob > twice; mv twice blob; done; head -c 100000 blob > report; rm blob
for n in $(seq 20); do redis --user ops -x set "report:$n" < report > /dev/null; done
rm report
redis --user ops eval 'for n = 1, 20000 do redis.call("set", "user:" .. n, n) end' 0
redis_unit redis-server
redis --user ops shutdown save || true
redis-server "$REDIS_CONF" --daemonize yes --logfile "$REDIS_LOG"
up() { redis --user ops ping; }; wait_for up
#: before what-kind
# The limit holds after the restart only.
echo 'maxmemory 4mb' >> "$REDIS_CONF"
systemctl stop redis-server
#: deny what-kind BUSY
systemctl start redis-server
up() { redis --user ops ping; }; wait_for up
background bash -c '. "$STUBS/world.sh"; redis --user ops eval "while true do end" 0'
busy() { { redis --user ops ping 2>&1 || true; } | grep -q BUSY; }; wait_for busy
#: mend what-kind
redis --user ops script kill
systemctl stop redis-server
#: deny how-it-ended Short read
cp "$REDIS_LOG" log.kept
echo '123:M 29 Nov 2026 02:00:00.000 # Short read or OOM loading DB. Unrecoverable error, aborting now.' >> "$REDIS_LOG"
#: mend how-it-ended
mv log.kept "$REDIS_LOG"
#: type start
UNIT=redis-server
#: deny start nothing was started
systemctl start redis-server
up() { redis --user ops ping; }; wait_for up
#: mend start
systemctl stop redis-server
#: deny is-it-full OK
redis --user ops config set maxmemory 0
#: mend is-it-full
redis --user ops config set maxmemory 4mb
#: after memory
same "$(redis --user ops config get maxmemory | tail -1)" 4194304 "the limit"
#: type raise
RAISE_TO_MB=16
#: mistype raise nothing was changed
RAISE_TO_MB=100000000
#: deny raise nothing was changed
redis --user ops config set maxmemory 0
redis --user ops eval 'for n = 1, 20 do redis.call("set", "more:" .. n, string.rep("x", 1000000)) end' 0
redis --user ops config set maxmemory 4mb
#: mend raise
redis --user ops eval 'for n = 1, 20 do redis.call("del", "more:" .. n) end' 0
#: after raise
same "$(redis --user ops config get maxmemory | tail -1)" 16777216 "the new limit"
same "$(redis --user ops config get maxmemory-policy | tail -1)" noeviction "the policy"
same "$(redis --user ops dbsize)" 20021 "keys, with the one that was written"
#: before evict
redis --user ops config set maxmemory 4mb
#: type evict
EVICT=yes
#: before slow
redis --user ops config set maxmemory 16mb
redis --user ops slowlog reset
redis --user ops keys 'user:*' > /dev/null
#: before end-script
background bash -c '. "$STUBS/world.sh"; redis --user ops eval "while true do end" 0'
busy() { { redis --user ops ping 2>&1 || true; } | grep -q BUSY; }; wait_for busy
#: type end-script
END_SCRIPT=yes
#: after end-script
same "$(redis --user ops ping)" PONG "Redis without the script"
#: type verify
export REDIS_APP_PASSWORD=app-password-1
#: deny verify OOM
redis --user ops config set maxmemory-policy noeviction maxmemory 1mb
#: mend verify
redis --user ops config set maxmemory-policy allkeys-lru maxmemory 16mb
#: type roll-back
TAKE_BACK=yes
#: deny roll-back nothing was changed
redis --user ops eval 'for n = 1, 5 do redis.call("set", "more:" .. n, string.rep("x", 1000000)) end' 0
#: mend roll-back
redis --user ops eval 'for _, key in ipairs(redis.call("keys", "*")) do redis.call("del", key) end' 0
#: end
same "$(redis --user ops config get maxmemory-policy | tail -1)" noeviction "the policy"
