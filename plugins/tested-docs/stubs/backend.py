"""A stub backend: backend.py VERSION PORT. Keeps the paths of the HTTP reference; each fault is a file in its folder that a rehearsal makes.

unhealthy-VERSION: not ready (503). failing-VERSION: ready, but every order request ends with 500. slow-VERSION: three seconds for each answer.
"""
import http.server
import json
import os
import sys
import time

version, port = sys.argv[1], int(sys.argv[2])


def fault(name):
    return os.path.exists(f"{name}-{version}")


class Backend(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if fault("slow"):
            time.sleep(3)
        ready = not fault("unhealthy")
        if self.path == "/health/live":
            return self.answer(200, {"status": "ok"})
        if self.path.startswith("/health"):
            return self.answer(200 if ready else 503, {"status": "ok" if ready else "fail", "version": version, "checks": {"database": "ok" if ready else "OperationalError"}})
        if fault("failing"):
            return self.answer(500, {"error": "internal"})
        self.answer(401, {"error": "a token is needed"})

    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", port), Backend).serve_forever()
