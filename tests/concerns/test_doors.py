"""The words of a concern appear on no page and in no output that people without the duty can open."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import community.casework as cw
from community import concerns
from community.__main__ import cli
from community.book import Book
from community.casework.board_cache import _kept
from community.commands.leaving_rows import SHOWN
from community.publish.publish_site import prepare
from community.tables import TABLES
from community.tables.row_types import ROW_TYPES
from tests.book.databases import KINDS
from tests.casework.office import TODAY
from tests.concerns.duty import Duties
from tests.sheets_sync.office import Machine
from tests.sheets_sync.office import Office as SheetOffice
from tests.sheets_sync.office import office as sheet_office
from tests.sheets_sync.test_laws_erasing import everything

CANARY = "zxqcanary"
"""In each word that was told before, and in each that the concern says."""


@pytest.fixture
def sheet(tmp_path: Path) -> Iterator[SheetOffice]:
    folder = tmp_path / "sheet"
    folder.mkdir()
    with sheet_office(folder) as made:
        yield made


def tell(d: Duties) -> str:
    """A request whose words went everywhere that words go: corrected, copied, spoken of, given as a reason."""
    o = d.office
    request = o.make_request(
        details=f"{CANARY} one", access_needs=f"{CANARY} two", name="Rita Resident", flags=["too_fast"]
    )
    cw.correct(o.handler, "help_requests", request, "details", seen=f"{CANARY} one", now=f"{CANARY} three")
    cw.log_contact(o.handler, request, words=f"{CANARY} four")
    cw.triage(
        o.handler, request, seen="new", resident="new", needs=[cw.NeedAsked("phone_call", details=f"{CANARY} five")]
    )
    cw.correct(o.coordinator, "help_requests", request, "notes", seen=None, now=f"{CANARY} six")
    looked = cw.clear_flag(o.handler, "help_requests", request, "too_fast")
    cw.undo(o.handler, looked.id, reason=f"{CANARY} seven")
    return request


def raise_it(d: Duties, request: str) -> str:
    told = {
        "what": f"{CANARY} eight", "at_risk_name": f"{CANARY} nine", "harm_by_name": f"{CANARY} ten",
        "reporter_telephone": f"{CANARY} eleven",
    }  # fmt: skip
    done = concerns.raise_concern(d.office.handler, "adults", told, source=("help_requests", request))
    assert done.clean
    concerns.take_step(d.lead, done.id, "acknowledged", {}, seen="raised")
    said = {"danger": "no", "wishes": f"{CANARY} twelve", "council": "no", "why": f"{CANARY} thirteen"}
    concerns.take_step(d.lead, done.id, "decided", said, seen="acknowledged")
    return done.id


def run(*words: str, code: int = 0) -> str:
    result = CliRunner().invoke(cli, list(words))
    assert result.exit_code == code, result.output
    return result.output + (result.stderr or "")


def test_the_words_are_read_behind_each_door_before_it_is_raised(duties: Duties) -> None:
    request = tell(duties)
    for output in (run("show", "help_requests", "--json"), run("show", "changes", "--json")):
        assert CANARY in output
    assert CANARY in repr([(e.words, e.reason) for e in cw.history(duties.office.director, request)])


@pytest.mark.parametrize("duties", KINDS, indirect=True)
def test_the_words_of_a_concern_are_behind_no_door(
    duties: Duties, tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    o = duties.office
    request = tell(duties)
    cw.today(o.director, o.clock())
    o.propose()
    one = raise_it(duties, request)
    seen: dict[str, object] = {}
    for table in (*SHOWN, "changes"):
        seen[f"show {table}"] = run("show", table, "--json") + run("show", table, "--personal")
    resident = str(o.row("help_requests", request)["resident_id"])
    run("export-person", resident, "--to", str(tmp_path / "exports"))
    seen["export"] = [path.read_text() for path in (tmp_path / "exports").iterdir()]
    seen["doctor"] = run("doctor", code=run_code("doctor"))
    seen["published"] = prepare(o.book, o.settings, o.clock())
    run("backup", str(tmp_path / "copy.zip"))
    with zipfile.ZipFile(tmp_path / "copy.zip") as archive:
        assert not [name for name in archive.namelist() if "kept_apart" in name], "whom a concern names is in no copy"
        seen["backup"] = [archive.read(name).decode() for name in archive.namelist()]
    for context in (*duties.ordinary, duties.lead, duties.chair):
        seen[f"today {context.user}"] = [repr(vars(item)) for item in cw.today(context, o.clock())]
        seen[f"latest {context.user}"] = [repr(vars(done)) for done in cw.latest_actions(context)]
        for table in TABLES:
            rows = cw.see_all(context, ROW_TYPES[table])
            seen[f"{table} {context.user}"] = [dict(row) for row in rows]
            seen[f"history of {table} {context.user}"] = [
                [(e.words, e.reason) for e in cw.history(context, row["id"])] for row in rows
            ]
    seen["memory"] = [repr(vars(each[1])) if hasattr(each[1], "__dict__") else repr(each[1])
                      for each in _kept.get(o.book, {}).values()]  # fmt: skip
    seen["logs"] = caplog.text + "".join(capfd.readouterr())
    for path in tmp_path.glob("book.db*"):
        seen[path.name] = path.read_bytes()
    for door, found in seen.items():
        text = found if isinstance(found, bytes) else json.dumps(found, default=str, ensure_ascii=False).encode()
        assert CANARY.encode() not in text, door
        if door not in {"backup", "book.db", "book.db-wal", "erasures"}:
            assert one.encode() not in text, f"{door} tells that there is a concern"
    concern = concerns.open_concern(duties.lead, one)
    words = " ".join([*concern.told.values(), *(m.words for m in concern.moved)])
    assert all(f"{CANARY} {n}" in words for n in ("one", "two", "three", "four", "five", "six", "seven", "eight"))


@pytest.mark.parametrize("source", ["needs", "matches", "residents", "volunteers", "visits", "contacts"])
def test_from_whichever_record_it_is_raised_the_words_leave_all_that_hold_them(duties: Duties, source: str) -> None:
    o = duties.office
    request = tell(duties)
    (need,) = o.book.rows("needs", lambda c: [c.request_id == request])
    volunteer = o.make_volunteer()
    pair = {"need_id": need["id"], "volunteer_id": volunteer, "status": "active"}
    match = o.book.append("matches", pair, by="matching").id
    (call,) = cw.log_contact(o.handler, match, words=f"{CANARY} eight").ids
    visit = next(one for one in cw.not_given(o.handler, match, TODAY, "not_in", seen="active").ids if one[0] == "T")
    cw.end_match(o.coordinator, match, reason=f"{CANARY} nine", seen="active")
    cw.log_contact(o.handler, volunteer, words=f"{CANARY} ten")
    raised_from = {
        "needs": need["id"],
        "matches": match,
        "residents": str(o.row("help_requests", request)["resident_id"]),
        "volunteers": volunteer,
        "visits": visit,
        "contacts": call,
    }[source]
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    if source == "volunteers":
        words = ["nine", "ten"]
    before = everything_shown(duties, raised_from)
    assert all(f"{CANARY} {each}" in before for each in words)
    one = concerns.raise_concern(o.handler, "adults", {"what": "x"}, source=(source, raised_from)).id
    after = everything_shown(duties, raised_from)
    assert [each for each in words if f"{CANARY} {each}" in after] == []
    kept = {moved.words for moved in concerns.open_concern(duties.lead, one).moved}
    assert {f"{CANARY} {each}" for each in words} <= kept


def everything_shown(duties: Duties, record: str) -> str:
    """Every table as a command prints it, and the History of this record."""
    told = [run("show", table, "--json") for table in (*SHOWN, "changes")]
    return "".join([*told, repr([(e.words, e.reason) for e in cw.history(duties.office.director, record)])])


def run_code(*words: str) -> int:
    return CliRunner().invoke(cli, list(words)).exit_code


def test_the_spreadsheet_loses_the_words_and_never_hears_of_the_concern(duties: Duties, sheet: SheetOffice) -> None:
    request = tell(duties)
    machine = Machine(duties.office.book, sheet.service, sheet.clock)
    sheet.machines.append(machine)
    sheet.clock.now = duties.office.clock()
    sheet.rest()
    assert any(CANARY in str(value) for value in everything(sheet))
    one = raise_it(duties, request)
    sheet.rest()
    found = [str(value) for value in everything(sheet)]
    assert [value for value in found if CANARY in value or one in value] == []
    assert duties.office.row("help_requests", request)["details"] is None
    for path in duties.folder.glob("book.db*"):
        assert CANARY.encode() not in path.read_bytes(), f"what is remembered of the spreadsheet, in {path.name}"


def test_the_same_form_sent_again_brings_nothing_back(duties: Duties) -> None:
    book = duties.office.book
    told = {"name": "Rita", "details": f"{CANARY} one", "status": "new", "tasks": ["food"]}
    request = book.append("help_requests", told, by="web", key="form-key").id
    concerns.raise_concern(duties.office.handler, "adults", {"what": "x"}, source=("help_requests", request))
    again = book.append("help_requests", told, by="web", key="form-key")
    assert (again.id, again.new) == (request, False)
    assert book.rows("help_requests")[0]["details"] is None


def test_a_restored_backup_opens_with_the_key_and_says_so_without_it(duties: Duties, tmp_path: Path) -> None:
    request = tell(duties)
    one = raise_it(duties, request)
    run("backup", str(tmp_path / "copy.zip"))
    duties.office.book.close()
    key = tmp_path / "concerns_key"
    for path in tmp_path.glob("book.db*"):
        path.unlink()
    key.rename(tmp_path / "elsewhere")
    assert "concerns_key" in run("restore", str(tmp_path / "copy.zip"))
    assert "not here, or is another one" in run("doctor", code=1)
    for path in tmp_path.glob("book.db*"):
        path.unlink()
    (tmp_path / "elsewhere").rename(key)
    assert "concerns_key" not in run("restore", str(tmp_path / "copy.zip"))
    assert "another place than the backups" in run("doctor", code=run_code("doctor"))
    again = cw.WorkContext(Book.open(str(tmp_path / "book.db")), duties.office.settings, duties.lead.user)
    assert "eight" in concerns.open_concern(again, one).told["what"]
    assert cw.speak_to_the_lead(again, again.book.rows("help_requests")[0])
    again.book.close()


def test_erase_person_says_only_to_speak_to_the_lead(duties: Duties) -> None:
    request = tell(duties)
    raise_it(duties, request)
    for words in (["erase-person", request], ["erase-person", request, "--approved-by", "Jo", "--yes"]):
        result = CliRunner().invoke(cli, words)
        assert isinstance(result.exception, Exception)
        assert str(result.exception) == "Nothing was changed. Speak to the safeguarding lead first."
        assert result.output == ""


def test_raising_a_concern_again_for_the_same_record_loses_nothing_of_the_first(duties: Duties) -> None:
    request = tell(duties)
    first = raise_it(duties, request)
    second = concerns.raise_concern(
        duties.office.handler, "adults", {"what": "more"}, source=("help_requests", request)
    ).id
    assert concerns.open_concern(duties.lead, first).moved
    concerns.take_step(duties.lead, first, "closed", {"why": "x"}, seen="decided")
    assert cw.speak_to_the_lead(duties.office.handler, duties.office.row("help_requests", request)), second
