"""ClickHouse's SQL behind its HTTP interface, as much of it as clickhouse-connect speaks: the
engine in process (chdb) answers. Run apart: chdb brings pyarrow, which pandas must not see.

    PYTHONPATH=build/chdb python tests/data/cube/clickhouse_server.py PORT
"""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlsplit

import chdb

PARAMETER = "param_"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    engine = chdb.connect(":memory:")

    def do_POST(self):
        content = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        asked = {name: values[0] for name, values in parse_qs(urlsplit(self.path).query).items()}
        sql = asked.get("query", "") + content.decode()
        bound = {n.removeprefix(PARAMETER): v for n, v in asked.items() if n.startswith(PARAMETER)}
        try:
            form = asked.get("default_format", "TabSeparated")
            self.answer(200, self.engine.query(sql, form, params=bound).bytes())
        except RuntimeError as error:
            self.answer(500, f"{error}".encode())

    do_GET = do_POST  # noqa: N815

    def answer(self, status, content):
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    HTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
