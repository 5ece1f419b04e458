# Blue is live; green has a new version.
#: situation blue-is-live
#: type idle
IDLE_URL=http://127.0.0.1:$GREEN_PORT NEW_VERSION=1.1.0
#: deny idle FAIL identity
mkdir elsewhere; for pid in $GREEN_PID; do kill $pid; done
(cd elsewhere && background python3 ../backend.py 1.0.9 "$GREEN_PORT")
up() { curl -s -o /dev/null "http://127.0.0.1:$GREEN_PORT/health/live"; }; wait_for up
#: mend idle
kill "$(pgrep -f "backend.py 1.0.9 $GREEN_PORT")"; rmdir elsewhere; sleep 0.3
#: deny idle FAIL live
down() { ! curl -s -o /dev/null "http://127.0.0.1:$GREEN_PORT/health/live"; }; wait_for down
#: mend idle
background python3 backend.py 1.1.0 "$GREEN_PORT"
up() { curl -s -o /dev/null "http://127.0.0.1:$GREEN_PORT/health/live"; }; wait_for up
#: deny idle FAIL ready
touch unhealthy-1.1.0
#: mend idle
rm unhealthy-1.1.0
#: deny idle FAIL auth
touch failing-1.1.0
#: mend idle
rm failing-1.1.0
#: type public
LIVE_VERSION=1.0.0
#: deny public FAIL identity
ln -sfn green.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload; sleep 1
#: mend public
ln -sfn blue.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload; sleep 1
#: type nothing-listens
NOBODY=http://127.0.0.1:1
