"""A book that a spreadsheet keeps: what the settings need for it, and where the list of people may stand."""

import tomllib
from pathlib import Path

import pytest

from community.settings import SettingsError, load
from tests.checkout import ROOT

SECRETS = """
SHEET_ID = "the-invented-id"
BOOK_KEPT_IN = "sheet"
SECRET_KEY = "a long and invented text for these tests"

[[people]]
name = "Dee"
email = "dee@example.org"
role = "director"
"""


@pytest.fixture
def secrets(tmp_path: Path) -> dict[str, str]:
    file = tmp_path / "secrets.toml"
    file.write_text(SECRETS, encoding="utf-8")
    return {"COMMUNITY_SECRETS": str(file), "COMMUNITY_HOME": str(tmp_path)}


def test_everything_it_needs_can_stand_in_the_secrets(secrets: dict[str, str]) -> None:
    settings = load(secrets)
    assert settings.kept_in_sheet
    assert not settings.demo, "an empty folder is no reason to show the invented town"
    assert [person.name for person in settings.people] == ["Dee"]
    assert settings.secret_key is not None


def test_a_list_in_the_data_folder_counts_before_the_one_in_the_secrets(
    secrets: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "people.toml").write_text("", encoding="utf-8")
    assert load(secrets).people == (), "whoever empties the list lets nobody in"


@pytest.mark.parametrize(
    ("more", "named"),
    [
        ({"DEMO": "yes"}, "DEMO"),
        ({"DATABASE_URL": "postgresql://nowhere"}, "DATABASE_URL"),
        ({"BOOK_KEPT_IN": "the cloud"}, "here or sheet"),
    ],
)
def test_what_it_can_not_go_with_is_named(secrets: dict[str, str], more: dict[str, str], named: str) -> None:
    with pytest.raises(SettingsError, match=named):
        load(secrets | more)


def test_without_a_spreadsheet_it_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="needs SHEET_ID"):
        load({"BOOK_KEPT_IN": "sheet", "COMMUNITY_HOME": str(tmp_path), "COMMUNITY_SECRETS": ""})


def test_the_example_of_the_secrets_works_once_its_placeholders_are_filled_in(tmp_path: Path) -> None:
    example = (ROOT / ".streamlit" / "secrets.toml.example").read_text("utf-8")
    filled = tmp_path / "secrets.toml"
    environ = {"COMMUNITY_SECRETS": str(filled), "COMMUNITY_HOME": str(tmp_path)}
    filled.write_text(example, "utf-8")
    with pytest.raises(SettingsError, match="SECRET_KEY: needs 32 characters"):
        load(environ)
    filled.write_text(example.replace('SECRET_KEY = "..."', f'SECRET_KEY = "{"k" * 43}"'), "utf-8")
    settings = load(environ)
    assert settings.kept_in_sheet
    assert {person.role for person in settings.people} == {"director", "coordinator"}
    assert settings.google_service_account is not None
    told = tomllib.loads(example)
    assert {"redirect_uri", "cookie_secret", "client_id", "server_metadata_url"} <= set(told["auth"])
