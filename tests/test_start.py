"""start.py makes the environment, sees when it is broken, and says in plain words why it can't start.

Each test works on a small project in a folder of its own: the real start.py, a list of requirements without names or
with a name that is nowhere, and a command line that tells what it was asked.
"""

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.checkout import ROOT

COMMAND_LINE = "import sys; print('asked for', *sys.argv[1:]); sys.exit(7 if 'no' in sys.argv else 0)\n"
# Nothing can be installed from anywhere, whatever this machine's own settings of pip say.
NOWHERE = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", "PIP_EXTRA_INDEX_URL": "", "PIP_CONFIG_FILE": os.devnull}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project whose environment has been made once."""
    folder = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "start.py", folder)
    (folder / "requirements.txt").write_text("")
    (folder / "requirements-dev.txt").write_text("")
    (folder / "community").mkdir()
    (folder / "community" / "__main__.py").write_text(COMMAND_LINE)
    (folder / "sheets_sync").mkdir()
    (folder / "sheets_sync" / "__main__.py").write_text(COMMAND_LINE.replace("asked", "the spreadsheet is asked"))
    assert start(folder, "show").returncode == 0
    return folder


@pytest.fixture
def project(made: Path, tmp_path: Path) -> Path:
    """A copy of it for one test to break."""
    return Path(shutil.copytree(made, tmp_path / "project", symlinks=True))


def wheel(folder: Path, name: str) -> str:
    """Make something that can be installed: a module of this name, version 1, without anything in it. Gives its pin."""
    about = {
        "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n",
        "WHEEL": "Wheel-Version: 1.0\nGenerator: by hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        "RECORD": "",
    }
    path = folder / f"{name}-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr(f"{name}.py", "")
        for part, words in about.items():
            packed.writestr(f"{name}-1.dist-info/{part}", words)
    return f"{name}==1 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def start(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(folder / "start.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=os.environ | NOWHERE | more, check=False)


def stamp(folder: Path) -> dict[str, str]:
    content: dict[str, str] = json.loads((folder / ".venv" / "installed.json").read_text())
    return content


def test_a_second_start_installs_nothing(project: Path) -> None:
    answer = start(project, "show", "matches", "--json")
    assert answer.stdout == "asked for show matches --json\n"
    assert answer.returncode == 0


def test_no_command_means_run(project: Path) -> None:
    assert start(project).stdout == "asked for run\n"


def test_the_spreadsheet_s_own_commands_are_reached_with_all_they_need(project: Path) -> None:
    answer = start(project, "sheets_sync", "check", "--live")
    assert answer.stdout == "the spreadsheet is asked for check --live\n"
    assert start(project, "sheets_sync", "no").returncode == 7


def test_help_names_the_spreadsheet_s_commands(project: Path) -> None:
    assert "python start.py sheets_sync check " in start(project, "--help").stdout


def test_the_exit_code_is_the_command_s_own(project: Path) -> None:
    assert start(project, "show", "no").returncode == 7


def test_it_can_be_started_from_another_folder(project: Path, tmp_path: Path) -> None:
    command = [sys.executable, str(project / "start.py"), "show"]
    answer = subprocess.run(
        command, capture_output=True, text=True, env=os.environ | NOWHERE, cwd=tmp_path, check=False
    )
    assert answer.stdout == "asked for show\n"


def test_help_is_given_without_making_anything(tmp_path: Path) -> None:
    shutil.copy(ROOT / "start.py", tmp_path)
    answer = start(tmp_path, "--help")
    assert answer.returncode == 0
    assert all(f"\n  {command} " in answer.stdout for command in ("run", "test", "check", "bench", "pins"))
    assert not (tmp_path / ".venv").exists()


def test_a_changed_list_is_installed_again(project: Path) -> None:
    (project / "requirements.txt").write_text("# newer\n")
    assert "Installing" in start(project, "show").stdout
    assert "Installing" not in start(project, "show").stdout


@pytest.mark.skipif(os.name == "nt", reason="a screen is made as Unix makes one")
def test_the_count_ends_at_all_that_this_machine_needs_and_says_done(project: Path, tmp_path: Path) -> None:
    pins = wheel(tmp_path, "one") + wheel(tmp_path, "two")
    elsewhere = f"three==1 ; sys_platform == 'another' \\\n    --hash=sha256:{'0' * 64}\n"
    (project / "requirements.txt").write_text(pins + elsewhere)
    screen, end = os.openpty()
    command = [sys.executable, str(project / "start.py"), "show"]
    env = os.environ | NOWHERE | {"PIP_FIND_LINKS": str(tmp_path)}
    code = subprocess.run(command, stdout=end, stderr=end, env=env, check=False).returncode
    os.close(end)
    told = ""
    with contextlib.suppress(OSError):  # as Linux says that nothing more will come
        while part := os.read(screen, 4096):
            told += part.decode()
    os.close(screen)
    assert code == 0
    *_, last, done, asked = told.replace("\r\n", "\n").splitlines()
    assert last.startswith("  2 of 2 are here")
    assert (done, asked) == ("Done.", "asked for show")


def test_what_is_not_to_the_last_bit_what_was_pinned_is_not_installed(project: Path, tmp_path: Path) -> None:
    pin = wheel(tmp_path, "one")
    for wrong in (pin.replace("sha256:", "sha256:0")[: len(pin)], "one==1\n"):
        (project / "requirements.txt").write_text(wrong)
        answer = start(project, "show", PIP_FIND_LINKS=str(tmp_path))
        assert answer.returncode == 1
        assert "asked for" not in answer.stdout
    (project / "requirements.txt").write_text(pin)
    assert start(project, "show", PIP_FIND_LINKS=str(tmp_path)).returncode == 0


def test_without_a_screen_it_still_says_how_far_it_is(project: Path) -> None:
    seen = project / "seen"
    slow = f"import pathlib, time; print('Collecting one', flush=True)\nwhile not pathlib.Path({str(seen)!r}).exists():"
    slow += " time.sleep(0.05)\nprint('Installing collected packages')\n"
    pip = next((project / ".venv").glob("**/site-packages/pip/__main__.py"))
    pip.write_text(slow, "utf-8")
    program = (project / "start.py").read_text("utf-8").replace("SECONDS_BETWEEN = 5", "SECONDS_BETWEEN = 0.2")
    (project / "start.py").write_text(program, "utf-8")
    (project / "requirements.txt").write_text("one==1\ntwo==1\n")
    command, told = [sys.executable, str(project / "start.py"), "show"], []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | NOWHERE) as installing:
        for line in installing.stdout or ():
            told.append(line.rstrip())
            if re.fullmatch(r"  1 of 2, \d+ seconds so far", told[-1]):
                seen.touch()
    assert seen.exists()
    assert told[-2:] == ["Done.", "asked for show"]


def test_check_runs_the_long_tests_and_ends_with_the_tests_as_they_are_run_alone(project: Path) -> None:
    for tool in ("ruff", "mypy", "pytest"):
        (project / tool).mkdir()
        (project / tool / "__main__.py").write_text(COMMAND_LINE)
    alone = start(project, "test").stdout.splitlines()[-1]
    how = alone.removesuffix(" --hypothesis-profile=quick -m not long")
    assert how != alone
    asked = [line for line in start(project, "check").stdout.splitlines() if line.startswith("asked for ")]
    assert asked[-2:] == [f"{how} -m long or hypothesis", alone]


@pytest.mark.parametrize("words", [("pins", "--help"), ("pins", "--upgarde"), ("check", "--fast"), ("pins", "x")])
def test_what_pins_and_check_do_not_know_is_refused_and_nothing_is_done(project: Path, words: tuple[str, ...]) -> None:
    before = (project / "requirements.txt").read_text()
    answer = start(project, *words)
    assert answer.returncode == 2
    assert words[-1] in answer.stderr
    assert (project / "requirements.txt").read_text() == before


def test_every_library_is_pinned_with_its_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        for pin in (ROOT / name).read_text("utf-8").replace("\\\n", "").splitlines():
            assert re.match(r"[\w.\[\]-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", pin), pin


def test_the_tests_tools_are_installed_only_when_they_are_needed(project: Path) -> None:
    assert set(stamp(project)) == {"requirements.txt"}
    (project / "requirements-dev.txt").write_text(f"there-is-no-such-thing==1 --hash=sha256:{'0' * 64}\n")
    assert start(project, "show").returncode == 0
    assert "Not everything could be installed" in start(project, "bench").stderr


def test_what_can_t_be_installed_is_said_in_words_and_tried_again(project: Path) -> None:
    (project / "requirements.txt").write_text(f"there-is-no-such-thing==1 --hash=sha256:{'0' * 64}\n")
    first = start(project, "show")
    assert first.returncode == 1
    assert "Is this machine on the internet" in first.stderr
    assert "there-is-no-such-thing" in first.stderr, "the installer's own reason is shown"
    assert "Traceback" not in first.stderr
    assert start(project, "show").returncode == 1, "a broken environment is not taken for a whole one"
    (project / "requirements.txt").write_text("")
    assert start(project, "show").stdout.endswith("asked for show\n")


@pytest.mark.long
def test_an_installation_cut_short_is_made_anew(project: Path) -> None:
    (project / ".venv" / "installed.json").write_text('{"unfinished": "yes"}')
    (project / ".venv" / "left over").write_text("half a library")
    answer = start(project, "show")
    assert "Making the folder .venv" in answer.stdout
    assert not (project / ".venv" / "left over").exists()


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="the folders have other names there")
def test_an_environment_whose_python_is_gone_is_made_anew(project: Path) -> None:
    python = project / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert start(project, "show").stdout.endswith("asked for show\n")


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt", reason="the folders have other names there")
def test_an_environment_without_an_installer_is_made_anew(project: Path) -> None:
    for folder in (project / ".venv" / "lib").glob("python*/site-packages/pip"):
        shutil.rmtree(folder)
    assert start(project, "show").stdout.endswith("asked for show\n")


def test_a_missing_list_is_named(project: Path) -> None:
    (project / "requirements.txt").unlink()
    answer = start(project, "show")
    assert answer.returncode == 1
    assert answer.stderr.strip() == "requirements.txt is missing: this copy of the project is not complete."


def test_an_old_python_is_told_so_in_one_sentence(project: Path) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 10, 2); sys.version = '3.10.2 (x)'; sys.argv = ['start.py'];"
        "runpy.run_path('start.py', run_name='__main__')"
    )
    answer = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, cwd=project, check=False)
    assert answer.returncode == 1
    assert answer.stderr.strip() == "This needs Python 3.11 or newer, and this is 3.10.2. Get it from python.org."


def test_start_needs_nothing_but_python_itself() -> None:
    program = "import sys; sys.path = [p for p in sys.path if 'site-packages' not in p]; import start"
    assert subprocess.run([sys.executable, "-S", "-c", program], cwd=ROOT, check=False).returncode == 0
