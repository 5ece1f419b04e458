# Staging has proved the new version; deploy.py has put it onto the idle colour.
#: situation blue-is-live
#: situation green-is-live blue=green, 1.0.0=1.1.0
#: setup
case $SITUATION in green-*) ln -sfn green.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload; green() { [ "$(curl -s "$PUBLIC_URL/health/ready" | jq -r .version)" = 1.1.0 ]; }; for try in 1 2 3 4 5; do wait_for green; done ;; esac
(cd project && alembic upgrade 0002)
profile 'cd project'
#: type versions
OLD_VERSION=1.0.0 NEW_VERSION=1.1.0
#: deny check-migrations heads: 2
printf 'revision, down_revision = "0003b", "0002"\ndef upgrade(): pass\ndef downgrade(): pass\n' > project/migrations/versions/0003b_fork.py
#: mend check-migrations
rm project/migrations/versions/0003b_fork.py
#: deny check-certificate will expire
cp "$(dirname "$PGDATA")/server.crt" kept.crt; cp "$(dirname "$PGDATA")/server.key" kept.key
pki/issue soon localhost 3; cp pki/soon.crt "$(dirname "$PGDATA")/server.crt"; cp pki/soon.key "$(dirname "$PGDATA")/server.key"; sql -c "select pg_reload_conf()"; sleep 1
#: mend check-certificate
cp kept.crt "$(dirname "$PGDATA")/server.crt"; cp kept.key "$(dirname "$PGDATA")/server.key"; rm kept.crt kept.key; sql -c "select pg_reload_conf()"; sleep 1
#: deny check-database 1
hold a-report "select 1"
#: mend check-database
release a-report
#: deny old-on-new-schema FAIL
for version in 1.0.0 1.1.0; do touch unhealthy-$version; done
#: mend old-on-new-schema
rm unhealthy-*
#: type switch
SWITCH=yes
#: type roll-back
SWITCH_BACK=yes
#: end
ls "$HOME"/before-deploy-*.dump > /dev/null
