# Two instances behind nginx. One answers its health check and fails every order request.
#: situation second-instance-fails
#: situation first-instance-fails blue=green, 1.0.0=1.1.0
#: setup
case $SITUATION in second-*) bad=1.1.0 colour=green other=1.0.0 ok=blue ;; *) bad=1.0.0 colour=blue other=1.1.0 ok=green ;; esac
printf 'upstream app {\n  server 127.0.0.1:%s;\n  server 127.0.0.1:%s;\n}\n' "$BLUE_PORT" "$GREEN_PORT" > "$TRADING_NGINX_DIR/both.conf"
ln -sfn both.conf "$TRADING_NGINX_DIR/.new"; mv -T "$TRADING_NGINX_DIR/.new" "$TRADING_NGINX_DIR/active.conf"; nginx -s reload; sleep 1
touch "failing-$bad"
cat > application.log <<JSON
{"time":"2026-11-23T02:58:10Z","level":"info","path":"/api/orders","release":"$other","instance":"$ok"}
{"time":"2026-11-23T03:01:02Z","level":"error","exception":"OperationalError","path":"/api/orders","release":"$bad","instance":"$colour"}
{"time":"2026-11-23T03:01:09Z","level":"error","exception":"OperationalError","path":"/api/orders","release":"$bad","instance":"$colour"}
{"time":"2026-11-23T03:01:41Z","level":"error","exception":"ValidationError","path":"/api/quotes","release":"$other","instance":"$ok"}
Traceback (most recent call last): this line is not JSON
{"time":"2026-11-23T03:02:05Z","level":"error","exception":"OperationalError","path":"/api/positions","release":"$bad","instance":"$colour"}
JSON
#: type count
APP_LOG=application.log
#: type kind
KIND=OperationalError
#: type take-out
case $SITUATION in second-*) INSTANCE=127.0.0.1:$GREEN_PORT ;; *) INSTANCE=127.0.0.1:$BLUE_PORT ;; esac
TAKE_OUT=yes
#: deny take-out nothing was changed
cp "$TRADING_NGINX_DIR/both.conf" kept; sed -i "/:$BLUE_PORT;/d" "$TRADING_NGINX_DIR/both.conf"
#: mend take-out
mv kept "$TRADING_NGINX_DIR/both.conf"
#: deny take-out nothing was changed
cp "$NGINX_CONF" kept; echo 'no_such_directive on;' >> "$NGINX_CONF"
#: mend take-out
mv kept "$NGINX_CONF"
#: before roll-back
rm failing-*
#: type roll-back
PUT_BACK=yes
#: after roll-back
same "$(grep -c down "$TRADING_NGINX_DIR/both.conf" || true)" 0 "instances out of traffic"
