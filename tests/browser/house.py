"""The whole house as `run` starts it, over a data folder of its own: killed and started again at will."""

import os
import re
import signal
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any, Self

from click.testing import CliRunner

from community.runtime.book_opening import open_book
from community.settings import load
from sheets_sync.__main__ import cli as sheets_sync
from tests.checkout import ROOT, copy_of_the_site
from tests.commands.processes import alive, descendants, until
from tests.google_sheets.server import StandIn


class House:
    """`python -m community run` on two free ports, with a live book."""

    def __init__(self, home: Path) -> None:
        """Nothing runs before `start`."""
        own = copy_of_the_site(home.with_name(f"{home.name}-site"))
        self.env = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "no", "COMMUNITY_SITE": str(own)}
        self.site = self.way_in = self.spreadsheet = ""
        self._run: subprocess.Popen[str] | None = None

    def start(self) -> Self:
        """Start everything and wait until both addresses are told."""
        command = [sys.executable, "-m", "community", "run"]
        command += ["--port", str(_free()), "--dashboard-port", str(_free())]
        self._run = subprocess.Popen(
            command, cwd=ROOT, env=self.env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        assert self._run.stdout
        said = ""
        while "Ctrl-C stops everything" not in said:
            line = self._run.stdout.readline()
            assert line, f"ended before it was ready:\n{said}"
            said += line
        self.site, self.way_in = re.findall(r"http://127\.0\.0\.1:\d+/\S*", said)
        return self

    def keep_in_step_with(self, google: StandIn) -> None:
        """Give it a spreadsheet, which `run` keeps in step from the next start on."""
        self.spreadsheet = google.spreadsheet("Town").id
        self.env |= {"SHEET_ID": self.spreadsheet, "SHEETS_API_ROOT": google.root}
        self.sheet("provision")

    def sheet(self, command: str) -> None:
        """One command about the spreadsheet, to its end."""
        done = CliRunner().invoke(sheets_sync, [command], env=self.env, catch_exceptions=False)
        assert done.exit_code == 0, done.output

    def at(self, path: str = "") -> str:
        """The address of this page of the dashboard, with the secret that opens it."""
        site, _, way_in = self.way_in.partition("?")
        return f"{site}{path}{'&' if '?' in path else '?'}{way_in}"

    def kill(self) -> None:
        """`kill -9` of every process, all at once."""
        if self._run is None:
            return
        everybody = [self._run.pid, *descendants(self._run.pid)]
        for process in everybody:
            os.kill(process, signal.SIGKILL)
        self._run.wait()
        assert self._run.stdout
        self._run.stdout.close()
        until(lambda: not any(map(alive, everybody)))
        self._run = None

    def show(self, table: str) -> list[dict[str, Any]]:
        """Return what stands in the book now, row by row, read beside everybody who writes there."""
        with closing(open_book(load(self.env))) as book:
            return list(map(dict, book.changes() if table == "changes" else book.rows(table)))


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
    return port
