"""What a line of Today hangs on beside its own record: each of these, changed alone, changes the list that is kept."""

from collections.abc import Callable
from datetime import timedelta

import pytest

import community.casework as cw
from community.book import Append, Arrival, Record, among
from community.book.concern_register import keep_apart
from community.casework.noted_reads import keys_of
from community.casework.remembering_reads import looking_once
from community.casework.worklist import KeptList
from community.casework.worklist.worklist_view import View
from community.tables.canonical import instant
from community.tables.row_types import VolunteerRow
from tests.casework.office import ELSEWHERE, HUB, Office

NUMBER = "01632 960123"
Made = dict[str, str]


def set_(office: Office, table: str, one: str, field: str, value: object) -> None:
    office.set(office.row(table, one), field, value)


def two_needs_of_one(office: Office) -> Made:
    first = office.make_need("lift")
    resident = office.row("needs", first)["resident_id"]
    office.make_need("lift", resident=resident)
    return {"resident": resident}


def a_number_on_two_records(office: Office) -> Made:
    resident = office.row("needs", office.make_need("lift"))["resident_id"]
    set_(office, "residents", resident, "telephone", NUMBER)
    office.make_request(telephone=NUMBER)
    return {"resident": resident}


def a_number_not_to_be_rung(office: Office) -> Made:
    made = a_number_on_two_records(office)
    set_(office, "residents", made["resident"], "not_safe", "ring")
    return made


def idle(office: Office) -> Made:
    one = office.make_volunteer()
    office.clock.pass_(days=40)
    return {"volunteer": one}


def applied(office: Office) -> Made:
    return {"volunteer": office.make_volunteer(name="Vera Vole", telephone=NUMBER, status="applied")}


def to_pass_on(office: Office) -> Made:
    match = office.make_match("approved")
    volunteer = office.row("matches", match)["volunteer_id"]
    set_(office, "matches", match, "status", "offered")
    told = {"about": match, "to_whom": volunteer, "kind": "offer", "way": "text", "status": "by_hand"}
    office.book.act("offer", by="test", appends=[Append("messages", told)])
    return {"volunteer": volunteer}


def checked(office: Office) -> Made:
    match = office.make_match("active", task_type="phone_call")
    volunteer = office.row("matches", match)["volunteer_id"]
    (check,) = office.book.rows("checks", lambda c: [c.volunteer_id == volunteer])
    return {"check": check.id, "other": office.make_volunteer()}


def cancelled(office: Office) -> Made:
    match = office.make_match()
    set_(office, "matches", match, "status", "cancelled")
    return {"match": match}


def of_another_hub(office: Office) -> Made:
    return {"volunteer": office.make_volunteer(hub=ELSEWHERE, status="applied")}


def put_off(office: Office) -> Made:
    match = office.make_match("approved")
    cw.snooze(office.director, match, "not_rung", office.clock() + timedelta(days=2))
    (note,) = office.book.rows("contacts", lambda c: [c.about == match])
    return {"note": note.id}


def comes_late(office: Office, made: Made) -> None:
    """A yes that was written down on another machine, of a match that is cancelled here."""
    at = instant(office.clock() - timedelta(minutes=1))
    match = made["match"]
    office.book.arrive([Arrival("Z-1", at, "far", "set-1", "matches", match, "status", "offered", "accepted")])


CASES: dict[str, tuple[Callable[[Office], Made], Callable[[Office, Made], object]]] = {
    "a resident with two needs": (
        two_needs_of_one,
        lambda o, made: set_(o, "residents", made["resident"], "telephone", NUMBER),
    ),
    "a number that is not to be rung, on another record": (
        a_number_on_two_records,
        lambda o, made: set_(o, "residents", made["resident"], "not_safe", "ring"),
    ),
    "a number that may be rung again, on another record": (
        a_number_not_to_be_rung,
        lambda o, made: set_(o, "residents", made["resident"], "not_safe", None),
    ),
    "a call to somebody whom nobody asked": (
        idle,
        lambda o, made: cw.log_contact(o.director, made["volunteer"], with_whom=made["volunteer"]),
    ),
    "somebody of the same name and number": (
        applied,
        lambda o, _: o.make_volunteer(name="Vera Vole", telephone=NUMBER),
    ),
    "a concern": (
        to_pass_on,
        lambda o, made: o.book.write(lambda c: keep_apart(c, "X-1", [Record("volunteers", made["volunteer"])])),
    ),
    "a check that was somebody else's": (
        checked,
        lambda o, made: set_(o, "checks", made["check"], "volunteer_id", made["other"]),
    ),
    "a yes that comes late": (cancelled, comes_late),
    "the hub of a volunteer": (
        of_another_hub,
        lambda o, made: set_(o, "volunteers", made["volunteer"], "hub", HUB),
    ),
    "a line that is put off, taken back": (
        put_off,
        lambda o, made: set_(o, "contacts", made["note"], "until", None),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_kept_list_follows(office: Office, case: str) -> None:
    prepare, happens = CASES[case]
    made = prepare(office)
    desks = [office.director, office.coordinator]
    kept = [KeptList() for _ in desks]
    before = [one.at(desk, office.clock()) for one, desk in zip(kept, desks, strict=True)]
    happens(office, made)
    now = office.clock()
    after = [list(one.at(desk, now)) for one, desk in zip(kept, desks, strict=True)]
    assert after == [cw.today(desk, now) for desk in desks]
    assert [list(items) for items in before] != after


def test_who_asks_whether_a_match_was_once_agreed_notes_it(office: Office) -> None:
    """Whoever asks has read the match as well so far, and each change touches its match: nobody must know that."""
    match = cancelled(office)
    before = office.book.position()
    with looking_once(office.director) as visible, visible.look.noting() as notes:
        assert View(office.director, visible, office.clock()).agreed_once([match["match"]]) == set()
    comes_late(office, match)
    changed = office.book.since(before)
    assert changed is not None
    with looking_once(office.director) as visible:
        assert notes.may_change(keys_of(visible.look, changed), office.clock())


def test_who_asks_for_many_rows_by_their_ids_hangs_on_no_others(office: Office) -> None:
    """However many: above five hundred the question is put to the database in another form."""
    asked = office.make_volunteer()
    ids = [asked, *(f"V-{number}" for number in range(600))]
    for one, counts in ((asked, True), (office.make_volunteer(), False)):
        before = office.book.position()
        with looking_once(office.director) as visible, visible.look.noting() as notes:
            visible.look.rows(VolunteerRow, lambda c: [among(c.id, ids)])
        set_(office, "volunteers", one, "about", "Has a car now")
        changed = office.book.since(before)
        assert changed is not None
        with looking_once(office.director) as visible:
            assert notes.may_change(keys_of(visible.look, changed), office.clock()) == counts
