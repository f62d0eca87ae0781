"""What the dashboard takes to answer a decision in a town of 2,500 volunteers: the whole rerun, on the server."""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from streamlit.testing.v1 import AppTest

from dashboard import auth
from tests.bench.figure import Figure, percentile

ROOT = Path(__file__).parents[2]
DECISIONS = 15


def measure() -> Iterator[Figure]:
    """Yield the figures. The invented town is made first, and its board matched."""
    with tempfile.TemporaryDirectory() as home:
        os.environ |= {"COMMUNITY_HOME": home, "DEMO": "yes"}
        vars(auth)["let_in"] = lambda _: True  # no server runs here, so there is no front that could let anybody in
        before = _spent_by_children()
        subprocess.run([sys.executable, "-m", "community", "demo"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        yield Figure("the invented town is made", _spent_by_children() - before, "s of processor time", most=20)
        subprocess.run([sys.executable, "-m", "community", "match"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        yield from _figures("today: open", _app("today"), _run)
        yield from _figures("triage: accept", _app("triage"), _accept)
        yield from _figures("matches: approve", _app("matches"), _approve)


def _spent_by_children() -> float:
    """Seconds of processor time of the programs that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _app(page: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=60).run()
    return app if page == "today" else app.switch_page(f"dashboard/pages/{page}_page.py").run()


def _figures(name: str, app: AppTest, decide: Callable[[AppTest], float | None]) -> Iterator[Figure]:
    taken = [seconds for _ in range(DECISIONS) if (seconds := decide(app)) is not None]
    if app.exception or not taken:
        raise SystemExit(f"{name}: the page did not work, so there is nothing to measure")
    yield Figure(f"{name}, median of {len(taken)}", statistics.median(taken) * 1000, "ms", most=200)
    yield Figure(f"{name}, slowest tenth", percentile(taken, 0.9) * 1000, "ms")


def _run(app: AppTest) -> float:
    began = time.perf_counter()
    app.run()
    return time.perf_counter() - began


def _press(label: str) -> Callable[[AppTest], float | None]:
    def pressed(app: AppTest) -> float | None:
        found = [button for button in app.button if button.label == label]
        if not found:
            return None
        found[0].click()
        return _run(app)

    return pressed


def _accept(app: AppTest) -> float | None:
    """Accept the request, after saying that nobody is at risk, which is not counted."""
    _press("Nobody is at risk")(app)
    return _press("Accept")(app)


def _approve(app: AppTest) -> float | None:
    """Approve what is proposed, then go on to the next need, which is not counted."""
    taken = _press("Approve")(app)
    app.query_params.clear()
    app.run()
    return taken
