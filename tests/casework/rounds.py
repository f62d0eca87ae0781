"""Households on lists, food to be brought, requests of another hub, and somebody who wants to be erased: for tests."""

from collections.abc import Callable

import community.casework as cw
from community.tables.row_types import ComplaintValues
from community.tables.support_vocabulary import RoundWay
from community.tables.verbs import Verb
from tests.casework.office import ELSEWHERE, HUB, Office


def household(office: Office, **told: object) -> str:
    """A household on a list of our hub that may be rung."""
    number = office.book.count("households")
    values: dict[str, object] = {
        "name": "Hattie Home",
        "telephone": f"07700 9001{number:02}",
        "postcode": "BA2 4AA",
        "address": f"{number + 1} Widcombe Hill, Bath",
        "lawful_basis": "legitimate_interests",
        "delete_by": "2027-02-10",
        "hub": HUB,
        "status": "listed",
    }
    return office.book.append("households", values | told, by="Dora").id


def parcel(office: Office, **told: object) -> str:
    """A match that brings food today; its id."""
    match = office.make_match("active", task_type="food_parcel", **told)
    cw.agree_day(office.director, match, office.today, seen="active")
    return match


def erasure_wanted(office: Office) -> str:
    """A request to be erased, of a resident who is known."""
    who = str(office.row("needs", office.make_need("phone_call"))["resident_id"])
    told: ComplaintValues = {"kind": "data_erasure", "words": "Take me off, please"}
    return cw.take_complaint(office.handler, told, key="erase", about=who).ids[0]


def handed_over(office: Office) -> str:
    """A request that our hub gave to another; the row of whoever receives it."""
    request = office.make_request()
    cw.give_to_hub(office.coordinator, request, ELSEWHERE, seen="new")
    return str(office.book.rows("referrals", lambda c: [c.direction == "in"])[-1]["id"])


def taken_over(office: Office, one: str) -> None:
    """The other hub says that they have it."""
    cw.happened(office.neighbour, Verb.REFERRAL_TAKEN_UP, one, {"by": "Nell", "on": office.today})


def _shared(office: Office) -> Callable[[cw.WorkContext], object]:
    one = household(office)
    return lambda desk: cw.share_out(desk, RoundWay.CALL, [one], ["Cora"], [])


def _tried(office: Office) -> Callable[[cw.WorkContext], object]:
    one = household(office)
    return lambda desk: cw.write_outreach_result(desk, one, cw.OutreachResult.NO_ANSWER, seen="listed")


def _packed(office: Office) -> Callable[[cw.WorkContext], object]:
    match = parcel(office)
    return lambda desk: cw.pack_parcels(desk, [match], office.today)


def _erasure(office: Office) -> Callable[[cw.WorkContext], object]:
    one = erasure_wanted(office)
    return lambda desk: cw.ask_erasure(desk, one, seen="received")


ATTEMPTS_AT_ROUNDS = {
    Verb.SHARE_OUT.value: _shared,
    Verb.OUTREACH.value: _tried,
    Verb.PACK.value: _packed,
    Verb.ASK_ERASURE.value: _erasure,
}
