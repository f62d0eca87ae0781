"""What holds for every test: no network, no data but its own, nothing timed, and in CI nothing skipped."""

import gc
import os
import shutil
import sys
import tempfile
import threading
from collections.abc import Generator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from community.matching import is_warm, warm
from tests.book.shared_statements import share

# One browser for the whole run: two would quarrel over the one event loop of this thread.
from tests.browser.support import browser, open_page, ways
from tests.commands.processes import until
from tests.offline import sitecustomize  # importing it closes the network for this process

__all__ = ["browser", "open_page", "ways"]

OFFLINE = str(Path(sitecustomize.__file__).parent)
IN_CI = os.environ.get("CI", "").lower() == "true"

# Speed is measured by the bench; here a slow machine must not fail a right answer. In CI the examples are the same
# ones each time, so that a failure can be had again.
settings.register_profile(
    "house", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=IN_CI, print_blob=True
)
# What `make test` asks for. `make check` tries all examples with the long tests.
settings.register_profile("quick", settings.get_profile("house"), max_examples=30)
settings.load_profile("house")


IN_MEMORY = Path("/dev/shm")
ENOUGH = 4 * 2**30
COMPILED = "the engine is compiled"


def pytest_configure(config: pytest.Config) -> None:
    """Give this run a data folder of its own and close the network for every Python it starts."""
    gc.disable()  # until all tests are loaded: nothing of that is garbage
    # A book waits for the disk with every row, a test for its book thousands of times: in memory there is no waiting.
    # What a power cut leaves is tested on a disk of its own (tests/faults/power.py).
    if "TMPDIR" not in os.environ and IN_MEMORY.is_dir() and shutil.disk_usage(IN_MEMORY).free > ENOUGH:
        os.environ["TMPDIR"] = str(IN_MEMORY)
        tempfile.tempdir = None  # asked for again, it is found anew
    # A run starts hundreds of programs: what one of them compiled is kept for the others, whatever a machine prefers.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    home = tempfile.mkdtemp(prefix="community-tests-")
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    os.environ["COMMUNITY_HOME"] = home
    # What is made once for all processes of a run stands in the folder of the one that starts the others.
    if not hasattr(config, "workerinput"):
        os.environ["TESTS_SHARED"] = home
    # A developer's own settings are not the suite's, and least of all their spreadsheet.
    for name in (
        "DATABASE_URL",
        "DEMO",
        "COMMUNITY_TOML",
        "SHEET_ID",
        "GOOGLE_SERVICE_ACCOUNT",
        "SHEETS_API_ROOT",
        "EMAIL_USER",
        "RETURN_USER",
        "RETURN_PASSWORD",
        "EMAIL_PASSWORD",
        "TEXT_KEY",
        "COMMUNITY_SITE",
    ):
        os.environ.pop(name, None)
    os.environ["COMMUNITY_SECRETS"] = str(Path(home) / "secrets.toml")
    Path(home, "secrets.toml").touch()
    share()
    # Compiled once for all processes, while they load the tests: else each would compile the same.
    if not hasattr(config, "workerinput") and not is_warm():
        compiling = threading.Thread(target=_compile)
        compiling.start()
        config.add_cleanup(compiling.join)
    inherited = os.environ.get("PYTHONPATH", "")
    if OFFLINE not in inherited.split(os.pathsep):
        os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [OFFLINE, inherited]))


def _compile() -> None:
    try:
        warm()
    finally:
        Path(os.environ["TESTS_SHARED"], COMPILED).touch()  # however it ended: nobody waits in vain


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave to the long tests what on PostgreSQL repeats a test on SQLite, but for the core of it."""
    for item in items:
        if item.get_closest_marker("twin") and not item.get_closest_marker("core"):
            item.add_marker(pytest.mark.long)


def pytest_collection_finish() -> None:
    """Wait until the engine is compiled, and keep the collector of garbage from what was loaded.

    It walked through a million objects again and again. A test makes ten thousand objects in a moment, so it need not
    look after each seven hundred either.
    """
    until(lambda: is_warm() or Path(os.environ["TESTS_SHARED"], COMPILED).exists())
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
    gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a skipped test is a failed one: what isn't run isn't known."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, and in CI nothing may be: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """The same for a whole module that skips itself."""
    report = yield
    if IN_CI and report.skipped:
        report.outcome = "failed"
        report.longrepr = f"skipped, and in CI nothing may be: {report.longrepr}"
    return report
