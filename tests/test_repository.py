"""The files around the code, for editors, git and GitHub: each says what holds, and asks for nobody's details."""

import re
import shlex
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
import yaml

import start
from community.commands.generated_docs import GENERATED
from community.settings import load
from tests.checkout import ROOT, files, name

TEMPLATES = [path for path in files(".github/ISSUE_TEMPLATE/*.yml") if path.name != "config.yml"]
# Written by a program: its own habits hold there.
NOT_OURS = {"requirements.txt", "requirements-dev.txt"}


def read(name_: str) -> str:
    return (ROOT / name_).read_text(encoding="utf-8")


def attributes() -> dict[str, list[str]]:
    """Return what .gitattributes says, pattern by pattern."""
    lines = [line.split() for line in read(".gitattributes").splitlines() if line and not line.startswith("#")]
    return {pattern: said for pattern, *said in lines}


def is_binary(path: Path) -> bool:
    return b"\0" in path.read_bytes()


def test_every_text_file_is_as_the_editorconfig_says() -> None:
    assert "charset = utf-8\nend_of_line = lf\n" in read(".editorconfig")
    wrong = []
    for path in files("*"):
        content = path.read_bytes()
        if is_binary(path) or not content or name(path) in NOT_OURS:
            continue
        content.decode("utf-8")
        if b"\r" in content or not content.endswith(b"\n") or re.search(rb"[ \t]+\n", content):
            wrong.append(name(path))
    assert wrong == []


def test_git_keeps_line_ends_alike_and_touches_no_file_that_has_none() -> None:
    assert attributes()["*"] == ["text=auto", "eol=lf"]
    binary = [pattern for pattern, said in attributes().items() if said == ["binary"]]
    found = [path for path in files("*") if is_binary(path)]
    assert found
    assert [name(path) for path in found if not any(fnmatch(path.name, pattern) for pattern in binary)] == []


def test_github_folds_what_is_generated_and_nothing_else() -> None:
    folded = [pattern for pattern, said in attributes().items() if "linguist-generated" in said]
    generated = {*GENERATED, "requirements.txt", "requirements-dev.txt"}
    assert {page for page in generated if not any(fnmatch(page, pattern) for pattern in folded)} == set()
    assert {name(path) for path in files(*folded)} == generated


def test_the_hooks_of_a_commit_are_what_check_does_before_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[tuple[str, ...]] = []

    def record(*arguments: str) -> int:
        ran.append(arguments)
        return 0

    monkeypatch.setattr(start, "run", record)
    start.check()
    checked = [arguments for arguments in ran if "pytest" not in arguments]
    ran.clear()
    [repository] = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    assert repository["repo"] == "local", "nothing of others is fetched to make a commit"
    for hook in repository["hooks"]:
        python, option, program = shlex.split(hook["entry"])
        assert (python, option, hook["pass_filenames"]) == ("python", "-c", False)
        with pytest.raises(SystemExit):
            exec(program)  # noqa: S102 (a hook's own words)
    assert sorted(ran) == sorted(checked)


def test_newer_versions_are_asked_for_wherever_versions_are_written_down() -> None:
    updates = yaml.safe_load(read(".github/dependabot.yml"))["updates"]
    assert {update["package-ecosystem"] for update in updates} == {"pip", "github-actions"}
    assert {update["directory"] for update in updates} == {"/"}
    others = files("*Dockerfile*", "*docker-compose*", "*package.json", "*Cargo.toml", "*go.mod")
    assert others == [], "tell .github/dependabot.yml of it"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_form_for_issues_warns_first_and_asks_last_whether_anybody_real_is_in_it(path: Path) -> None:
    form: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert form.keys() >= {"name", "description", "body"}
    warning, *questions, last = form["body"]
    assert warning["type"] == "markdown"
    assert "No personal data" in warning["attributes"]["value"]
    assert "SECURITY.md" in warning["attributes"]["value"]
    assert last["type"] == "checkboxes"
    assert [option["required"] for option in last["attributes"]["options"]] == [True]
    assert {question["type"] for question in questions} <= {"input", "textarea"}
    assert all(question["attributes"]["label"] for question in questions)
    assert any(question["validations"]["required"] for question in questions)
    ids = [question["id"] for question in [*questions, last]]
    assert len(ids) == len(set(ids))


def test_there_is_a_form_for_each_kind_of_trouble() -> None:
    assert {path.stem for path in TEMPLATES} == {"accessibility", "bug", "idea", "not-true"}


def test_who_finds_something_unsafe_is_given_the_address_and_the_promise_of_this_community() -> None:
    community, page = load().community, read("SECURITY.md")
    assert f"Write to {community.email} " in page
    promised = {1: "within one working day"}.get(
        community.promise_working_days, f"within {community.promise_working_days} working days"
    )
    assert promised in page
    assert "(SECURITY.md)" in read("CONTRIBUTING.md")
