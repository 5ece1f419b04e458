# A WebSocket server behind nginx with the metrics of the guide, and 30 clients that come back with jitter. The server was restarted.
#: setup
cat > server.py <<'PYTHON'
"""server.py PORT: echoes; /metrics has the counters of the guide; ends with 1012 on SIGTERM."""
import asyncio, http, signal, sys
import websockets
opened, closed, live = 0, {}, set()
def metrics():
    lines = [f"ws_connections_open {len(live)}", f"ws_connections_opened_total {opened}"]
    return "\n".join(lines + [f'ws_connections_closed_total{{code="{code}"}} {count}' for code, count in sorted(closed.items())]) + "\n"
async def gate(path, headers):
    if path == "/metrics":
        return http.HTTPStatus.OK, [("Content-Type", "text/plain")], metrics().encode()
async def client(socket, path=None):
    global opened
    opened += 1
    live.add(socket)
    try:
        async for message in socket:
            await socket.send(message)
    except websockets.ConnectionClosed:
        pass
    live.discard(socket)
    closed[socket.close_code] = closed.get(socket.close_code, 0) + 1
async def main():
    def restart():
        for socket in list(live):
            asyncio.ensure_future(socket.close(1012, "service restart"))
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, restart)
    async with websockets.serve(client, "127.0.0.1", int(sys.argv[1]), process_request=gate):
        await asyncio.Future()
asyncio.run(main())
PYTHON
cat > clients.py <<'PYTHON'
"""clients.py URL COUNT: keeps COUNT clients connected with full jitter."""
import asyncio, random, sys
import websockets
async def client():
    attempt = 0
    while True:
        try:
            async with websockets.connect(sys.argv[1], open_timeout=5) as socket:
                attempt = 0
                async for _ in socket:
                    pass
        except (OSError, asyncio.TimeoutError, websockets.WebSocketException):
            pass
        await asyncio.sleep(random.uniform(0, min(2, 0.2 * 2**attempt)))
        attempt += 1
async def main():
    await asyncio.gather(*(client() for _ in range(int(sys.argv[2]))))
asyncio.run(main())
PYTHON
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
echo "$port" > ws-port
: > "$TRADING_NGINX_DIR/ws-limit.conf"
sed -i "s#location / {#location /ws { include $TRADING_NGINX_DIR/ws-limit.conf; proxy_pass http://127.0.0.1:$port; proxy_http_version 1.1; proxy_set_header Upgrade \$http_upgrade; proxy_set_header Connection upgrade; }\n    location / {#; s#^  access_log off;#  access_log off;\n  limit_req_zone websockets zone=ws_return:1m rate=8r/s;#" "$NGINX_CONF"
nginx -t -q && nginx -s reload
background python3 server.py "$port"
up() { curl -s "http://127.0.0.1:$port/metrics" | grep -q ws_connections_open; }; wait_for up
background python3 clients.py "ws://${PUBLIC_URL#http://}/ws" 30
all() { curl -s "http://127.0.0.1:$port/metrics" | grep -q 'ws_connections_open 30$'; }; wait_for all
profile "METRICS=http://127.0.0.1:$port/metrics"
kill -HUP "$(pgrep -f "server.py $port")"
again() { curl -s "http://127.0.0.1:$port/metrics" | grep -q 'ws_connections_opened_total 60$'; }; wait_for again
#: deny slow-down nothing was changed: nginx refuses the file
cp "$NGINX_CONF" kept; echo 'no_such_directive on;' >> "$NGINX_CONF"
#: mend slow-down
mv kept "$NGINX_CONF"
#: type slow-down
LIMIT=yes
#: after slow-down
# The limit is in force: of 40 handshakes in a second most are refused. One process sends them all: on a busy machine 40 take longer than a second to start.
# A reload goes on behind the command that asks for it: old workers may still answer the first ones.
limited() { curl -s -Z --parallel-max 40 -o /dev/null -m 10 -w '%{http_code}\n' "$PUBLIC_URL/ws?[1-40]" 2> /dev/null | grep -q 503; }
wait_for limited
sleep 2
#: before verify
port=$(cat ws-port); kill -HUP "$(pgrep -f "server.py $port")"; sleep 1
all() { curl -s "http://127.0.0.1:$port/metrics" | grep -q 'ws_connections_open 30$'; }; wait_for all
#: type roll-back
TAKE_OFF=yes
#: after roll-back
free() { ! curl -s -Z --parallel-max 20 -o /dev/null -m 10 -w '%{http_code}\n' "$PUBLIC_URL/ws?[1-20]" 2> /dev/null | grep -q 503; }
wait_for free
