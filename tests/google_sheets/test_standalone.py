"""The stand-in as a program of its own, which keeps what it holds from one run to the next."""

import os
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

import pytest
from gspread.utils import ExportFormat

from tests.checkout import ROOT

from .client import connect
from .export import EXCEL, exported
from .server import StandIn
from .world import World


@contextmanager
def running(*options: str) -> Iterator[str]:
    """Start the program on a free port, give its address, and end it as Ctrl+C would."""
    command = [sys.executable, "-m", "tests.google_sheets", "--port", "0", *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait() == 0


@pytest.mark.skipif(os.name == "nt", reason="ends a program as Unix does")
def test_what_was_written_is_there_again_after_a_restart(tmp_path: Path) -> None:
    state = str(tmp_path / "state")
    for expected in ([[]], [["a"]]):
        with running("--spreadsheet", "town", "--state", state) as root:
            client = connect(root)
            tab = client.open_by_key("town").sheet1
            assert tab.get_all_values() == expected
            tab.update([["a"]], "A1")
            client.http_client.session.close()


def test_a_world_can_go_on_in_another_stand_in(google: StandIn, tmp_path: Path) -> None:
    book = google.spreadsheet("Town", spreadsheet_id="town")
    google.person(book).type("Sheet1", "B2", "kept")
    google.world.save(tmp_path / "world")
    world = World()
    world.load(tmp_path / "world")
    with StandIn(world=world) as other:
        assert other.person(world.books["town"]).see("Sheet1") == [[], ["", "kept"]]


def test_in_an_exported_file_text_stays_text_and_formulas_stay_formulas(google: StandIn) -> None:
    book = google.spreadsheet("Town")
    ann = google.person(book)
    ann.type("Sheet1", "A1", "'=1+1")
    ann.type("Sheet1", "B1", "=1+1")
    ann.type("Sheet1", "C1", "<Ann & Bob>")
    with zipfile.ZipFile(BytesIO(exported(book, EXCEL))) as package:
        cells = package.read("xl/worksheets/sheet1.xml").decode()
    assert '<c r="A1" t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>' in cells
    assert '<c r="B1"><f>1+1</f><v>2</v></c>' in cells
    assert "&lt;Ann &amp; Bob&gt;" in cells
    assert exported(book, ExportFormat.CSV) == b"=1+1,2,<Ann & Bob>"
