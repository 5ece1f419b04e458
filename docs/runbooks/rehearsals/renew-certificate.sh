# The certificate of one server ends in 30 days; the authority has issued a new one.
#: situation postgres
#: situation redis
#: situation nginx
#: setup
pki/issue next localhost 90
pki/issue stranger localhost 90
mkdir incoming && cp pki/next.crt pki/next.key incoming/
#: type names
case $SITUATION in postgres) ADDRESS=localhost:$PGPORT ;; redis) ADDRESS=localhost:$REDIS_PORT ;; *) ADDRESS=localhost:$HTTPS_PORT ;; esac
SERVER=$SITUATION NAME=localhost CA=$PKI/ca.crt NEW_CRT=$PWD/incoming/next.crt NEW_KEY=$PWD/incoming/next.key
#: deny check-new
cp pki/stranger.key incoming/next.key
#: mend check-new
cp pki/next.key incoming/next.key
#: deny check-new hostname mismatch
pki/issue elsewhere db.example.com 90 && cp pki/elsewhere.crt incoming/next.crt && cp pki/elsewhere.key incoming/next.key
#: mend check-new
cp pki/next.crt pki/next.key incoming/
#: deny install nothing was changed
cp pki/stranger.key incoming/next.key
#: mend install
cp pki/next.key incoming/next.key
#: type install
INSTALL=yes
#: mistype install run step 2
OLD=
#: after install
for key in "$(dirname "$PGDATA")/server.key" pki/redis.key pki/nginx.key; do same "$(stat -c %a "$key")" 600 "mode of $key"; done
#: type roll-back
PUT_BACK=yes
#: type forward
INSTALL=yes
