"""Every kind of line of Today: it counts what its list holds, and each thing in it can be finished, so that it goes."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

import community.casework as cw
from community.casework import training
from community.tables.verbs import Verb
from community.tables.vocabulary import LineKind, ReachBy
from dashboard import page_queues
from tests.casework.complaining import acknowledged, complained
from tests.casework.for_all_of_them import drove, paid_back
from tests.casework.life import LINES_OF_LISTINGS, over_for_the_nurse, referral_of
from tests.casework.office import Office
from tests.casework.rounds import handed_over, taken_over

FROM_THE_SHEET = {"conflict", "sheet_note"}
"""Their lines are finished where they stand: see tests/dashboard/test_today_sheet.py."""
Step = Callable[[Office, str], object]


def request(**values: object) -> Callable[[Office], str]:
    return lambda office: office.make_request(**values)


def need_of(office: Office, match: str) -> str:
    return str(office.row("matches", match)["need_id"])


def volunteer_of(office: Office, match: str) -> str:
    return str(office.row("matches", match)["volunteer_id"])


def triage(office: Office, one: str) -> object:
    return cw.triage(office.director, one, seen=office.status(one))


def close(office: Office, one: str) -> object:
    return cw.close_need(office.director, one, "unable")


def tried(office: Office) -> str:
    one = office.make_request()
    cw.no_answer(office.director, one, seen="new", again=office.clock() + timedelta(hours=1))
    return one


def odd(office: Office) -> str:
    one = office.make_request(flags=["too_fast"])
    triage(office, one)
    return one


def held(office: Office) -> str:
    one = office.make_request()
    cw.hold(office.director, "help_requests", one, office.clock() + timedelta(hours=1), seen="new")
    return one


def match(status: str, **values: object) -> Callable[[Office], str]:
    return lambda office: office.make_match(status, **values)


def need(*told: str, **values: object) -> Callable[[Office], str]:
    return lambda office: office.make_need(*told, **values)


def left(office: Office) -> str:
    one = office.make_match("active")
    cw.move_volunteer(office.director, volunteer_of(office, one), "left", seen="ready")
    return one


def covered(office: Office) -> str:
    one = office.make_match("active", task_type="phone_call", recurs="weekly")
    until = office.clock() + timedelta(hours=1)
    cw.hold(office.director, "volunteers", volunteer_of(office, one), until, seen="ready")
    cover = cw.choose(office.director, need_of(office, one), office.make_volunteer()).ids[0]
    cw.rang(office.director, cover, "yes", seen="approved")
    return cover


def loaded(office: Office) -> str:
    one = office.make_volunteer(how_many=9)
    for _ in range(4):
        helped = cw.choose(office.director, office.make_need(), one).ids[0]
        cw.rang(office.director, helped, "yes", seen="approved")
    return one


def check_ends(office: Office, volunteer: str, on: date) -> str:
    (check,) = office.book.rows("checks", lambda c: [c.volunteer_id == volunteer])
    office.set(check, "renew_on", on.isoformat())
    return volunteer


def unchecked(office: Office) -> str:
    one = office.make_match("active", task_type="phone_call")
    return check_ends(office, volunteer_of(office, one), date(2026, 11, 1))


def checked(office: Office, one: str) -> object:
    return cw.add_check(office.director, one, kind="dbs", level="enhanced_barred", seen_on=office.today)


def pair(office: Office) -> str:
    one = office.make_match("active", task_type="phone_call", recurs="weekly")
    cw.done(office.director, one, office.today, seen="active")
    (made,) = office.book.rows("pairs", lambda c: [c.volunteer_id == volunteer_of(office, one)])
    return str(made["id"])


def call(office: Office) -> str:
    return cw.log_contact(office.director, office.make_request(), words="She rings back", status="open").ids[0]


def to_tell(office: Office) -> str:
    one = office.make_match("accepted")
    cw.cancel(office.director, one, seen="accepted")
    (made,) = office.book.rows("contacts", lambda c: [c.about == one, c.status == "open"])
    return str(made["id"])


def organisation(office: Office) -> str:
    return office.book.append("organisations", {"name": "The Wren", "status": "offered"}, by="web").id


def service(office: Office) -> str:
    return office.book.append("services", {"name": "Soup", "status": "offered"}, by="web").id


def unsaid(office: Office) -> str:
    one = office.make_session(joining=None)
    office.make_booking(one)
    return one


def to_pass_on(office: Office) -> str:
    one = office.make_match("approved")
    office.set(office.row("volunteers", volunteer_of(office, one)), "telephone", "07700 900123")
    cw.offer(office.director, one, ReachBy.TEXT, seen="approved")
    return one


def message_of(office: Office, match: str) -> str:
    (made,) = office.book.rows("messages", lambda c: [c.about == match])
    return str(made["id"])


def passed_on(office: Office) -> str:
    one = to_pass_on(office)
    cw.pass_on(office.director, message_of(office, one))
    return one


def moved_to(status: str) -> Callable[[Office], str]:
    def made(office: Office) -> str:
        one = to_pass_on(office)
        office.set(office.row("messages", message_of(office, one)), "status", status)
        return one

    return made


def asked_again(office: Office, one: str) -> object:
    return cw.offer(office.director, one, ReachBy.TEXT, seen="offered"), passes_on_last(office, one)


def passes_on_last(office: Office, one: str) -> object:
    last = office.book.rows("messages", lambda c: [c.about == one], order="at")[-1]
    return cw.pass_on(office.director, str(last["id"]))


def new_number(office: Office, one: str) -> object:
    seen = office.row("volunteers", one)["telephone"]
    return cw.correct(office.director, "volunteers", one, "telephone", seen=seen, now="07700 900124")


def taken_up(office: Office, one: str) -> object:
    answers = {"by": "Jo at the desk", "on": office.today}
    return cw.happened(office.handler, Verb.REFERRAL_TAKEN_UP, one, answers)


def later(kind: str) -> Step:
    return lambda o, one: cw.snooze(o.director, one, kind, o.clock() + timedelta(days=7))


KINDS: dict[str, tuple[Callable[[Office], str], timedelta, Step]] = {
    "crisis": (request(flags=["crisis_words"]), timedelta(), triage),
    "past_promise": (request(), timedelta(days=3), triage),
    "new_request": (request(), timedelta(), triage),
    "no_answer_again": (tried, timedelta(hours=2), triage),
    "flagged": (odd, timedelta(), lambda o, one: cw.clear_flag(o.director, "help_requests", one, "too_fast")),
    "hold_ended": (held, timedelta(hours=2), triage),
    "no_hub": (request(hub=None), timedelta(), lambda o, one: cw.give_to_hub(o.director, one, "keynsham", seen="new")),
    "hub_need": (need("money_advice"), timedelta(), close),
    "promised": (
        left,
        timedelta(),
        lambda o, one: cw.choose(o.director, need_of(o, one), o.make_volunteer()),
    ),
    "cover_over": (covered, timedelta(hours=2), lambda o, one: cw.end_match(o.director, one, seen="accepted")),
    "carries_many": (loaded, timedelta(), later("carries_many")),
    "unmatched": (need("lift"), timedelta(), close),
    "proposal": (match("proposed"), timedelta(), lambda o, one: cw.approve(o.director, one)),
    "not_rung": (match("approved"), timedelta(), lambda o, one: cw.rang(o.director, one, "yes", seen="approved")),
    "message_by_hand": (to_pass_on, timedelta(), passes_on_last),
    "message_unsure": (
        moved_to("unknown"),
        timedelta(),
        lambda o, one: cw.settle_message(o.director, message_of(o, one), arrived=True),
    ),
    "message_back": (moved_to("bounced"), timedelta(), asked_again),
    "offer_unanswered": (passed_on, timedelta(days=5), lambda o, one: cw.rang(o.director, one, "yes", seen="offered")),
    "unreached": (lambda o: o.make_volunteer(unreached="text"), timedelta(), new_number),
    "resident_to_tell": (match("accepted"), timedelta(), lambda o, one: cw.resident_told(o.director, one)),
    "volunteer_to_tell": (match("active"), timedelta(), lambda o, one: cw.release(o.director, one, seen="active")),
    "was_it_done": (
        match("active"),
        timedelta(days=3),
        lambda o, one: cw.done(o.director, one, o.today, seen="active"),
    ),
    "check_missing": (unchecked, timedelta(), checked),
    "check_due": (
        lambda o: check_ends(o, o.make_volunteer(), o.today + timedelta(days=20)),
        timedelta(),
        checked,
    ),
    "pair_check": (pair, timedelta(days=29), lambda o, one: cw.pair_asked(o.director, one, None)),
    "contact_open": (call, timedelta(), lambda o, one: cw.deal_with_contact(o.director, one)),
    "tell_them": (to_tell, timedelta(), lambda o, one: cw.deal_with_contact(o.director, one)),
    "volunteer_new": (
        lambda o: o.make_volunteer(status="applied"),
        timedelta(),
        lambda o, one: cw.move_volunteer(o.director, one, "checking", seen="applied"),
    ),
    "organisation": (organisation, timedelta(), lambda o, one: cw.approve_organisation(o.director, one)),
    "service": (service, timedelta(), lambda o, one: cw.approve_service(o.director, one)),
    **LINES_OF_LISTINGS,
    "complaint": (complained, timedelta(), lambda o, one: cw.acknowledge_complaint(o.director, one)),
    "complaint_due": (acknowledged, timedelta(days=28), lambda o, one: cw.answer_complaint(o.director, one, "Sorry")),
    "referral_due": (referral_of, timedelta(days=9), taken_up),
    "referrer_due": (
        over_for_the_nurse,
        timedelta(),
        lambda o, one: cw.happened(o.handler, Verb.REFERRER_HEARS, one, {}),
    ),
    "hub_hands_over": (handed_over, timedelta(), taken_over),
    "session_over": (
        Office.make_session,
        timedelta(days=8),
        lambda o, one: training.session_held(o.director, one, [], seen="open"),
    ),
    "session_soon": (
        unsaid,
        timedelta(days=5),
        lambda o, one: training.change_session(o.director, one, seen={"joining": None}, now={"joining": "Ring twice"}),
    ),
    "booked_twice": (
        lambda o: o.make_booking(o.make_session(), "waiting", flags=["possible_double"]),
        timedelta(),
        lambda o, one: training.give_place(o.director, one),
    ),
    "money_open": (drove, timedelta(days=20), paid_back),
    "unused": (Office.make_volunteer, timedelta(days=20), lambda o, v: cw.log_contact(o.director, v, with_whom=v)),
}


def test_no_kind_of_line_is_left_out() -> None:
    assert KINDS.keys() | FROM_THE_SHEET == set(LineKind)


def counted(office: Office, kind: str) -> int:
    return sum(item.count for item in cw.today(office.director, office.clock()) if item.kind == kind)


def listed(office: Office, kind: str) -> int:
    """How long the list is that the line opens; of lines that stand on Today one by one, how many there are."""
    context, now = office.director, office.clock()
    if kind in page_queues.REQUESTS:
        return len(page_queues.request_lines(context, now, kind))
    if kind == "proposal":
        return len(page_queues.needs(context)["decide"])
    if kind in {"unused", "carries_many"}:
        return len(cw.unused_volunteers(context, now) if kind == "unused" else cw.carrying(context, now))
    return len([item for item in cw.today(context, now) if item.kind == kind])


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_counts_what_its_list_holds_and_goes_when_all_of_it_is_done(office: Office, kind: str) -> None:
    make, wait, finish = KINDS[kind]
    made = [make(office) for _ in range(3)]
    office.clock.now += wait
    for left_over in (3, 2, 1):
        assert counted(office, kind) == listed(office, kind) == left_over
        finish(office, made[left_over - 1])
    assert counted(office, kind) == listed(office, kind) == 0
