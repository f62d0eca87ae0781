"""A protected address is on no page of anybody but the safeguarding lead."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

import community.casework as cw
from community.book import Append
from community.settings import load
from community.tables.ids import derive
from community.tables.vocabulary import ReachBy
from dashboard import page_frame
from tests.casework.office import Office
from tests.casework.test_sync_conflicts import late
from tests.checkout import ROOT
from tests.concerns.duty import PEOPLE, listed
from tests.dashboard.conftest import PATIENCE, checked, go_to
from tests.dashboard.test_auth import LOGIN

HANDLER = """
[[people]]
name = "Hal Handler"
email = "hal@example.org"
role = "call_handler"
"""
STREET, EARLIER, HOME, HOME_BEFORE, OF_VOLUNTEER = "Zephyr Lane", "Quill Mews", "BA1 5AW", "BA2 4DQ", "BA1 6QA"
LATE = "BA1 5AX"
TELLING = (STREET, EARLIER, HOME, HOME_BEFORE, OF_VOLUNTEER, LATE, HOME.replace(" ", ""), "374111", "165222")
PAGES = tuple(name for name in page_frame.PAGES if name != "concerns")


@pytest.fixture
def town(office: Office, tmp_path: Path) -> dict[str, str]:
    """An office with two protected addresses, and every kind of record about them; by page, the records to open."""
    listed(tmp_path, PEOPLE + HANDLER)
    office.settings = load()
    director = office.director
    match = office.make_match("active", name="Ada Asks", telephone="07700 900123", address=f"1 {EARLIER}")
    row = office.row("matches", match)
    need = office.row("needs", row["need_id"])
    for table, one in (("help_requests", need["request_id"]), ("residents", need["resident_id"])):
        cw.correct(director, table, one, "postcode", seen=None, now=HOME_BEFORE)
        cw.correct(director, table, one, "postcode", seen=HOME_BEFORE, now=HOME)
        cw.correct(director, table, one, "address", seen=f"1 {EARLIER}", now=f"7 {STREET}")
        late(office, one, "postcode", LATE, table=table)
    office.set(office.row("needs", need["id"]), "easting", 374111.0)
    office.set(office.row("needs", need["id"]), "northing", 165222.0)
    cw.correct(director, "volunteers", row["volunteer_id"], "postcode", seen=None, now=OF_VOLUNTEER)
    told = {"name": "Ada Asks", "telephone": "07700 900123", "address": f"7 {STREET}", "postcode": HOME}
    again = office.make_request(**told)
    cw.mark_duplicate(director, again, need["request_id"], seen="new")
    office.set(office.row("help_requests", again), "resident_id", None)  # closed before the other was accepted
    pair = derive("J", need["resident_id"], row["volunteer_id"])
    values = {"resident_id": need["resident_id"], "volunteer_id": row["volunteer_id"], "since": date(2026, 1, 1)}
    office.book.act("set", by="test", appends=[Append("pairs", values, pair)])
    call = cw.log_contact(director, match, with_whom=need["resident_id"], status="open").ids[0]
    waits = office.make_match(
        "accepted", need=office.make_need(resident=need["resident_id"], name="Ada Asks", telephone="07700 900123")
    )
    cw.tell_resident(director, waits, ReachBy.LETTER)
    for one in (need["resident_id"], row["volunteer_id"]):
        cw.keep_contact_safe(office.handler, one, seen={}, now={"protected_address": "yes"})
    return {
        "triage": need["request_id"],
        "triage again": again,
        "matches": need["id"],
        "matches waits": office.row("matches", waits)["need_id"],
        "volunteers": row["volunteer_id"],
        "history": need["resident_id"],
        "history request": need["request_id"],
        "history need": need["id"],
        "history volunteer": row["volunteer_id"],
        "history pair": pair,
        "history call": call,
    }


def opened(email: str, page: str, **address: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "streamlit_app.py"), default_timeout=PATIENCE)
    app.secrets["auth"] = LOGIN
    app.user = {"is_logged_in": True, "email_verified": True, "email": email}
    go_to(app, page)
    app.query_params |= address
    return checked(app.run())


def everything(block: Block) -> Iterator[str]:
    """All that reaches the browser, each element with what is typed in it."""
    for child in block.children.values():
        if isinstance(child, Block):
            yield from everything(child)
        yield str(getattr(child, "proto", ""))


def whole(email: str, town: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every page, and every page of a record, as this person sees it."""
    for page in PAGES:
        yield page, "\n".join(everything(opened(email, page).main))
    for page, one in town.items():
        yield page, "\n".join(everything(opened(email, page.partition(" ")[0], id=one).main))


@pytest.mark.parametrize("who", ["dilys", "cora", "hal"])
def test_nobody_but_the_lead_finds_it_on_any_page(town: dict[str, str], who: str) -> None:
    found = [(page, each) for page, text in whole(f"{who}@example.org", town) for each in TELLING if each in text]
    assert found == []


def test_the_lead_is_shown_it(town: dict[str, str]) -> None:
    pages = dict(whole("lena@example.org", town))
    assert STREET in pages["triage"]
    assert STREET in pages["matches"]
    assert f"Ada Asks\\n7 {STREET}" in pages["matches waits"], "on the letter"
    assert HOME_BEFORE in pages["history"]
    assert OF_VOLUNTEER in pages["volunteers"]
