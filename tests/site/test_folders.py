"""Left to its defaults, MkDocs would publish docs/ into site/ and delete the public pages. These tests forbid it."""

import subprocess

from mkdocs.config import load_config

from tests.checkout import ROOT

CONFIG = load_config(str(ROOT / "mkdocs.yml"))


def test_the_public_pages_are_read_from_site() -> None:
    assert CONFIG.docs_dir == str(ROOT / "site")


def test_the_built_pages_go_where_nothing_else_lives() -> None:
    assert CONFIG.site_dir == str(ROOT / "build" / "site")


def test_a_warning_stops_the_build() -> None:
    assert CONFIG.strict is True


def test_nothing_runs_in_the_build() -> None:
    assert list(CONFIG.plugins) == []
    assert not CONFIG.hooks


def test_no_font_is_fetched_from_elsewhere() -> None:
    assert CONFIG.theme["font"] is False


def test_git_keeps_the_public_pages_and_ignores_the_built_ones() -> None:
    def ignored(path: str) -> bool:
        asked = subprocess.run(["git", "check-ignore", "--no-index", "-q", path], cwd=ROOT, check=False)
        assert asked.returncode in (0, 1)
        return asked.returncode == 0

    assert not ignored("site/index.md")
    assert not ignored("site/_generated/figures.md")
    assert not ignored("site/assets/site.css")
    assert ignored("build/site/index.html")
