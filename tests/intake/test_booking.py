"""Booking a place at a session: which one, how many are left, the waiting list, and giving it up by the link."""

from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from community.book import Row
from community.casework import training
from community.links import link_keys, path, sign
from community.tables.link_purposes import Purpose
from tests.casework.office import Office
from tests.checkout import ROOT
from tests.intake.answering import PUBLIC, office_of
from tests.intake.conftest import Serve, Service
from tests.intake.walking import OURS, Walker, heading, reference, visit

FORM = "/training/book/"
BEA = {"name": ["Bea Canary"], "email": ["canary@example.org"]}


@pytest.fixture
def service(serve: Serve) -> Service:
    return serve(environ=PUBLIC)


@pytest.fixture
def office(service: Service) -> Office:
    return office_of(service)


def booked(service: Service, session: str, **answers: list[str]) -> Walker:
    walker = Walker(f"{service.url}{FORM}?for={session.lower()}", BEA | answers)
    walker.to_check()
    walker.send()
    return walker


def row(service: Service, walker: Walker) -> Row:
    found = service.book.get("bookings", reference(walker.page.text))
    assert found is not None
    return found


def link_of(service: Service, booking: str) -> str:
    (message,) = service.book.rows("messages", lambda c: [c.about == booking, c.status == "by_hand"])
    until = service.clock.now + timedelta(days=14)
    token = sign(link_keys(service.settings), Purpose.BOOKING, message["id"], until)
    return f"{service.url}{path(Purpose.BOOKING, token)}"


def test_without_a_choice_the_page_lists_what_may_be_booked_with_the_places_left(
    service: Service, office: Office
) -> None:
    empty = visit("GET", service.url + FORM).text
    assert "No session can be booked just now" in empty
    assert service.settings.community.telephone in empty
    one = office.make_session(name="<Tea> & talk", places=3)
    full = office.make_session("full", name="Full up")
    office.make_booking(full)
    for status in ("planned", "held", "cancelled"):
        office.make_session(status, name="Hidden")
    office.make_session(name="Hidden", starts_at=service.clock.now - timedelta(hours=1))
    page = visit("GET", service.url + FORM).text
    assert f'href="?for={one}"' in page
    for words in ("&lt;Tea&gt; &amp; talk", "Three places left", "Full: you can go on the waiting list"):
        assert words in page, words
    assert "Hidden" not in page
    assert "canary" not in page, "how to join is for those with a place"
    assert "can’t be booked any more" in visit("GET", f"{service.url}{FORM}?for=e-nonsense").text


def test_the_first_has_the_place_the_next_waits_and_both_read_so(service: Service, office: Office) -> None:
    one = office.make_session()
    first = booked(service, one)
    assert heading(first.page.text) == "You have a place"
    assert "Helping in a crisis" in first.page.text
    second = booked(service, one, name=["Wim Waits"], email=["wim@example.org"])
    assert heading(second.page.text) == "You are number 1 on the waiting list"
    assert [row(service, each)["status"] for each in (first, second)] == ["booked", "waiting"]
    for page in (first.page, second.page):
        assert not any(word in page.text + str(page.url) for word in ("anary", "Wim", "example.org"))
    (message,) = service.book.rows("messages", lambda c: [c.about == row(service, first)["id"]])
    assert (message["kind"], message["way"], message["status"]) == ("booking", "email", "by_hand")


def test_above_every_part_stands_what_is_booked_and_a_full_one_says_so(service: Service, office: Office) -> None:
    one = office.make_session("full", places=1, joining="https://example.org/room")
    office.make_booking(one)
    walker = Walker(f"{service.url}{FORM}?for={one}", BEA)
    for _ in range(2):
        assert "Helping in a crisis" in walker.page.text
        assert "Every place is taken just now" in walker.page.text
        assert "example.org/room" not in walker.page.text
        walker.to_check()


def test_what_is_called_off_while_somebody_fills_in_the_form_is_not_booked(service: Service, office: Office) -> None:
    one, other = office.make_session(), office.make_session(name="Another evening")
    walker = Walker(f"{service.url}{FORM}?for={one}", BEA)
    walker.to_check()
    training.call_off_session(office.director, one, seen="open")
    answer = walker.press("send")
    assert answer.status_code == 409
    assert "can’t be booked any more" in answer.text
    assert f'href="?for={other}"' in answer.text
    assert not service.book.rows("bookings")


def test_a_form_sent_twice_is_one_booking_and_nobody_books_what_no_page_showed(
    service: Service, office: Office
) -> None:
    one = office.make_session(places=5)
    walker = Walker(f"{service.url}{FORM}?for={one}", BEA)
    walker.to_check()
    sent = walker.filled("send")
    for _ in range(2):
        visit("POST", walker.url, data=sent, headers=OURS)
    assert len(service.book.rows("bookings")) == 1
    assert visit("POST", service.url + FORM, data=BEA | {"to": ["continue"]}, headers=OURS).status_code == 409


def test_whoever_books_again_reads_the_same_and_has_one_place(service: Service, office: Office) -> None:
    one = office.make_session(places=2)
    pages = [booked(service, one) for _ in range(2)]
    assert [heading(each.page.text) for each in pages] == ["You have a place"] * 2
    assert sorted(each["status"] for each in service.book.rows("bookings")) == ["booked", "waiting"]


def test_the_link_says_how_to_join_and_gives_the_place_to_the_next(service: Service, office: Office) -> None:
    one = office.make_session()
    first, second = booked(service, one), booked(service, one, name=["Wim Waits"], email=["wim@example.org"])
    mine, theirs = (row(service, each)["id"] for each in (first, second))
    waiting = visit("GET", link_of(service, theirs)).text
    assert heading(waiting) == "You are number 1 on the waiting list"
    assert "example.org/canary" not in waiting
    link = link_of(service, mine)
    page = visit("GET", link)
    assert heading(page.text) == "You have a place"
    assert "https://example.org/canary" in page.text
    assert not any(word in page.text for word in ("Bea", "canary@", mine, "Stop our messages"))
    assert page.headers["cache-control"] == "no-store"
    sure = visit("GET", f"{link}?to=no").text
    assert "Give up my place" in sure
    assert office.status(mine) == "booked", "looking decides nothing"
    missed = visit("POST", f"{link}?to=no", data={"answer": "no"}, headers=OURS)
    assert (missed.status_code, office.status(mine)) == (422, "booked")
    done = visit("POST", f"{link}?to=no", data={"answer": "no", "sure": "yes"}, headers=OURS)
    assert (heading(done.text), office.status(mine)) == ("You have no place at this session", "cancelled")
    assert "Somebody else can have your place" in done.text
    assert (office.status(theirs), office.status(one)) == ("booked", "full")
    assert "https://example.org/canary" in visit("GET", link_of(service, theirs)).text
    again = visit("POST", f"{link}?to=no", data={"answer": "no", "sure": "yes"}, headers=OURS)
    assert heading(again.text) == "You have no place at this session"
    assert [office.status(each) for each in (mine, theirs)] == ["cancelled", "booked"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda o, s: training.call_off_session(o.director, s, seen="full"), "Sorry, this session is called off"),
        (lambda o, s: o.clock.pass_(days=8), "This session is over"),
    ],
)
def test_the_link_of_what_is_off_or_over_gives_nothing_up(
    service: Service, office: Office, change: object, says: str
) -> None:
    one = office.make_session()
    mine = row(service, booked(service, one))["id"]
    (message,) = service.book.rows("messages", lambda c: [c.about == mine])
    token = sign(link_keys(service.settings), Purpose.BOOKING, message["id"], service.clock.now + timedelta(days=60))
    office.set(message, "status", "sent")
    change(office, one)  # type: ignore[operator]
    page: httpx.Response = visit("GET", f"{service.url}{path(Purpose.BOOKING, token)}")
    assert heading(page.text) == says
    assert "can’t come" not in page.text
    assert "example.org/canary" not in page.text


def test_where_the_form_is_switched_off_nothing_is_booked_and_the_page_says_whom_to_ring(
    serve: Serve, tmp_path: Path
) -> None:
    told = tmp_path / "off.toml"
    words = (ROOT / "community.toml").read_text(encoding="utf-8")
    told.write_text(words.replace("[community]\n", '[community]\nforms_off = ["booking"]\n', 1), encoding="utf-8")
    shut = serve(environ={"COMMUNITY_TOML": str(told)})
    one = office_of(shut).make_session()
    page = visit("GET", f"{shut.url}{FORM}?for={one}").text
    assert "You can still book: we write you down." in page
    assert "tel:03002470050" in page
    assert "Helping in a crisis" not in page
