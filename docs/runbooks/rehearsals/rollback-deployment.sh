# The new version is live and answers with errors. Its migration only added a column.
#: situation bad-version-on-green
#: situation bad-version-on-blue blue=green, 1.0.0=1.1.0
#: setup
(cd project && alembic upgrade head)
case $SITUATION in
  *green) bad=1.1.0; ln -sfn green.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload ;;
  *) bad=1.0.0 ;;
esac
live() { [ "$(curl -s "$PUBLIC_URL/health/ready" | jq -r .version)" = $bad ]; }
for try in 1 2 3 4 5; do wait_for live; done
touch unhealthy-$bad
#: type names
OLD_VERSION=1.0.0 BAD_VERSION=1.1.0
#: deny old-is-fit FAIL
for version in 1.0.0 1.1.0; do [ -f unhealthy-$version ] || { touch unhealthy-$version was-$version; }; done
#: mend old-is-fit
for file in was-*; do rm "un${file/was/healthy}" "$file"; done
#: deny switch-back nothing was switched
for version in 1.0.0 1.1.0; do [ -f unhealthy-$version ] || { touch unhealthy-$version was-$version; }; done
#: mend switch-back
for file in was-*; do rm "un${file/was/healthy}" "$file"; done
#: type switch-back
SWITCH_BACK=yes
#: deny verify 1.1.0
# Half of the requests still reach the bad version.
cp "$NGINX_CONF" kept.conf; pid=$(cat "$(dirname "$NGINX_CONF")/nginx.pid")
sed -i "s#include .*active.conf;#upstream app { server 127.0.0.1:$BLUE_PORT; server 127.0.0.1:$GREEN_PORT; }#" "$NGINX_CONF"; nginx -s reload; sleep 1
#: mend verify
cp kept.conf "$NGINX_CONF"; rm kept.conf; nginx -s reload; sleep 1
#: deny roll-back nothing was switched
touch unhealthy-1.1.0
#: mend roll-back
rm unhealthy-1.1.0
#: before roll-back
rm -f unhealthy-*
#: type roll-back
NEW_IS_GOOD=yes
