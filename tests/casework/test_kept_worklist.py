"""Today's list is worked out once for all who see the same, and nobody is given what another sees."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path
from threading import Barrier

import pytest

import community.casework as cw
from community.book import Record
from community.book.erasure import erase
from community.tables.canonical import instant
from tests.book.databases import KINDS, begun
from tests.casework.office import ELSEWHERE, HUB, Office, open_office

DUTIES = (None, "lead", "deputy", "chair")
SIGHTS = [(role, hub) for role in ("coordinator",) for hub in (HUB, ELSEWHERE)] + [
    ("director", None),
    ("call_handler", None),
    (None, None),
]


def desks(office: Office) -> list[cw.WorkContext]:
    return [office.desk(cw.User(f"{role} {hub} {duty}", role, hub, duty)) for role, hub in SIGHTS for duty in DUTIES]


def busy(office: Office) -> None:
    """Records of two hubs, some of which name people of the other; a protected address; and idle volunteers."""
    office.make_volunteer(hub=ELSEWHERE)
    office.make_volunteer(hub=ELSEWHERE, status="applied")
    office.make_volunteer(status="applied", protected_address="yes")
    for hub in (HUB, ELSEWHERE):
        office.make_request(hub=hub, urgency="today")
        office.make_need(hub=hub)
        office.make_match("approved", hub=hub)
        office.make_match("active", hub=hub)
    office.clock.pass_(days=90)


@pytest.mark.parametrize("kind", KINDS)
def test_everybody_gets_what_they_would_see_alone_whoever_asked_before_them(kind: str, tmp_path: Path) -> None:
    with begun(kind, tmp_path) as address:
        office = open_office(tmp_path, address)
        everybody_gets_their_own(office)
        office.book.close()


def everybody_gets_their_own(office: Office) -> None:
    busy(office)
    now = office.clock()
    alone = {desk.user: cw.today(desk, now) for desk in desks(office)}
    assert len({tuple(each.id for each in items) for items in alone.values()}) >= 4
    for each in (desks(office), desks(office)[::-1]):
        for desk in each:
            assert list(cw.list_of_today(desk, now)) == alone[desk.user]


def test_a_list_is_made_once_for_a_role_and_anew_after_a_write(office: Office) -> None:
    busy(office)
    now = office.clock()
    first = cw.list_of_today(office.coordinator, now)
    colleague = office.desk(cw.User("Colin Colleague", "coordinator", HUB))
    assert cw.list_of_today(colleague, now) is first
    new = office.make_request(hub=HUB)
    assert new in {item.id for item in cw.list_of_today(colleague, now)}


def test_of_many_who_ask_at_once_one_works_it_out(office: Office) -> None:
    busy(office)
    now, together = office.clock(), Barrier(6)

    def ask(_: int) -> tuple[object, ...]:
        together.wait()
        return cw.list_of_today(office.director, now)

    with ThreadPoolExecutor(6) as threads:
        first, *others = threads.map(ask, range(6))
    assert all(each is first for each in others)


def test_nobody_who_was_erased_is_kept_in_the_list_of_somebody_who_looks_no_more(office: Office) -> None:
    request = office.make_request(hub=HUB)
    kept = weakref.ref(cw.list_of_today(office.coordinator, office.clock())[0])
    one = Record("help_requests", request)
    office.book.write(lambda c: erase(c, [one], by="t", at=instant(office.clock()), secret=b"secret"))
    assert cw.list_of_today(office.director, office.clock()) == ()
    gc.collect()
    assert kept() is None


def test_what_waits_until_a_moment_comes_at_that_moment(office: Office) -> None:
    """Nothing is written then, and no quarter of an hour begins."""
    request = office.make_request()
    cw.hold(office.handler, "help_requests", request, office.clock() + timedelta(minutes=3), seen="new")
    assert cw.list_of_today(office.handler, office.clock()) == ()
    office.clock.pass_(minutes=4)
    assert [item.kind for item in cw.list_of_today(office.handler, office.clock())] == ["hold_ended"]
