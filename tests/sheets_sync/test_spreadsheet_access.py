"""The spreadsheet and its key come from the settings; every mistake is said in words that repeat no value."""

import json
from pathlib import Path

import pytest

from community.settings import load
from sheets_sync.spreadsheet_access import SCOPE, NotConnected, SpreadsheetAccess, connection
from tests.sheets_sync.keys import ADDRESS, key, key_file

ID = "1AbC_d-2"


def connected(**environ: str) -> SpreadsheetAccess:
    return connection(load({"SHEET_ID": ID, **environ}))


def refused(**environ: str) -> str:
    with pytest.raises(NotConnected) as no:
        connected(**environ)
    assert no.value.__cause__ is None
    return str(no.value)


def test_the_key_is_taken_as_text_or_from_its_file(tmp_path: Path) -> None:
    path = tmp_path / "key.json"
    path.write_text(key_file(), "utf-8")
    for given in (key_file(), f"\n{key_file()}\n", str(path)):
        found = connected(GOOGLE_SERVICE_ACCOUNT=given)
        assert (found.spreadsheet_id, found.address, found.root) == (ID, ADDRESS, None)


def test_the_file_of_secrets_is_used_where_the_environment_says_nothing(tmp_path: Path) -> None:
    lines = [f"{name} = {json.dumps(value)}" for name, value in key().items()]
    secrets = tmp_path / "secrets.toml"
    secrets.write_text("\n".join(['SHEET_ID = "from-secrets"', "[gcp_service_account]", *lines]), "utf-8")
    found = connection(load({"COMMUNITY_SECRETS": str(secrets)}))
    assert (found.spreadsheet_id, found.address) == ("from-secrets", ADDRESS)
    assert connected(COMMUNITY_SECRETS=str(secrets)).spreadsheet_id == ID


def test_streamlit_s_own_place_for_secrets_is_looked_into(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".streamlit").mkdir()
    Path(".streamlit/secrets.toml").write_text('SHEET_ID = "beside-the-start"', "utf-8")
    assert load({}).sheet_id == "beside-the-start"


@pytest.mark.parametrize(
    "address",
    [
        f"https://docs.google.com/spreadsheets/d/{ID}/edit#gid=0",
        f"https://docs.google.com/spreadsheets/d/{ID}",
        f" {ID} ",
    ],
)
def test_a_whole_address_serves_as_the_id(address: str) -> None:
    assert connected(SHEET_ID=address, GOOGLE_SERVICE_ACCOUNT=key_file()).spreadsheet_id == ID


def test_only_spreadsheets_are_asked_for_and_not_the_whole_of_drive() -> None:
    credentials = connected(GOOGLE_SERVICE_ACCOUNT=key_file()).credentials()
    assert [*credentials.scopes] == [SCOPE] == ["https://www.googleapis.com/auth/spreadsheets"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"SHEET_ID": ""}, "No spreadsheet is named"),
        ({"SHEET_ID": "Ann Example's sheet"}, "is no spreadsheet's id"),
        ({}, "There is no key"),
        ({"GOOGLE_SERVICE_ACCOUNT": "nowhere/Ann Example.json"}, "a file that can't be read"),
        ({"GOOGLE_SERVICE_ACCOUNT": '{"type": "service_account", "Ann Example'}, "is not whole"),
        ({"GOOGLE_SERVICE_ACCOUNT": '{"installed": {"client_id": "Ann Example"}}'}, "is not a service account's"),
        ({"GOOGLE_SERVICE_ACCOUNT": key_file(private_key="Ann Example")}, "is damaged"),
        ({"GOOGLE_SERVICE_ACCOUNT": key_file(private_key=7)}, "is damaged"),
    ],
)
def test_a_mistake_is_named_with_what_to_do_and_without_its_value(environ: dict[str, str], words: str) -> None:
    said = refused(**environ)
    assert words in said
    assert "Ann Example" not in said


@pytest.mark.parametrize(
    "root", ["http://127.0.0.1:8900", "http://localhost:8900/", "http://[::1]:8900", "http://127.9.0.1"]
)
def test_a_stand_in_on_this_machine_is_reached_without_a_key(root: str) -> None:
    found = connected(SHEETS_API_ROOT=root)
    assert (found.root, found.key) == (root.rstrip("/"), None)


@pytest.mark.parametrize(
    "root",
    [
        "http://192.0.2.1:8900",
        "http://sheets.example.org",
        "https://127.0.0.1.example.org",
        "http://127.0.0.1:8900@example.org",
        "http://example.org#127.0.0.1",
        "http://ann@127.0.0.1",
        "http://127.0.0.1:port",
        "127.0.0.1:8900",
        "file:///127.0.0.1",
        "http://localhost.example.org",
    ],
)
def test_a_stand_in_anywhere_else_is_refused(root: str) -> None:
    said = refused(SHEETS_API_ROOT=root)
    assert "an address of this machine" in said


def test_a_stand_in_never_gets_a_real_key(tmp_path: Path) -> None:
    secrets = tmp_path / "secrets.toml"
    secrets.write_text('[gcp_service_account]\ntype = "service_account"', "utf-8")
    for given in ({"GOOGLE_SERVICE_ACCOUNT": key_file()}, {"COMMUNITY_SECRETS": str(secrets)}):
        assert "must not be given a real key" in refused(SHEETS_API_ROOT="http://127.0.0.1:8900", **given)


def test_nothing_shows_the_key() -> None:
    settings = load({"SHEET_ID": ID, "GOOGLE_SERVICE_ACCOUNT": key_file()})
    shown = repr(connection(settings)) + repr(settings) + str(settings) + settings.model_dump_json()
    assert "PRIVATE" not in shown
    assert "0123456789" not in shown
