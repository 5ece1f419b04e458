"""The market as a trading system meets it, and the two processes of the system that talk to it. Python without libraries.

market.py feed NAME PORT      a price feed: prices and a heartbeat, one JSON object a line, numbered
market.py handler PORT        keeps the last prices of all feeds ($FEEDS: "a=PORT b=PORT"); of these the file $FEED_ENV names the active one; GET /metrics
market.py venue PORT          takes one session at a time, heartbeats, and orders into the list of its own, the file $VENUE_LIST
market.py gateway PORT VENUE  sends the orders that the database holds as `accepted` to the venue at the port VENUE; GET /metrics; its log is $VENUE_LOG

Each fault is a file in the working folder that a rehearsal makes. silent-NAME: the feed sends nothing on an open connection. no-SYMBOL-NAME: no prices
of this symbol. gap-NAME: each tenth message is lost. The handler has had nothing since the time of the file: `touch -d '-20 seconds'` makes an old silence.
venue-silent: no heartbeats. venue-closed: the venue refuses the log-in.
"""
import http.server
import json
import os
import socket
import subprocess
import sys
import threading
import time

HEARTBEAT = 0.3
# Without a heartbeat for so long a session counts as lost.
PATIENCE = 5
fault = os.path.exists


def listen(port, serve):
    server = socket.create_server(("127.0.0.1", port))
    while True:
        connection, _ = server.accept()
        threading.Thread(target=quietly, args=(serve, connection), daemon=True).start()


def quietly(serve, connection):
    with connection:
        try:
            serve(connection)
        except OSError:
            pass


def metrics(port, lines):
    class Metrics(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = ("\n".join(lines()) + "\n").encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args):
            pass

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Metrics).serve_forever()


def feed(name, port):
    def serve(connection):
        number = 0
        while True:
            for message in [{"type": "heartbeat"}, *({"type": "price", "symbol": symbol} for symbol in ("EXA", "EXB") if not fault(f"no-{symbol}-{name}"))]:
                number += 1
                lost = fault(f"gap-{name}") and number % 10 == 0
                if not fault(f"silent-{name}") and not lost:
                    connection.sendall((json.dumps({"number": number, **message}) + "\n").encode())
            time.sleep(HEARTBEAT)

    listen(int(port), serve)


def handler(port):
    seen, gaps = {}, {}

    def follow(name, source):
        gaps[name] = 0
        while True:
            try:
                with socket.create_connection(("127.0.0.1", int(source))) as connection:
                    last = 0
                    for line in connection.makefile():
                        message = json.loads(line)
                        gaps[name] += last > 0 and message["number"] != last + 1
                        last = message["number"]
                        seen[name, message.get("symbol")] = time.time()
            except OSError:
                pass
            time.sleep(0.2)

    def last_before_fault(moment, name, symbol):
        return min([moment, *(os.path.getmtime(file) for file in (f"silent-{name}", f"no-{symbol}-{name}") if fault(file))])

    def lines():
        active = dict(line.strip().split("=") for line in open(os.environ["FEED_ENV"]) if "=" in line)["ACTIVE_FEED"]
        yield from (f'market_data_active{{feed="{name}"}} {int(name == active)}' for name in sorted(gaps))
        yield from (f'market_data_gaps_total{{feed="{name}"}} {count}' for name, count in sorted(gaps.items()))
        for (name, symbol), moment in sorted(seen.copy().items(), key=str):
            what, label = ("heartbeat", "") if symbol is None else ("price", f',symbol="{symbol}"')
            yield f'market_data_{what}_timestamp_seconds{{feed="{name}"{label}}} {last_before_fault(moment, name, symbol):.3f}'

    for pair in os.environ["FEEDS"].split():
        threading.Thread(target=follow, args=pair.split("="), daemon=True).start()
    metrics(int(port), lines)


def venue(port):
    taken = threading.Lock()

    def heartbeats(connection):
        while True:
            if not fault("venue-silent"):
                connection.sendall(b'{"type": "heartbeat"}\n')
            time.sleep(HEARTBEAT)

    def serve(connection):
        if fault("venue-closed"):
            connection.sendall(b'{"type": "refused", "reason": "MsgSeqNum too low, expecting 12 but received 9"}\n')
            return
        threading.Thread(target=quietly, args=(heartbeats, connection.dup()), daemon=True).start()
        for line in connection.makefile():
            order = json.loads(line)
            with taken, open(os.environ["VENUE_LIST"], "a") as orders:
                orders.write(f'{order["account"]},{order["client_order_id"]},open,0\n')

    listen(int(port), serve)


def gateway(port, source):
    state = {"up": 0, "heartbeat": 0.0}

    def say(text):
        with open(os.environ["VENUE_LOG"], "a") as log:
            log.write(f'{time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())} {text}\n')

    def sql(query):
        return subprocess.run(["psql", "-XqAt", "-F,", "-c", query], capture_output=True, text=True, check=True).stdout.split()

    def session(connection):
        connection.settimeout(PATIENCE)
        messages = connection.makefile()
        while True:
            message = json.loads(messages.readline() or '{"type": "refused", "reason": "closed by the venue"}')
            if message["type"] == "refused":
                return say(f'log-in refused: {message["reason"]}')
            state.update(up=1, heartbeat=time.time())
            for row in sql("select account, client_order_id from orders where status = 'accepted' order by id"):
                account, identity = row.split(",")
                connection.sendall((json.dumps({"account": account, "client_order_id": identity}) + "\n").encode())
                sql(f"update orders set status = 'sent' where account = '{account}' and client_order_id = '{identity}'")

    def work():
        # After a lost session it waits for a person, as a gateway must that cannot know what the venue still holds.
        try:
            with socket.create_connection(("127.0.0.1", int(source)), PATIENCE) as connection:
                session(connection)
        except TimeoutError:
            say(f"session lost: no heartbeat for {PATIENCE} s")
        except OSError as error:
            say(f"session lost: {error.strerror}")
        state["up"] = 0

    threading.Thread(target=work, daemon=True).start()
    metrics(int(port), lambda: [f'venue_session_up{{venue="ex"}} {state["up"]}', f'venue_heartbeat_timestamp_seconds{{venue="ex"}} {state["heartbeat"]:.3f}'])


{"feed": feed, "handler": handler, "venue": venue, "gateway": gateway}[sys.argv[1]](*sys.argv[2:])
