# One colour is live; the other has the new version. A client asks all the time.
#: situation blue-is-live
#: situation green-is-live blue=green, 1.0.0=1.1.0
#: setup
case $SITUATION in green-*) ln -sfn green.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload; green() { [ "$(curl -s "$PUBLIC_URL/health/ready" | jq -r .version)" = 1.1.0 ]; }; for try in 1 2 3 4 5; do wait_for green; done ;; esac
#: type versions
NEW_VERSION=1.1.0 OLD_VERSION=1.0.0
# What is tested has no users yet.
#: before smoke-idle
case $SITUATION in green-*) live=green ;; *) live=blue ;; esac
same "$(readlink "$TRADING_NGINX_DIR/active.conf")" $live.conf "the live colour"
#: deny smoke-idle FAIL
for version in 1.0.0 1.1.0; do touch "unhealthy-$version"; done
#: mend smoke-idle
rm unhealthy-*
#: deny switch nginx refuses the configuration
for colour in blue green; do [ "$(readlink "$TRADING_NGINX_DIR/active.conf")" = $colour.conf ] || { cp "$TRADING_NGINX_DIR/$colour.conf" kept; echo 'upstream app {' > "$TRADING_NGINX_DIR/$colour.conf"; }; done
#: mend switch
for colour in blue green; do [ "$(readlink "$TRADING_NGINX_DIR/active.conf")" = $colour.conf ] || mv kept "$TRADING_NGINX_DIR/$colour.conf"; done
#: type switch
SWITCH=yes
#: before switch
background bash -c 'while [ ! -f stop-asking ]; do curl -s -o /dev/null -m 5 -w "%{http_code}\n" "$PUBLIC_URL/orders" >> codes.log; done'
#: after switch
touch stop-asking; sleep 0.3
same "$(sort -u codes.log)" 401 "answers during the switch"
rm stop-asking codes.log
#: type roll-back
SWITCH_BACK=yes
