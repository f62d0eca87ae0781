"""A web server on this machine that gives the answers it was told to give, one after the other."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

DROP = (0, "")
HANG = (-1, "")
WELL = (200, {"spreadsheetId": "town", "replies": []})


def refusal(code: int, message: str, *, reason: str | None = None) -> tuple[int, dict[str, Any]]:
    """An answer as Google words a refusal."""
    error: dict[str, Any] = {"code": code, "message": message, "status": "X"}
    if reason:
        error["details"] = [{"@type": "type.googleapis.com/google.rpc.ErrorInfo", "reason": reason}]
    return code, {"error": error}


class Scripted:
    """`with Scripted(answer, ...) as server`: the last answer is given again and again; `asked` holds the bodies."""

    def __init__(self, *answers: tuple[int, Any]) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, str, str]] = []
        self._gone = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self._server.daemon_threads = False
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self.root = f"http://127.0.0.1:{self._server.server_address[1]}"

    def next(self) -> tuple[int, Any]:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

    def hang(self) -> None:
        """Say nothing until the test is over."""
        self._gone.wait()

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        self._gone.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def _handler(script: Scripted) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        # One connection for each request, so that the end of the server waits for nobody.
        protocol_version = "HTTP/1.0"

        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            script.asked.append((self.command, self.path, body))
            status, said = script.next()
            if (status, said) == HANG:
                script.hang()
            if status <= 0:
                return
            content = said if isinstance(said, str) else json.dumps(said)
            kind = "text/html" if isinstance(said, str) else "application/json; charset=UTF-8"
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(content.encode())))
            self.end_headers()
            self.wfile.write(content.encode())

        do_GET = do_POST = do_PUT = answer  # noqa: N815 (named by the standard library)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler
