"""The public site is built when its sources changed, and only then."""

from collections.abc import Callable
from pathlib import Path

import pytest

from community.runtime import site_refresh
from community.settings import Settings, SpokenLanguage, load

HERE = load({})


def at(public_url: str) -> Settings:
    return HERE.model_copy(update={"public_url": public_url})


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(site_refresh, "PROGRAM", tmp_path)
    monkeypatch.setattr(Settings, "site", tmp_path)
    (tmp_path / "site" / "get-help").mkdir(parents=True)
    (tmp_path / "site" / "get-help" / "index.md").write_text("# Ask")
    (tmp_path / "mkdocs.yml").write_text("site_name: x")
    (tmp_path / "requirements.txt").write_text("mkdocs==1")
    return tmp_path


@pytest.fixture
def build(folder: Path) -> Callable[[], None]:
    return lambda: (folder / "build" / "site").mkdir(parents=True, exist_ok=True)


def test_a_site_is_built_once_from_the_same_sources(folder: Path, build: Callable[[], None]) -> None:
    assert site_refresh.build_if_changed(build, HERE)
    assert not site_refresh.build_if_changed(build, HERE)


@pytest.mark.parametrize(
    "changed", ["site/get-help/index.md", "site/get-help/new.md", "mkdocs.yml", "requirements.txt"]
)
def test_any_change_of_page_setting_or_version_builds_it_again(
    folder: Path, build: Callable[[], None], changed: str
) -> None:
    site_refresh.build_if_changed(build, HERE)
    (folder / changed).write_text("changed")
    assert site_refresh.build_if_changed(build, HERE)


def test_another_public_address_builds_it_again(build: Callable[[], None]) -> None:
    site_refresh.build_if_changed(build, at("https://one.example.org"))
    assert not site_refresh.build_if_changed(build, at("https://one.example.org"))
    assert site_refresh.build_if_changed(build, at("https://another.example.org"))
    assert site_refresh.build_if_changed(build, HERE)


def test_another_telephone_number_builds_it_again(build: Callable[[], None]) -> None:
    site_refresh.build_if_changed(build, HERE)
    community = HERE.community.model_copy(update={"telephone": "01632 960000"})
    assert site_refresh.build_if_changed(build, HERE.model_copy(update={"community": community}))


def test_another_way_of_saying_a_setting_builds_it_again(
    build: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    site_refresh.build_if_changed(build, HERE)
    monkeypatch.setattr(site_refresh, "public_words", lambda community: {"promise": "soon"})
    assert site_refresh.build_if_changed(build, HERE)


def test_a_language_that_is_switched_on_or_off_or_says_something_else_builds_it_again(
    folder: Path, build: Callable[[], None]
) -> None:
    read = {"pl": SpokenLanguage(read_by="somebody")}
    own = {"pl": SpokenLanguage(read_by="somebody", words={"Somebody to visit me": "Odwiedziny"})}
    for languages in ({}, read, own, {}, read):
        settings = HERE.model_copy(update={"languages": languages})
        assert site_refresh.build_if_changed(build, settings)
        assert not site_refresh.build_if_changed(build, settings)
    (folder / "community/wording/catalogues").mkdir(parents=True)
    (folder / "community/wording/catalogues/pl.po").write_text("other words")
    assert site_refresh.build_if_changed(build, settings)


def test_a_page_that_was_taken_away_or_renamed_builds_it_again(folder: Path, build: Callable[[], None]) -> None:
    site_refresh.build_if_changed(build, HERE)
    (folder / "site/get-help/index.md").rename(folder / "site/get-help/ask.md")
    assert site_refresh.build_if_changed(build, HERE)


def test_a_build_that_failed_is_made_again(folder: Path, build: Callable[[], None]) -> None:
    site_refresh.build_if_changed(build, HERE)
    (folder / "mkdocs.yml").write_text("site_name: y")

    def fail() -> None:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        site_refresh.build_if_changed(fail, HERE)
    (folder / "mkdocs.yml").write_text("site_name: x")
    assert site_refresh.build_if_changed(build, HERE), "what the failed build left behind is not trusted"
