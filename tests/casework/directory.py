"""What the director does about what the site prints: a service, an organisation; one step after the other."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import community.casework as cw
from community.casework import newsletter, training
from community.tables.row_types import BookingValues
from tests.casework.office import TODAY, Office


def steps_beside_help(
    office: Office, service: str, organisation: str, volunteer: str, match: str
) -> dict[str, Callable[[], object]]:
    """By verb, the steps about a service and an organisation, about a session, and about words on a match."""
    entry = steps_of_an_entry(office.director, service, organisation)
    roles = {verb: partial(prepare(office), office.director) for verb, prepare in ATTEMPTS_AT_ROLES.items()}
    beside = entry | roles | steps_of_a_session(office.director, volunteer) | steps_of_words(office, match)
    return beside | steps_of_the_newsletter(office)


def steps_of_the_newsletter(office: Office) -> dict[str, Callable[[], object]]:
    """By verb, the steps of somebody who asks for the newsletter."""
    one = office.book.append("subscribers", {"email": "ned@example.org", "status": "asked"}, by="web").id

    def confirm() -> None:
        (link,) = office.book.rows("messages", lambda c: [c.to_whom == one])
        newsletter.confirm_newsletter(office.director, link["id"])

    return {"settle_newsletter": lambda: newsletter.settle_newsletter(office.director), "confirm_newsletter": confirm}


def steps_of_an_entry(director: cw.WorkContext, service: str, organisation: str) -> dict[str, Callable[[], object]]:
    """By verb, each step about a service and an organisation that were offered, and about a new service."""
    return {
        "add_service": lambda: cw.add_service(director, {"name": "The Minibus", "kind": "service"}, ["lifts"]),
        "approve_service": lambda: cw.approve_service(director, service),
        "check_service": lambda: cw.check_service(director, service),
        "withdraw_service": lambda: cw.withdraw_service(director, service, seen="approved"),
        "approve_organisation": lambda: cw.approve_organisation(director, organisation),
        "withdraw_organisation": lambda: cw.withdraw_organisation(director, organisation, seen="approved"),
    }


def steps_of_a_session(director: cw.WorkContext, volunteer: str) -> dict[str, Callable[[], object]]:
    """By verb, each step about a session and the places at it that the matching does not read."""
    made: list[str] = []
    bea: BookingValues = {"name": "Bea", "email": "bea@example.org"}

    def plan() -> None:
        starts = director.clock() + timedelta(days=3)
        made.extend(
            training.plan_session(director, {"name": "Tea", "kind": "event", "starts_at": starts, "places": 1}).ids
        )

    def book() -> None:
        for _ in range(3):
            made.extend(one for one in training.book_place(director, made[0], bea).ids if one.startswith("B-"))

    def by_link() -> None:
        (message,) = director.book.rows("messages", lambda c: [c.about == made[2], c.status != "withdrawn"])
        training.cancel_by_link(director, message["id"])

    def give() -> None:
        came = {"name": "Bob", "email": "bob@example.org", "session_id": made[0], "status": "waiting"}
        one = director.book.append("bookings", came, by="web").id
        training.fill_places(director, made[0])
        row = director.book.get("bookings", one)
        assert row is not None
        assert row["status"] == "booked"

    def pass_a_module() -> None:
        training.record_module(
            director, "welcome", "Welcome", key="A", name="Bea", reference=volunteer, score=80, too_many=False
        )

    return {
        "record_module": pass_a_module,
        "plan_session": plan,
        "announce_session": lambda: training.announce_session(director, made[0]),
        "book_place": book,
        "link_booking": lambda: training.link_booking(director, made[1], volunteer, seen=None),
        "cancel_booking": lambda: training.cancel_booking(director, made[1], seen="booked"),
        "cancel_by_link": by_link,
        "change_session": lambda: training.change_session(director, made[0], seen={"places": 1}, now={"places": 2}),
        "give_place": give,
        "call_off_session": lambda: training.call_off_session(director, made[0], seen="full"),
    }


def steps_of_words(office: Office, match: str) -> dict[str, Callable[[], object]]:
    """By verb, each step on which people's words about this match come to the site and leave it."""
    director = office.director
    said = {"words": "Thank you.", "may_publish": "without_name", "about": match, "status": "given"}
    words = office.book.append("feedback", said, by="web").id
    return {
        "choose_words": lambda: cw.choose_words(director, words, "Thank you.", seen="given"),
        "print_words": lambda: cw.print_words(director, words, "Thank you.", seen="may_publish"),
        "take_off_words": lambda: cw.take_off_words(director, words, seen="published"),
    }


def _said(office: Office, status: str = "given") -> str:
    match = office.make_match("active")
    resident = office.row("needs", office.row("matches", match)["need_id"])["resident_id"]
    told = {"words": "Thank you.", "may_publish": "without_name", "about": match, "from_whom": resident}
    return office.book.append("feedback", told | {"status": status}, by="web").id


def _choose(office: Office) -> Callable[[cw.WorkContext], object]:
    one = _said(office)
    return lambda d: cw.choose_words(d, one, "Thank you.", seen="given")


def _print(office: Office) -> Callable[[cw.WorkContext], object]:
    one = _said(office, "may_publish")
    return lambda d: cw.print_words(d, one, "Thank you.", seen="may_publish")


def _take_off(office: Office) -> Callable[[cw.WorkContext], object]:
    one = _said(office)
    return lambda d: cw.take_off_words(d, one, seen="given")


def role(office: Office, status: str = "approved", **told: object) -> str:
    """A volunteering role of no organisation in particular."""
    values = {"name": "Minibus driver", "telephone": "01632 960700", "contact_name": "Mo Wren", "status": status}
    return office.book.append("opportunities", values | {"checked_on": TODAY} | told, by="web").id


def _add_role(_: Office) -> Callable[[cw.WorkContext], object]:
    return lambda d: cw.add_role(d, {"name": "Minibus driver"})


def _approve_role(office: Office) -> Callable[[cw.WorkContext], object]:
    one = role(office, "offered")
    return lambda d: cw.approve_role(d, one)


def _withdraw_role(office: Office) -> Callable[[cw.WorkContext], object]:
    one = role(office)
    return lambda d: cw.withdraw_role(d, one, seen="approved")


def _check_role(office: Office) -> Callable[[cw.WorkContext], object]:
    one = role(office)
    return lambda d: cw.check_role(d, one)


ATTEMPTS_AT_WORDS = {"choose_words": _choose, "print_words": _print, "take_off_words": _take_off}
ATTEMPTS_AT_ROLES = {
    "add_role": _add_role,
    "approve_role": _approve_role,
    "withdraw_role": _withdraw_role,
    "check_role": _check_role,
}
