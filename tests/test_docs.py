"""The words that stand beside the program are held to it: nothing undocumented, nothing stale, nothing that leaks."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from community import commands
from community.commands.generated_docs import GENERATED, modules
from community.settings import VARIABLES
from tests.checkout import ROOT, files, name

TEXT = files(
    "*.py", "*.md", "*.toml", "*.yml", "*.yaml", "*.in", "*.txt", "*.css", "*.html", "*.js", "*.svg", ".ci/run"
)
TEXT += [ROOT / "Makefile", ROOT / ".gitignore", ROOT / "LICENSE"]
PROSE = files("*.md")


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_every_generated_page_is_current() -> None:
    stale = [page for page, made in GENERATED.items() if read(ROOT / page) != made()]
    assert not stale, "\n".join(["run: python start.py document", *stale])


def test_every_command_has_a_help_with_an_example() -> None:
    page = read(ROOT / "docs/commands.md")
    helps = {command: commands.load(command).help or "" for command in commands.summaries()}
    missing = [f"{command} is not on the page" for command in helps if f"\n## {command}\n" not in page]
    missing += [f"{each} has no example" for each, help_ in helps.items() if f"python -m community {each}" not in help_]
    assert not missing, "\n".join(missing)


def test_every_command_says_in_its_module_what_its_help_says() -> None:
    """The first line of the module, which the list of commands shows, and the first of the command's help."""
    others = [
        command
        for command, summary in commands.summaries().items()
        if not (commands.load(command).help or "").strip().startswith(summary)
    ]
    assert not others, ", ".join(others)


def test_every_example_of_the_matching_is_published() -> None:
    page = read(ROOT / "docs/matching-examples.md")
    for file in (ROOT / "tests/spec/matching").glob("*.md"):
        for line in read(file).splitlines():
            assert line in page, file.name
    assert "(matching-examples.md)" in read(ROOT / "docs/how-matching-works.md")


def test_every_module_stands_in_the_index_once_with_what_it_is() -> None:
    page = read(ROOT / "docs/modules.md")
    rows = re.findall(r"^\| \[[^]]+\]\(\.\./(.+?)\) \| (.*) \| .*\|$", page, re.MULTILINE)
    headed = re.findall(r"^## (\w+(?:/\w+)*)\n\n([^|\n].*)$", page, re.MULTILINE)
    lines = [*rows, *((f"{room}/__init__.py", says) for room, says in headed)]
    assert [module for module, says in lines if len(says) < 10] == [], "a docstring says what the module is"
    modules = [path for path in files("*.py") if not name(path).startswith("tests/")]
    listed = sorted(module for module, _ in lines if not module.startswith("tests/"))
    assert listed == [name(path) for path in modules]


def test_the_index_names_what_each_module_offers() -> None:
    page = read(ROOT / "docs/modules.md")
    for module in ("community/book/undo.py", "community/matching/hard_rules.py", "intake/form_state.py"):
        (offers,) = re.findall(rf"\(\.\./{module}\) \| .* \| `(.+)` \|$", page, re.MULTILINE)
        assert offers.split(", ") == re.findall(r"^(?:def|class) ([a-zA-Z]\w+)", read(ROOT / module), re.MULTILINE)


def test_the_index_has_the_rooms_in_the_order_of_the_path() -> None:
    rooms = re.findall(r"^## (\w+)[/\w]*$", read(ROOT / "docs/modules.md"), re.MULTILINE)
    path = re.findall(r"(\w+)/ ", read(ROOT / "docs/architecture.md").split("\n## ")[0])
    with_python = [folder for folder in path if list((ROOT / folder).glob("*.py"))]
    assert list(dict.fromkeys(rooms))[: len(with_python)] == with_python


def test_a_folder_that_the_architecture_does_not_know_stops_the_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/architecture.md").write_text("    intake/ form\n\n## Rooms\n\n| `community/book` | rows | |\n")
    for file in ("community/errors.py", "community/book/rows.py", "community/attic/box.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text('"""What it is."""\n', encoding="utf-8")
    monkeypatch.setattr(modules, "_ROOT", tmp_path)
    monkeypatch.setattr(modules, "_MAP", tmp_path / "docs/architecture.md")
    with pytest.raises(LookupError, match=r"community/attic/box\.py belongs to no room"):
        modules.page()
    (tmp_path / "community/attic/box.py").unlink()
    assert "[rows.py](../community/book/rows.py) | What it is. |" in modules.page()


def test_every_environment_variable_the_program_reads_is_documented() -> None:
    known = {variable.name for variable in VARIABLES}
    reads = re.compile(r"""(?:environ(?:\.get\(|\[)|getenv\(|\benv(?:\.get\(|\[))\s*["']([A-Z][A-Z_]+)["']""")
    product = files(
        "community/*.py",
        "intake/*.py",
        "dashboard/*.py",
        "sheets_sync/*.py",
        "streamlit_app.py",
        "hosted/*.py",
        "start.py",
    )
    found = {(word, name(path)) for path in product for word in reads.findall(read(path))}
    assert {each for each in found if each[0] not in known} == set()
    assert {variable.name for variable in VARIABLES} <= set(re.findall(r"[A-Z_]{4,}", read(ROOT / "docs/settings.md")))


def test_mkdocs_reads_site_and_writes_to_build() -> None:
    """With neither set, MkDocs would publish docs/ into site/ and delete the public pages there."""
    settings = yaml.load(read(ROOT / "mkdocs.yml"), Loader=_AnyTag)  # noqa: S506 (a SafeLoader, see below)
    assert settings["docs_dir"] == "site"
    assert settings["site_dir"] == "build/site"
    assert settings["strict"] is True
    assert "hooks" not in settings


class _AnyTag(yaml.SafeLoader):
    """A safe loader that takes MkDocs' own tags (`!ENV`, `!relative`) for nothing."""


_AnyTag.add_multi_constructor("!", lambda loader, suffix, node: None)


def test_the_public_pages_are_kept_and_what_is_built_is_not() -> None:
    """A common .gitignore for Python hides /site, and the public pages with it."""
    ignored = read(ROOT / ".gitignore").split()
    assert not {"site", "site/", "/site", "/site/"} & set(ignored)
    assert "/build/" in ignored
    assert "/data/" in ignored, "the books of a community never go into a repository"


@pytest.mark.parametrize(
    ("source", "compiled"), [("requirements.in", []), ("requirements-dev.in", ["requirements.txt"])]
)
def test_every_name_we_chose_is_pinned(source: str, compiled: list[str]) -> None:
    chosen = {_distribution(line) for line in read(ROOT / source).splitlines() if re.match(r"\w", line)}
    pinned: set[str] = set()
    for pins in [*compiled, source.replace(".in", ".txt")]:
        lines = [line for line in read(ROOT / pins).splitlines() if line.strip()]
        hashes = [line for line in lines if line.startswith(" ")]
        lines = [line for line in lines if not line.startswith(" ")]
        assert [line for line in hashes if not re.match(r"    --hash=sha256:[0-9a-f]{64}( \\)?$", line)] == []
        assert [line for line in lines if not re.match(r"[a-z0-9._-]+==[\w.]+( ; .+)? \\$", line)] == []
        pinned |= {_distribution(line) for line in lines}
    assert chosen - pinned == set(), "run: python start.py pins"


def _distribution(line: str) -> str:
    found = re.match(r"[A-Za-z0-9._-]+", line)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


# Written so that this file does not find itself.
NOT_HERE = {
    "a folder of one machine": r"(?<![\w.])/(?:(?:home|root|Users|opt/py)[/\w]|work/)|[A-Z]:\\+Users",
    "the host of a package registry": r"\b(?:pypi|pythonhosted|npmjs|crates)[.](?:org|io|com)\b|deb[.]debian[.]org",
    "how the project is developed": r"\b(?:Cl[a]ude|Chat[G]PT|Cop[i]lot|L[L]M|A[I])\b|\b(?:DESIGN|BRIEF|STYLE)[.]md",
    "a personal mobile number": r"\b07\d{3} ?\d{3} ?\d{3}\b",
}
# Ofcom keeps these for films and examples: nobody has them.
DRAMA_NUMBERS = re.compile(r"07700 ?900 ?\d{3}")


@pytest.mark.parametrize("what", NOT_HERE)
def test_no_file_holds(what: str) -> None:
    pattern, found = re.compile(NOT_HERE[what]), []
    for path in TEXT:
        for number, line in enumerate(read(path).splitlines(), 1):
            if pattern.search(DRAMA_NUMBERS.sub("", line)):
                found.append(f"{name(path)}:{number}")
    assert not found, "\n".join(found)


def test_what_must_not_be_here_would_be_seen() -> None:
    samples = {
        "a folder of one machine": "open('/" + "home/anna/book.db')",
        "the host of a package registry": "https://pypi" + ".org/simple",
        "how the project is developed": "as DESIGN" + ".md says",
        "a personal mobile number": "ring 07911" + " 123456",
    }
    assert {what for what, line in samples.items() if re.search(NOT_HERE[what], line)} == set(NOT_HERE)


def test_every_link_between_our_pages_leads_somewhere() -> None:
    dead = []
    for page in (path for path in PROSE if not name(path).startswith("site/")):
        links = re.findall(r"\]\(([^)#\s]+)(?:#[\w-]*)?\)", read(page))
        local = [link for link in links if not re.match(r"[a-z]+:", link)]
        dead += [f"{name(page)}: {link}" for link in local if not (page.parent / link).exists()]
    assert not dead, "\n".join(dead)


TO_BE_MADE = {"dashboard/pages/checks_page.py", "community/wording/welsh.toml"}
"""Files that a recipe tells the reader to make."""


def test_every_file_and_test_that_a_recipe_names_is_there() -> None:
    """A recipe may shorten a path to its end (`remedies.py`), where the step has named the folder."""
    page = ROOT / "docs/changing-it.md"
    quoted = " ".join(re.findall(r"`([^`]+)`", read(page)))
    whole = set(re.findall(r"(?<![\w./-])[a-z_]+(?:/[\w.-]+)+", quoted))
    ends = set(re.findall(r"(?<![\w./-])[\w/-]+\.(?:py|md|toml|yml)\b", quoted))
    tests = set(re.findall(r"(?<![\w./-])test_\w+\b(?![./])", quoted))
    paths = ["/" + name(path) for path in files("*.*")]
    named = {line for path in files("tests/*.py") for line in re.findall(r"def (test_\w+)\(", read(path))}
    dead = [each for each in whole - ends if not (ROOT / each).exists()]
    dead += [each for each in ends if not any(path.endswith("/" + each) for path in paths)]
    dead += tests - named
    assert len(whole) > 20
    assert sorted(set(dead) - TO_BE_MADE) == []
    assert [each for each in TO_BE_MADE if (ROOT / each).exists()] == [], "a recipe would overwrite these"


def test_every_page_of_docs_is_found_from_its_index() -> None:
    lost = []
    for page in files("docs/*.md"):
        at_the_top = page.parent == ROOT / "docs" or page.name == "README.md"
        index = ROOT / "docs/index.md" if at_the_top else page.parent / "README.md"
        if page != index and f"]({page.relative_to(index.parent).as_posix()})" not in read(index):
            lost.append(f"{name(page)} is not in {name(index)}")
    assert not lost, "\n".join(lost)


def test_no_comment_sends_the_reader_to_a_file_that_is_not_there() -> None:
    dead = []
    for path in (path for path in files("*.py") if not name(path).startswith("tests/")):
        named = re.findall(r"(?<![\w/])((?:docs|site)/[\w./-]+\.(?:md|yml|css))\b", read(path))
        gone = [each for each in named if not (ROOT / each).exists() and "_generated" not in each]
        dead += [f"{name(path)}: {each}" for each in gone]
    assert not dead, "\n".join(dead)


def test_the_first_screen_of_the_readme_has_what_a_newcomer_needs() -> None:
    first_screen = "\n".join(read(ROOT / "README.md").splitlines()[:45])
    for needed in ("python start.py", "make test", "docs/glossary.md", "docs/architecture.md", "site/", "community/"):
        assert needed in first_screen


def test_those_who_pass_the_data_on_are_told_to_pass_on_their_licences() -> None:
    asked = [
        line for line in read(ROOT / "community/places/data/LICENCE.md").splitlines() if line.startswith("Contains")
    ]
    assert asked
    assert set(asked) <= set(read(ROOT / "LICENCES-DATA.md").splitlines())


def test_the_makefile_says_each_command_of_start_in_one_line() -> None:
    lines = read(ROOT / "Makefile").splitlines()
    for command in ("run", "test", "check", "bench", "pins"):
        assert f"{command}: ; $(PYTHON) start.py {command}" in lines


def test_the_commands_in_the_readme_exist() -> None:
    told = set(re.findall(r"python start\.py ([a-z][a-z-]*)", read(ROOT / "README.md")))
    assert told <= {"run", "test", "check", "bench", "pins", "community"} | set(commands.summaries())


def test_a_command_is_described_without_being_imported() -> None:
    program = "import sys; from community import commands; commands.summaries(); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "community.commands.run" not in loaded.stdout.split()


def test_the_list_of_commands_is_click_s_too() -> None:
    from community.__main__ import cli

    assert isinstance(cli, click.Group)
    assert cli.list_commands(click.Context(cli)) == list(commands.summaries())
