"""People's words are data: whatever is typed into a form or a cell is text in the sheet, in the book and in a file."""

import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from community.forms import decided, validate
from sheets_sync.mistyped_cells import ERRORS
from tests.forms.answers import HELP, ORGANISATION, SERVICE, VOLUNTEER
from tests.google_sheets.export import EXCEL, exported
from tests.sheets_sync import office as offices
from tests.sheets_sync.injections import PAYLOADS
from tests.sheets_sync.office import Machine, Office, forms

ANSWERS = {"help_request": HELP, "volunteer": VOLUNTEER, "organisation": ORGANISATION, "service": SERVICE}
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def submit(machine: Machine, form: str, payload: str, now: Any) -> tuple[str, str, dict[str, Any]]:
    """Send a form with the payload in every question that takes words; the table, the row's id and its values."""
    made = forms()[form]
    # A service is asked for in so many words that the longest payload in each would not fit into one cell together.
    most = 3_000 if form == "service" else None
    words = {
        question.column: [payload[:most]]
        for question in made.questions.values()
        if question.kind in ("text", "long_text", "telephone", "email", "postcode")
    }
    submission = validate(made, ANSWERS[form] | words)
    values = dict(submission.values) | decided(made, submission, channel="web", now=now)
    return made.table, machine.book.append(made.table, values, by="web").id, dict(submission.values)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Machine, list[Any]]]:
    """Every payload through each form, and up into the sheet."""
    with offices.office(tmp_path_factory.mktemp("injections")) as office:
        machine = office.hire()
        sent = [submit(machine, form, payload, office.clock()) for payload in PAYLOADS for form in ANSWERS]
        residents = {p: machine.book.append("residents", {"name": p}, by="ada").id for p in PAYLOADS[::10]}
        for own in residents.values():
            need = {"resident_id": own, "status": "open", "task_type": "shopping"}
            machine.book.append("needs", need, by="ada")
        machine.sync()
        yield office, machine, sent


def test_there_are_enough_of_them() -> None:
    assert len(PAYLOADS) >= 150
    assert {payload[:1] for payload in PAYLOADS} >= set("=+-@\t\r\n'\"＝＋－＠<")


def test_through_a_form_every_payload_is_text_in_the_sheet(filled: tuple[Office, Machine, list[Any]]) -> None:
    office, machine, sent = filled
    assert office.formulas() == 0
    office.settle()
    lines = {(tab, line.text("id")): line for tab in {tab for tab, *_ in sent} for line in office.lines(tab)}
    for tab, own, values in sent:
        for field, value in values.items():
            if isinstance(value, str) and not field.startswith("extra") and field in lines[tab, own].cells:
                assert lines[tab, own].cells[field] == value, (tab, field)
    assert {c["by"] for c in machine.book.changes()} <= {"ada"}, "nothing came back as somebody's correction"


def test_a_second_book_gets_every_payload_as_it_was_sent(filled: tuple[Office, Machine, list[Any]]) -> None:
    office, machine, sent = filled
    other = office.hire()
    other.sync()
    for tab, own, _ in sent:
        assert dict(other.get(tab, own)) == dict(machine.get(tab, own))


def test_typed_into_a_cell_every_payload_is_text_and_comes_down_as_such(office: Office, one: Machine) -> None:
    ids = [one.book.append("volunteers", {"name": "Noor", "status": "ready"}, by="web").id for _ in PAYLOADS]
    one.sync()
    column, row = office.place("volunteers", ids[0], "about").rstrip("0123456789"), office.row("volunteers", ids[0])
    with office.google.world.lock:
        office.person.paste("volunteers", f"{column}{row}", [[payload] for payload in PAYLOADS])
    assert office.formulas() == 0
    one.sync()
    down = {own: one.get("volunteers", own)["about"] for own in ids}
    for own, payload in zip(ids, PAYLOADS, strict=True):
        typed = unicodedata.normalize("NFC", payload).removeprefix(
            "'"
        )  # the sheet's own sign that what follows is text
        if typed in ERRORS:  # set aside, as an error that was pasted; what the book knew stands
            assert down[own] is None
            continue
        assert (down[own] or "").split() == typed.replace("\x00", "\ufffd").split(), payload[:40]
    office.settle()
    assert office.formulas() == 0


def test_typed_into_a_view_every_payload_becomes_a_note_of_text(office: Office, one: Machine) -> None:
    ids = [one.book.append("volunteers", {"name": f"N{n:03}"}, by="web").id for n in range(len(PAYLOADS))]
    one.sync()
    place = office.place("People", ids[0], "hub")
    office.person.paste("People", place, [[payload] for payload in PAYLOADS])
    one.sync()
    wanted = [payload for payload in PAYLOADS if payload.strip()]
    assert len(one.book.rows("contacts", lambda c: [c.way == "sheet"])) == len(wanted)
    office.settle()
    assert office.formulas() == 0


def test_what_the_dashboard_decides_is_text_in_the_log(office: Office, one: Machine) -> None:
    v = one.book.append("volunteers", {"name": "Noor"}, by="web").id
    for payload in PAYLOADS:
        if payload.strip() and payload.strip("\x00\ufeff"):
            one.set("volunteers", v, by=payload[:100].strip() or "ada", notes=payload)
    office.settle()
    assert office.formulas() == 0


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed (.ci/run installs it)")
@pytest.mark.parametrize("kind", ["xlsx", pytest.param("ods", marks=pytest.mark.long)])
def test_in_a_file_taken_away_no_cell_is_live(
    filled: tuple[Office, Machine, list[Any]], tmp_path: Path, kind: str
) -> None:
    """LibreOffice opens the file and says itself what each cell is."""
    office, _, sent = filled
    taken = tmp_path / "taken.xlsx"
    with office.google.world.lock:
        taken.write_bytes(exported(office.sheet, EXCEL))
    if kind == "ods":
        taken = convert(taken, "ods")
    opened = ET.parse(convert(taken, "fods")).getroot()  # noqa: S314 (LibreOffice wrote it)
    cells = [each for each in opened.iter(f"{TABLE}table-cell") if f"{OFFICE}value-type" in each.attrib]
    assert len(cells) > len(sent) * 5
    assert [each for each in cells if f"{TABLE}formula" in each.attrib] == []
    assert {each.attrib[f"{OFFICE}value-type"] for each in cells} == {"string"}
    live = [each for each in opened.iter() if each.tag.endswith(("}dde-source", "}dde-link", "}event-listener"))]
    assert live == []


def convert(path: Path, kind: str) -> Path:
    """The file as LibreOffice writes it in another format, after opening it."""
    profile = (path.parent / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", kind]
    subprocess.run([*command, "--outdir", str(path.parent), str(path)], check=True, capture_output=True)
    return path.with_suffix(f".{kind}")
