"""What GitHub runs for a community: pinned to the letter, allowed the least, publishing only what may be published."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.checkout import ROOT, files, name

WORKFLOWS = files(".github/workflows/*.yml")
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n")


def read(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = read(path)["jobs"]
    return found


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in jobs(path).values() for step in job["steps"]]


CHECK = ROOT / ".github" / "workflows" / "check.yml"
PUBLISH = ROOT / ".github" / "workflows" / "publish.yml"
# What GitHub's Ubuntu has already: its own list of installed software names them.
ON_THE_MACHINE = {"chromium", "make", "nodejs"}
DEBIAN_ALONE = {"chromium-headless-shell"}  # asked for nowhere else


def test_there_is_one_that_checks_and_one_that_publishes() -> None:
    assert {name(path) for path in WORKFLOWS} == {".github/workflows/check.yml", ".github/workflows/publish.yml"}


def test_every_action_is_pinned_by_its_commit_and_says_which_version_that_is(subtests: pytest.Subtests) -> None:
    for path in WORKFLOWS:
        with subtests.test(name(path)):
            text = path.read_text(encoding="utf-8")
            assert text.count("uses: ") == len(PINNED.findall(text)) > 0


def test_nothing_is_allowed_that_is_not_asked_for(subtests: pytest.Subtests) -> None:
    for path in WORKFLOWS:
        with subtests.test(name(path)):
            assert read(path)["permissions"] == {}
            for job in jobs(path).values():
                assert job["permissions"], "a job says what it may, or it could do nothing"
                writes = {what for what, how in job["permissions"].items() if how == "write"}
                assert not writes or {step.get("uses", "").partition("@")[0] for step in job["steps"]} == {
                    "actions/deploy-pages"
                }, "whatever may write runs nothing of ours"


def test_no_credential_stays_in_the_checkout_and_no_text_of_strangers_reaches_a_shell(
    subtests: pytest.Subtests,
) -> None:
    for path in WORKFLOWS:
        with subtests.test(name(path)):
            for step in steps(path):
                if step.get("uses", "").startswith("actions/checkout@"):
                    assert step["with"]["persist-credentials"] is False
                assert "${{" not in step.get("run", "")
            assert "pull_request_target" not in path.read_text(encoding="utf-8")


def test_the_key_is_seen_by_the_pull_alone() -> None:
    holders = [step["run"] for path in WORKFLOWS for step in steps(path) if "secrets." in str(step)]
    assert holders == ["python -m sheets_sync pull"]
    assert jobs(PUBLISH)["build"]["environment"] == "spreadsheet"


def test_only_the_built_site_leaves_the_machine_and_the_book_is_outside_the_checkout() -> None:
    kept = [step["with"]["path"] for step in steps(PUBLISH) if "upload" in step.get("uses", "")]
    assert kept == ["build/site"]
    homes = {step["env"]["COMMUNITY_HOME"] for step in steps(PUBLISH) if "COMMUNITY_HOME" in step.get("env", {})}
    assert homes == {"${{ runner.temp }}/book"}
    assert not [step for step in steps(PUBLISH) if "cache" in str(step)]


def test_the_whole_check_finds_everything_installed_that_it_asks_for() -> None:
    asked = set(re.findall(r"missing\+=\(([\w-]+)\)", (ROOT / ".ci/run").read_text(encoding="utf-8")))
    install, check = (step["run"] for step in jobs(CHECK)["check"]["steps"] if "run" in step)
    assert asked
    there = ON_THE_MACHINE | DEBIAN_ALONE | set(install.split())
    assert asked - there == set(), "it is not root there, and installs nothing"
    assert check == ".ci/run"
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("\n\n")[1]
    assert {each for each in asked - {"make", "python3-venv"} if f"`{each}`" not in told} == set()


def test_the_tests_run_on_every_python_and_system_that_is_promised() -> None:
    matrix = jobs(CHECK)["elsewhere"]["strategy"]["matrix"]
    pairs = {(system, python) for system in matrix["system"] for python in matrix["python"]}
    pairs |= {(one["system"], one["python"]) for one in matrix["include"]}
    on = {system.partition("-")[0]: {python for where, python in pairs if where == system} for system, _ in pairs}
    assert on["ubuntu"] | {"3.12"} == {"3.11", "3.12", "3.13", "3.14"}, "the whole check runs on 3.12"
    assert on["windows"] == on["macos"] == {"3.11", "3.14"}
    assert "Python 3.11, 3.12, 3.13 or 3.14" in (ROOT / "README.md").read_text(encoding="utf-8")
    [test] = [step for step in jobs(CHECK)["elsewhere"]["steps"] if "run" in step]
    assert test["run"].startswith("python start.py test ")
    assert test["env"]["CI"] == "false", "tests/conftest.py lets nothing be skipped where CI is claimed"


@pytest.mark.parametrize("path", WORKFLOWS, ids=name)
def test_no_job_runs_for_ever_or_beside_itself(path: Path) -> None:
    assert read(path)["concurrency"]["group"]
    assert all(0 < job["timeout-minutes"] <= 90 for job in jobs(path).values())


def test_nothing_is_published_before_it_was_pulled() -> None:
    runs = [step["run"] for step in jobs(PUBLISH)["build"]["steps"] if "python -m" in step.get("run", "")]
    order = [run.split()[2:4] for run in runs]
    assert order.index(["sheets_sync", "pull"]) < order.index(["community", "publish"])
    assert jobs(PUBLISH)["deploy"]["needs"] == "build"
