"""A stub backend: backend.py VERSION PORT. Answers /health with its version; unhealthy (503) while a file `unhealthy-VERSION` stands in its folder."""
import http.server
import json
import os
import sys

version, port = sys.argv[1], int(sys.argv[2])


class Backend(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        healthy = not os.path.exists(f"unhealthy-{version}")
        body = json.dumps({"status": "ok" if healthy else "fail", "version": version}).encode()
        self.send_response(200 if healthy else 503)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


http.server.ThreadingHTTPServer(("127.0.0.1", port), Backend).serve_forever()
