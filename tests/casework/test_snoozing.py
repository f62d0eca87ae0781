"""Each kind of line has something that takes it off Today; what somebody was asked comes back on its day."""

from datetime import datetime, timedelta

import pytest

import community.casework as cw
from community.tables.vocabulary import PUT_OFF, LineKind, ReachBy
from tests.casework.directory import role
from tests.casework.life import enquiry_of, offer_of, over_for_the_nurse, referral_of
from tests.casework.office import ELSEWHERE, TODAY, Office

STEPS = {
    *("crisis", "past_promise", "new_request", "no_answer_again", "hold_ended", "no_hub", "flagged"),
    *("message_by_hand", "message_unsure", "message_back"),
    *(
        "hub_need",
        "promised",
        "unmatched",
        "proposal",
        "conflict",
        "sheet_note",
        "tell_them",
        "complaint",
        "complaint_due",
    ),
    *("session_over", "session_soon", "booked_twice", "money_open", "hub_hands_over"),
}
"""Kinds with a step of their own: an answer, a wait until a day, a decision."""


def on(office: Office, kind: str, context: cw.WorkContext | None = None) -> list[cw.WorklistItem]:
    return [item for item in cw.today(context or office.director, office.clock()) if item.kind == kind]


def in_a_fortnight(office: Office) -> datetime:
    return office.clock.now + timedelta(days=14)


def make(office: Office, kind: str) -> None:  # noqa: C901 (one case for each kind)
    """Let a line of this kind come up."""
    match kind:
        case "not_rung":
            office.make_match("approved")
        case "offer_unanswered":
            match = office.make_match("approved")
            volunteer = office.row("volunteers", office.row("matches", match)["volunteer_id"])
            office.set(volunteer, "telephone", "07700 900123")
            made = cw.offer(office.director, match, ReachBy.TEXT, seen="approved")
            cw.pass_on(office.director, made.ids[0])
            office.clock.pass_(days=5)
        case "referrer_due":
            over_for_the_nurse(office)
        case "referral_due":
            referral_of(office)
            office.clock.pass_(days=9)
        case "unreached":
            office.make_volunteer(unreached="email")
        case "resident_to_tell":
            office.make_match("accepted")
        case "volunteer_to_tell":
            office.make_match("active")
        case "was_it_done" | "pair_check":
            match = office.make_match("active", task_type="phone_call")
            if kind == "pair_check":
                cw.done(office.director, match, TODAY, seen="active")
            office.clock.pass_(days=30)
        case "contact_open":
            cw.log_contact(office.director, office.make_request(), direction="in", status="open")
        case "check_missing":
            match = office.make_match("active")
            volunteer = office.row("matches", match)["volunteer_id"]
            office.set(office.book.rows("checks", lambda c: [c.volunteer_id == volunteer])[0], "renew_on", "2026-11-20")
        case "check_due":
            told = {"kind": "dbs", "level": "basic", "seen_on": TODAY, "renew_on": TODAY + timedelta(days=20)}
            cw.add_check(office.director, office.make_volunteer(dbs=None), **told)  # type: ignore[arg-type]
        case "volunteer_new":
            office.make_volunteer(status="applied")
        case "organisation":
            office.book.append("organisations", {"name": "Chapel Row Choir", "status": "offered"}, by="web")
        case "service":
            office.book.append("services", {"name": "Soup", "status": "offered"}, by="web")
        case "service_due":
            offer_of(office, checked_on=None)
        case "role":
            role(office, "offered")
        case "enquiry":
            enquiry_of(office)
        case "unused":
            office.make_volunteer()
            office.clock.pass_(days=15)
        case "carries_many":
            volunteer = office.make_volunteer(how_many=9)
            for _ in range(4):
                need = office.make_need()
                match = cw.choose(office.director, need, volunteer).ids[0]
                cw.rang(office.director, match, "yes", seen="approved")
        case "cover_over":
            match = office.make_match("active", task_type="phone_call")
            one = office.row("matches", match)
            cw.hold(
                office.director, "volunteers", one["volunteer_id"], office.clock.now + timedelta(days=2), seen="ready"
            )
            cover = cw.choose(office.director, one["need_id"], office.make_volunteer()).ids[0]
            cw.rang(office.director, cover, "yes", seen="approved")
            office.clock.pass_(days=3)


@pytest.mark.parametrize("kind", PUT_OFF)
def test_what_was_asked_leaves_today_and_comes_back_on_its_day(office: Office, kind: str) -> None:
    make(office, kind)
    (item,) = on(office, kind)
    done = cw.snooze(office.director, item.id, kind, in_a_fortnight(office), words="They will ring back")
    assert not on(office, kind)
    cw.undo(office.director, done.id)
    assert on(office, kind) == [item] or on(office, kind)[0].id == item.id
    cw.snooze(office.director, item.id, kind, in_a_fortnight(office))
    office.clock.pass_(days=15)
    assert on(office, kind)[0].id == item.id


def test_no_kind_of_line_stays_for_ever() -> None:
    assert set(LineKind) == STEPS | set(PUT_OFF)


def test_those_who_were_asked_are_counted_no_more_and_the_others_are(office: Office) -> None:
    first, second, third = (office.make_volunteer() for _ in range(3))
    office.clock.pass_(days=15)
    (line,) = on(office, "unused")
    assert (line.count, line.people) == (3, {first, second, third})
    cw.snooze(office.coordinator, second, "unused", in_a_fortnight(office))
    (line,) = on(office, "unused")
    assert (line.count, set(cw.unused_volunteers(office.director, office.clock()))) == (2, {first, third})


def test_asking_whether_it_is_too_much_is_no_asking_for_help(office: Office) -> None:
    make(office, "carries_many")
    (item,) = on(office, "carries_many")
    cw.snooze(office.director, item.id, "carries_many", in_a_fortnight(office))
    assert not office.book.rows("contacts", lambda c: [c.until.is_not(None), c.with_whom.is_not(None)])


def test_a_line_that_is_gone_or_another_hub_s_is_not_put_off(office: Office) -> None:
    volunteer = office.make_volunteer(status="applied", hub=ELSEWHERE)
    with pytest.raises(cw.NotFound):
        cw.snooze(office.coordinator, volunteer, "volunteer_new", in_a_fortnight(office))
    cw.snooze(office.director, volunteer, "volunteer_new", in_a_fortnight(office))
    with pytest.raises(cw.NotNow):
        cw.snooze(office.director, volunteer, "volunteer_new", in_a_fortnight(office))
    assert not on(office, "volunteer_new", office.neighbour), "it leaves for everybody"


@pytest.mark.parametrize("days", [None, 0, -1, 400])
def test_it_comes_back_on_a_day_to_come_within_a_year(office: Office, days: int | None) -> None:
    volunteer = office.make_volunteer(status="applied")
    until = None if days is None else office.clock.now + timedelta(days=days)
    with pytest.raises(cw.NotNow):
        cw.snooze(office.director, volunteer, "volunteer_new", until)
    assert on(office, "volunteer_new")


def test_what_waits_for_an_answer_is_not_put_off_like_this(office: Office) -> None:
    request = office.make_request()
    with pytest.raises(cw.NotNow):
        cw.snooze(office.director, request, "new_request", in_a_fortnight(office))
