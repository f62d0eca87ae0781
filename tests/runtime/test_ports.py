"""Whether a port is free, and whether a service answers on it."""

import socket
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from community.runtime import ports
from tests.checkout import ROOT


class Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/health" else 503)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def test_a_port_is_free_until_a_program_listens_there() -> None:
    with socket.create_server((ports.HOST, 0)) as server:
        port = server.getsockname()[1]
        assert not ports.is_free(port)
    assert ports.is_free(port)


def test_only_a_service_that_says_yes_counts_as_ready() -> None:
    with HTTPServer((ports.HOST, 0), Health) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        assert ports.answers(server.server_port, "/health")
        assert not ports.answers(server.server_port, "/elsewhere")
        server.shutdown()


def test_a_port_where_nothing_listens_does_not_answer() -> None:
    with socket.create_server((ports.HOST, 0)) as server:
        port = server.getsockname()[1]
    assert not ports.answers(port, "/health")


def test_run_says_which_port_is_taken_and_how_to_choose_another() -> None:
    with socket.create_server((ports.HOST, 0)) as server:
        taken = str(server.getsockname()[1])
        command = [sys.executable, "-m", "community", "run", "--port", taken]
        answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert answer.returncode == 1
    assert f"Port {taken} is in use" in answer.stderr
    assert "python start.py run --port " in answer.stderr
    assert "Traceback" not in answer.stderr


def test_run_wants_two_different_ports() -> None:
    command = [sys.executable, "-m", "community", "run", "--port", "8999", "--dashboard-port", "8999"]
    answer = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False)
    assert answer.returncode == 1
    assert "two different ports" in answer.stderr
