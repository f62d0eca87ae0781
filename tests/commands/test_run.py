"""`run` with the real services: both addresses answer, and one signal leaves nothing behind."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener, urlopen

import pytest

from community.demo import default_today
from community.runtime import ports
from tests.checkout import ROOT
from tests.commands.processes import alive, command_line, descendants, until
from tests.demo.towns import town

pytestmark = pytest.mark.skipif(os.name == "nt", reason="looks for processes as Unix lists them")


def free_port() -> int:
    with socket.create_server((ports.HOST, 0)) as server:
        port: int = server.getsockname()[1]
    return port


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a small invented town: what `run` would make is the same, only larger."""
    folder = tmp_path_factory.mktemp("home")
    town(folder, today=default_today(datetime.now(UTC)), volunteers=20, requests=5)
    return folder


@pytest.fixture
def running(home: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """`run`, with what it has said up to the moment it is ready."""
    command = [sys.executable, "-m", "community", "run"]
    command += ["--port", str(free_port()), "--dashboard-port", str(free_port())]
    environment = os.environ | {"COMMUNITY_HOME": str(home), "DEMO": "yes"}
    run = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert run.stdout
    said = ""
    while "Ctrl-C stops everything" not in said:
        line = run.stdout.readline()
        assert line, f"ended before it was ready:\n{said}"
        said += line
    rest = threading.Thread(target=run.stdout.read)  # so that it is never kept waiting by a full pipe
    rest.start()
    yield run, said
    run.kill()
    run.wait()
    rest.join()
    run.stdout.close()


@pytest.mark.long
def test_both_addresses_answer_until_one_service_dies_then_the_other_is_stopped_and_the_answer_is_no(
    running: tuple["subprocess.Popen[str]", str],
) -> None:
    run, said = running
    site, dashboard = re.findall(r"http://127\.0\.0\.1:\d+/\S*", said)
    for address in (site, site + "get-help/ask/"):
        with urlopen(address) as page:
            assert page.status == 200
    bare = dashboard.partition("?")[0]
    with pytest.raises(HTTPError, match="403"):
        urlopen(bare)
    with build_opener(HTTPCookieProcessor(CookieJar())).open(dashboard) as page:
        assert (page.status, page.url) == (200, bare), "what opens it stays in the address"
    assert "The people in it are invented." in said
    assert "{" not in said, "a line for the log stands among the words for the person"
    children = descendants(run.pid)
    os.kill(children[0], signal.SIGKILL)
    assert run.wait() == 1
    assert not any(map(alive, children))


# By name: Windows has not all of them. What a person presses and what nobody can catch; the one between is long.
@pytest.mark.parametrize("sign", ["SIGINT", pytest.param("SIGTERM", marks=pytest.mark.long), "SIGKILL"])
def test_one_signal_leaves_nothing_running(running: tuple["subprocess.Popen[str]", str], sign: str) -> None:
    run, said = running
    children = descendants(run.pid)
    assert any(command_line(each).endswith("community worker") for each in children)
    run.send_signal(signal.Signals[sign])
    run.wait()
    until(lambda: not any(map(alive, children)))
    assert all(ports.is_free(int(port)) for port in re.findall(r":(\d+)/", said))
