"""What is installed is what is used: every name we chose is imported or has its reason, and every import was chosen."""

import ast
import re
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import packages_distributions

import pytest

from tests.checkout import ROOT, files, name

PRODUCT, DEVELOPMENT = "requirements.in", "requirements-dev.in"

# Used without an import of ours: by which library, or by which command.
REASONS = {
    PRODUCT: {
        "authlib": "Streamlit's `st.login` asks for it",
        "httptools": "uvicorn reads HTTP with it where it is there",
        "mkdocs": "`python -m mkdocs build` makes the site",
        "mkdocs-material": "the theme that mkdocs.yml names",
        "psycopg": "SQLAlchemy's driver for PostgreSQL, named in the address",
        "tzdata": "`zoneinfo` looks for it on Windows, which has no time zones of its own",
        "uvloop": "uvicorn's event loop where it is there",
    },
    DEVELOPMENT: {
        "google-api-python-client": "the stand-in for Google Sheets reads the API's description that comes with it",
        "mypy": "`start.py check` runs it",
        "pandas-stubs": "mypy reads it",
        "pytest-timeout": "a plugin: `timeout` in pyproject.toml",
        "pytest-xdist": "a plugin: `--numprocesses` in start.py",
        "ruff": "`start.py check` runs it",
        "types-pyyaml": "mypy reads it",
        "uv": "`start.py pins` runs it",
        "zensical": "tests/site/test_engines.py builds the site with it, too",
    },
}
OURS = {"community", "dashboard", "hosted", "intake", "sheets_sync", "start", "streamlit_app", "tests"}
MODULES = {
    PRODUCT: [path for path in files("*.py") if not name(path).startswith("tests/")],
    DEVELOPMENT: [path for path in files("*.py") if name(path).startswith("tests/")],
}


@cache
def chosen(file: str) -> frozenset[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return frozenset(_normal(found[0]) for line in lines if (found := re.match(r"\w[\w.-]*", line)))


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


@cache
def distributions() -> dict[str, set[str]]:
    return {module: {_normal(each) for each in held} for module, held in packages_distributions().items()}


@cache
def imported(file: str) -> frozenset[str]:
    """Return the dotted names of all modules that these of our modules import, wherever in them."""
    found: set[str] = set()
    for path in MODULES[file]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                found.add(node.module or "")
    return frozenset(found)


def bring(modules: Iterable[str]) -> set[str]:
    """Return the distributions that bring the modules."""
    return {each for module in modules for each in distributions().get(module.split(".")[0], set())}


@pytest.mark.parametrize("file", MODULES)
def test_every_library_that_was_chosen_is_imported_or_has_its_reason(file: str) -> None:
    used = bring(imported(file))
    assert chosen(file) - used - REASONS[file].keys() == set(), "nothing imports it: take it out, or say what uses it"


@pytest.mark.parametrize("file", MODULES)
def test_no_reason_is_left_for_a_library_that_went_or_is_imported(file: str) -> None:
    assert REASONS[file].keys() - chosen(file) == set()
    assert REASONS[file].keys() & bring(imported(file)) == set()


@pytest.mark.parametrize("file", MODULES)
def test_every_library_that_is_imported_was_chosen_and_did_not_just_come_along(file: str) -> None:
    names = chosen(PRODUCT) | chosen(file)  # the tests may use what the product does
    theirs = {module for module in imported(file) if module.split(".")[0] not in OURS | {""}}
    theirs = {module for module in theirs if module.split(".")[0] not in sys.stdlib_module_names}
    assert {module for module in theirs if not bring([module]) & names} == set(), f"add it to {file}"
