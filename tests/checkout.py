"""The files of this checkout, as the guarding tests read them."""

import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def files(*patterns: str) -> list[Path]:
    """Return all files under the root that are not ignored by .gitignore and match one of the patterns, sorted.

    The patterns are compared with the whole path from the root (`*.py` matches `tests/book/test_ids.py`).
    """
    return [path for path in _all() if any(fnmatch(name(path), pattern) for pattern in patterns)]


def name(path: Path) -> str:
    """Return the path from the root, with forward slashes on every system."""
    return path.relative_to(ROOT).as_posix()


def copy_of_the_site(folder: Path) -> Path:
    """Return a folder with a copy of the site's sources, for a program over a live book: it writes and builds there."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    shutil.copytree(ROOT / "site", folder / "site")
    return folder


def leave_the_site(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a worker in this process find the site current: it would write what a test says into the checkout."""
    monkeypatch.setattr("community.runtime.job_handlers.lists_are_behind", lambda *_: False)


@cache
def _all() -> list[Path]:
    """Looked for once: no test adds a file to the checkout."""
    return sorted(_walk(ROOT))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name == ".git" or _ignored(path):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def _ignored(path: Path) -> bool:
    # Our .gitignore holds names and endings; a name with a slash at its front counts only at the root.
    here = f"/{name(path)}"
    return any(fnmatch(here if line.startswith("/") else path.name, line.rstrip("/")) for line in _ignored_names())


@cache
def _ignored_names() -> list[str]:
    return (ROOT / ".gitignore").read_text(encoding="utf-8").split()
