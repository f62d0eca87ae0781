"""Makes everything ready and runs a command: `python3 start.py` (on Windows `py start.py`).

It needs nothing but Python 3.11 or newer. The first start makes the folder `.venv` and installs what requirements.txt
names; later starts see that nothing changed and go straight to work.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

HELP = """\
python start.py [COMMAND] [OPTIONS]        (on Windows: py start.py ...)

  run      set up, build the site, start the forms and the dashboard (this is what no command means)
  test     run the tests, without the long ones; options go to pytest: python start.py test tests/places
  check    everything CI looks at: style, types, generated pages, long tests, tests
  bench    measure how fast it is
  pins     look for newer versions and write requirements.txt and requirements-dev.txt anew, with what tells one file
           from another; pins --keep leaves the versions as they are

Every other command goes to the community's own command line:

  python start.py demo --help              is    python -m community demo --help
  python start.py community --help         lists all of them

The Google spreadsheet has a command line of its own:

  python start.py sheets_sync check        is    python -m sheets_sync check
  python start.py sheets_sync --help       lists what it can do
"""

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
SECONDS_BETWEEN = 5
UNFINISHED = {"unfinished": "yes"}
PRODUCT, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
NEED_DEVELOPMENT = {"test", "check", "bench", "pins"}
COMMAND_LINES = {"community", "sheets_sync"}
# Each process works through its share file by file, so that a module's server starts once, then helps the others.
ALL_CORES = ["-m", "pytest", "--numprocesses=auto", "--maxprocesses=4", "--dist=worksteal", "--durations=15"]
OPTIONS = {"check": set(), "pins": {"--keep"}}  # the others hand on what they are given


class CannotStart(Exception):
    """Why it can't start, in words for the person in front of it."""


def main(arguments: list[str]) -> int:
    """Run what the arguments ask for and return the exit code."""
    command, options = (arguments[0], arguments[1:]) if arguments else ("run", [])
    if command in ("-h", "--help", "help"):
        print(HELP, end="")
        return 0
    if unknown := [each for each in options if command in OPTIONS and each not in OPTIONS[command]]:
        print(f"{command} does not know {' '.join(unknown)}. Nothing was done.\n\n{HELP}", end="", file=sys.stderr)
        return 2
    try:
        prepare(development=command in NEED_DEVELOPMENT)
    except CannotStart as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The next start begins with this step again.", file=sys.stderr)
        return 130
    if command == "test":
        return run(*tests(options))
    if command == "check":
        return check()
    if command == "bench":
        return run("-m", "tests.bench", *options)
    if command == "pins":
        return pins(upgrade="--keep" not in options)
    if command in COMMAND_LINES:
        return hand_over("-m", command, *options)
    return hand_over("-m", "community", command, *options)


# --- the environment


def prepare(*, development: bool) -> None:
    """Make `.venv` whole: make it if it is not there or broken, install if the lists changed. Raises CannotStart."""
    wanted = {name: fingerprint(ROOT / name) for name in [PRODUCT] + [DEVELOPMENT] * development}
    installed = read_stamp()
    works = python_works()
    if works and all(installed.get(name) == print_ for name, print_ in wanted.items()):
        return
    if not works or installed == UNFINISHED:
        make_environment()
        installed = {}
    write_stamp(UNFINISHED)
    try:
        install([PRODUCT, DEVELOPMENT] if development or DEVELOPMENT in installed else [PRODUCT])
    except CannotStart:
        STAMP.unlink()  # the installer gave up in good order: the next start tries again on what is there
        raise
    write_stamp({name: fingerprint(ROOT / name) for name in {PRODUCT, *wanted, *installed}})


def fingerprint(path: Path) -> str:
    """Return what tells whether the file changed, whatever the line endings. Raises CannotStart if it is missing."""
    try:
        return hashlib.sha256(path.read_text(encoding="utf-8").encode()).hexdigest()
    except FileNotFoundError:
        raise CannotStart(f"{path.name} is missing: this copy of the project is not complete.") from None


def read_stamp() -> dict[str, str]:
    """Return which lists were installed when last this finished; empty when that is not known."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(stamp: dict[str, str]) -> None:
    """Write the stamp whole or not at all."""
    new = STAMP.with_suffix(".new")
    new.write_text(json.dumps(stamp), encoding="utf-8")
    new.replace(STAMP)


def python_of_venv() -> Path:
    """Return where the environment keeps its Python."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def python_works() -> bool:
    """Return whether the environment's Python starts and can install: false for half an environment or an old one."""
    if not python_of_venv().exists():
        return False
    probe = [str(python_of_venv()), "-c", "import sys, pip; sys.exit(sys.version_info < (3, 11))"]
    with contextlib.suppress(OSError):
        return subprocess.run(probe, capture_output=True, check=False, cwd=ROOT).returncode == 0
    return False


def make_environment() -> None:
    """Make `.venv` anew. Raises CannotStart."""
    print("Making the folder .venv for what the project needs. This takes some ten seconds.", flush=True)
    # Started by the Python of the very folder that is to be emptied, the one it was made from has to do it.
    python = getattr(sys, "_base_executable", None) or sys.executable
    with telling(lambda: "Making the folder"):
        made = subprocess.run([python, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True, check=False)
    if made.returncode == 0:
        return
    hint = "On Debian or Ubuntu, this helps: sudo apt install python3-venv\n" if sys.platform == "linux" else ""
    raise CannotStart(
        f"Python could not make the folder .venv.\n{hint}It said:\n{last_lines(made.stdout + made.stderr)}"
    )


def install(lists: list[str]) -> None:
    """Install what the lists name. Raises CannotStart."""
    pins = {line for name in lists for line in read_pins(name)}
    print("Installing what the project needs. The first time takes a few minutes.", flush=True)
    # Nothing is installed that is not, to the last bit, what the lists were made from.
    quiet = ("--no-input", "--disable-pip-version-check")
    command = [str(python_of_venv()), "-m", "pip", "install", *quiet, "--require-hashes"]
    for name in lists:
        command += ["-r", name]
    said, seen, putting = [], 0, ""
    elsewhere: set[str] = set()

    def far() -> str:
        total = len(pins) - len(elsewhere)
        return f"{total if putting else min(seen, total)} of {total}{putting}"

    with (
        telling(far),
        subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as pip,
    ):
        for line in pip.stdout or ():
            said.append(line)
            if line.startswith("Ignoring "):  # what only other systems or other Pythons need
                elsewhere.add(line)
            seen += line.startswith(("Collecting ", "Processing ", "Requirement already satisfied"))
            if line.startswith("Installing collected "):
                putting = " are here. Putting them in place"
    if pip.returncode != 0:
        raise CannotStart(
            "Not everything could be installed. Is this machine on the internet, and is the disk full?\n"
            "Nothing is lost: the next start begins with this step again. The installer said:\n"
            + last_lines("".join(said))
        )
    print("Done.", flush=True)


@contextlib.contextmanager
def telling(far: Callable[[], str]) -> Iterator[None]:
    """Say how far it is while the block runs: on a screen in one line that changes, else in a new line now and then."""
    screen, over, began = sys.stdout.isatty(), threading.Event(), time.monotonic()

    def tell() -> None:
        line = f"  {far()}, {int(time.monotonic() - began)} seconds so far"
        print(f"\r{line:<76}" if screen else line, end="" if screen else "\n", flush=True)

    def go_on() -> None:
        while not over.wait(1 if screen else SECONDS_BETWEEN):
            tell()

    (teller := threading.Thread(target=go_on, daemon=True)).start()
    try:
        yield
    finally:
        over.set()
        teller.join()
        if screen:
            tell()
            print()


def read_pins(name: str) -> list[str]:
    """Return the lines of a compiled list that name a version, each with the condition for which it is, no hashes."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return [line.rstrip("\\ ") for line in lines if re.match(r"\w", line)]


def last_lines(text: str) -> str:
    """Return the end of what another program said, where its reason usually stands."""
    return "\n".join(f"  {line}" for line in text.strip().splitlines()[-12:])


# --- the commands


def run(*arguments: str) -> int:
    """Run the environment's Python, wait for it, and return its exit code. Ctrl-C is its business, not ours."""
    process = subprocess.Popen([str(python_of_venv()), *arguments], cwd=ROOT)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            code = process.wait()
            return code if code >= 0 else 128 - code  # as a shell tells which signal ended it


def hand_over(*arguments: str) -> int:
    """Become the environment's Python, so that signals reach it with nothing in between; on Windows, wait for it."""
    if os.name != "nt":
        os.chdir(ROOT)
        sys.stdout.flush()
        os.execv(python_of_venv(), [str(python_of_venv()), *arguments])  # noqa: S606 (no shell, on purpose)
    return run(*arguments)


def tests(options: list[str]) -> list[str]:
    """Return the arguments that run the tests: all but the long ones, with few examples, or what the options name."""
    return ["-m", "pytest", *options] if options else [*ALL_CORES, "--hypothesis-profile=quick", "-m", "not long"]


def check() -> int:
    """Run all that CI looks at, go on after a failure, and return 0 only when all is well."""
    steps = {
        "style": ["-m", "ruff", "check", "."],
        "layout": ["-m", "ruff", "format", "--check", "."],
        "types": ["-m", "mypy"],
        "generated pages": ["-m", "community", "document", "--check"],
        "long tests": [*ALL_CORES, "-m", "long or hypothesis"],  # the latter with all their examples
        "tests": tests([]),  # last, as the README names it: what pytest counts is found at the end
    }
    failed = []
    for name, arguments in steps.items():
        print(f"\n== {name}", flush=True)
        if run(*arguments) != 0:
            failed.append(name)
    print(f"\nNot well: {', '.join(failed)}" if failed else "\nAll is well.", flush=True)
    return 1 if failed else 0


def pins(*, upgrade: bool) -> int:
    """Write both lists anew, with the newest versions that fit together or those they have; return uv's exit code."""
    for source in ("requirements.in", "requirements-dev.in"):
        target = source.replace(".in", ".txt")
        plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
        options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--quiet", *plain]
        options += ["--upgrade"] * upgrade
        code = run("-m", "uv", "pip", "compile", source, "--output-file", target, *options)
        if code != 0:
            return code
    print("Written. The next start installs them; run the tests before you commit.")
    return 0


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 (said in words instead of a page of errors)
        sys.exit(f"This needs Python 3.11 or newer, and this is {sys.version.split()[0]}. Get it from python.org.")
    sys.exit(main(sys.argv[1:]))
