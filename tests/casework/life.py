"""What happens in a life, as tests write it down."""

from collections.abc import Callable, Collection
from datetime import date, timedelta
from functools import partial

import community.casework as cw
from community.book import Action
from community.casework.actions import ACTIONS
from community.tables.support_vocabulary import AtRiskIn
from community.tables.verbs import Verb
from tests.casework.directory import role
from tests.casework.office import TODAY, Office
from tests.casework.rounds import ATTEMPTS_AT_ROUNDS


def died(context: cw.WorkContext, one: str, on: date | None, knowing: Collection[str] | None = None) -> Action:
    return cw.happened(context, Verb.DIED, one, {"on": on}, knowing=knowing)


def moved_away(context: cw.WorkContext, one: str, on: date | None) -> Action:
    return cw.happened(context, Verb.MOVED_AWAY, one, {"on": on})


def foresee_death(context: cw.WorkContext, one: str, on: date) -> cw.Aftermath:
    return cw.foresee_event(context, Verb.DIED, one, {"on": on})


SOON = TODAY + timedelta(days=9)
Prepared = tuple[str, dict[str, object]]


def _resident(office: Office) -> str:
    return str(office.row("needs", office.make_need("phone_call"))["resident_id"])


def _lives(**answers: object) -> Callable[[Office], Prepared]:
    return lambda office: (_resident(office), answers)


def _household(office: Office) -> Prepared:
    one, other = _resident(office), _resident(office)
    cw.happened(office.director, Verb.LIVE_TOGETHER, one, {"other": other, "is_cared_for": True})
    return one, {"other": other}


def _gone_away(office: Office) -> Prepared:
    one = _resident(office)
    cw.happened(office.director, Verb.AWAY, one, {"until": SOON})
    return one, {}


def _cared_for(office: Office) -> Prepared:
    return _household(office)[0], {"tasks": ["shopping"]}


def pair_of(office: Office) -> str:
    """A lasting pair, between whom a weekly call goes on."""
    cw.done(office.director, office.make_match("active", task_type="phone_call"), TODAY, seen="active", again=SOON)
    return str(office.book.rows("pairs")[-1]["id"])


def _need(office: Office) -> Prepared:
    return office.make_need("phone_call"), {"why": "Nobody drives so far", "waits_until": SOON}


AGREED: dict[str, object] = {"agreed_by": "themselves", "agreed": "On the telephone", "may_tell": ["telephone"]}
"""Somebody's leave to be passed on."""


def referral_of(office: Office) -> str:
    need = office.make_need("phone_call")
    answers = {"why": "We do not fit rails", "service": "Care and Repair", **AGREED}
    cw.happened(office.coordinator, Verb.UNABLE, need, answers)
    return str(office.book.rows("referrals")[-1]["id"])


def sent_to_us(office: Office) -> str:
    """A request that a nurse sent, and that was accepted."""
    nurse = {"referrer_name": "Nia Nurse", "referrer_who": "A nurse", "referrer_telephone": "01632 960790"}
    one = office.make_request(tasks=["phone_call"], for_whom="somebody_else", they_agree="yes", **nurse)
    cw.triage(office.director, one, seen="new", resident="new", needs=[cw.NeedAsked("phone_call")])
    return one


def referral_in(office: Office) -> str:
    cw.happened(office.handler, Verb.REFERRER_KNOWS, sent_to_us(office), {})
    return str(office.book.rows("referrals")[-1]["id"])


def over_for_the_nurse(office: Office) -> str:
    """The same, once the help is over."""
    one = referral_in(office)
    request = office.row("referrals", one)["request_id"]
    for need in office.book.rows("needs", lambda c: [c.request_id == request]):
        cw.close_need(office.director, str(need["id"]), "unable")
    return one


def key_of(office: Office, **answers: object) -> str:
    told: dict[str, object] = {"kind": "key", "label": "A7", "agreed": "At her kitchen table"}
    cw.happened(office.coordinator, Verb.KEEP_KEY, _resident(office), told | answers)
    return str(office.book.rows("door_keys")[-1]["id"])


def accident_of(office: Office) -> str:
    answers = {"kind": "dog_bite", "on": TODAY, "what": "A terrier, on the stairs"}
    cw.happened(office.handler, Verb.ACCIDENT, office.make_volunteer(), answers)
    return str(office.book.rows("accidents")[-1]["id"])


def charter_member(office: Office) -> str:
    told = {"name": "Chapel Row Choir", "telephone": "01632 960777", "status": "approved"}
    return office.book.append("organisations", told, by="web").id


def enquiry_of(office: Office, *, introduced: bool = False) -> str:
    """A volunteer who would like a role; `introduced`, with their leave, to the organisation."""
    cw.happened(office.handler, Verb.ENQUIRE, office.make_volunteer(), {"role": role(office)})
    one = str(office.book.rows("enquiries")[-1]["id"])
    if introduced:
        cw.happened(office.coordinator, Verb.INTRODUCE, one, {"agreed": "By telephone", "may_tell": ["telephone"]})
    return one


def offer_of(office: Office, **told: object) -> str:
    """A heater that a member shares."""
    values = {"name": "A heater", "kind": "member_offer", "status": "approved", "checked_on": TODAY}
    return office.book.append("services", values | told, by="web").id


PREPARED: dict[Verb, Callable[[Office], Prepared]] = {
    Verb.AWAY: _lives(until=SOON, where="Ward 4", animals="A cat, and the neighbour feeds it"),
    Verb.HOME_AGAIN: _gone_away,
    Verb.DISCHARGE: _lives(home_on=SOON, ward="Ward 4, 01632 960555", tasks=["shopping"]),
    Verb.NOBODY_OPENS: _lives(tried="Rang twice"),
    Verb.INTO_A_HOME: _lives(address="The Limes, 2 High Street", staff="Sister Moore", agreed=True, ends=True),
    Verb.AT_RISK: _lives(at_risk_in=["snow", "heat"]),
    Verb.TALKS_THROUGH: _lives(through="sign_language", interpreter="Ida, 01632 960556", grown_up=True),
    Verb.LIMIT_CALLS: _lives(limits="One call a day, at ten, with Hal", review=SOON, why="Shouted"),
    Verb.LIVE_TOGETHER: lambda office: (_resident(office), {"other": _resident(office), "cares": True}),
    Verb.LIVE_APART: _household,
    Verb.CARER_DOWN: _cared_for,
    Verb.KIN: lambda office: (office.make_volunteer(), {"resident": _resident(office)}),
    Verb.DIED: lambda office: (office.make_volunteer(), {"on": TODAY}),
    Verb.MOVED_AWAY: lambda office: (office.make_volunteer(), {"on": TODAY}),
    Verb.ILL: lambda office: (office.make_volunteer(), {"until": SOON, "not_heard": True}),
    Verb.DRIVES_NO_MORE: lambda office: (office.make_volunteer(), {"why": "A scrape"}),
    Verb.SUPPORT: lambda office: (
        office.make_volunteer(),
        {"support_needs": "Short tasks, told in writing", "buddy": office.make_volunteer()},
    ),
    Verb.CHAMPION: lambda office: (office.make_volunteer(), {"streets": "Widcombe Hill"}),
    Verb.PLAN_GOODBYE: lambda office: (pair_of(office), {"ends_on": SOON}),
    Verb.PAIR_COVER: lambda office: (pair_of(office), {"cover": office.make_volunteer()}),
    Verb.PART: lambda office: (pair_of(office), {"talk": "Gifts", "part": True}),
    Verb.UNABLE: _need,
    Verb.REFER: _lives(for_what="Rails for the bath", service="Care and Repair", pounds=150, **AGREED),
    Verb.REFERRAL_TAKEN_UP: lambda office: (referral_of(office), {"by": "Jo at the desk", "on": TODAY}),
    Verb.REFERRAL_OVER: lambda office: (referral_of(office), {"outcome": "Rails fitted"}),
    Verb.REFERRER_KNOWS: lambda office: (sent_to_us(office), {"organisation": "Pulteney Surgery"}),
    Verb.REFERRER_HEARS: lambda office: (
        referral_in(office),
        {"may_hear": True, "agreed": "By telephone", "words": "Somebody rings her on Fridays"},
    ),
    Verb.ORGANISATION_ASKS: lambda office: (charter_member(office), {"task": "shopping", "many": 20}),
    Verb.KEEP_KEY: _lives(kind="key", label="A7", agreed="At her kitchen table"),
    Verb.KEY_OUT: lambda office: (key_of(office), {"to": office.make_volunteer()}),
    Verb.KEY_BACK: lambda office: (key_of(office), {"on": TODAY}),
    Verb.KEY_LOST: lambda office: (key_of(office), {}),
    Verb.ACCIDENT: _lives(kind="fall", on=TODAY, what="On the ice", insurer=True),
    Verb.INSURER_TOLD: lambda office: (accident_of(office), {"on": TODAY, "reference": "Q 71"}),
    Verb.ENQUIRE: lambda office: (office.make_volunteer(), {"role": role(office)}),
    Verb.INTRODUCE: lambda office: (enquiry_of(office), {"agreed": "By telephone", "may_tell": ["telephone"]}),
    Verb.PLACED: lambda office: (enquiry_of(office, introduced=True), {"on": TODAY}),
    Verb.NOT_TAKEN_UP: lambda office: (enquiry_of(office), {"why": "Too far"}),
    Verb.NEW_LOCAL_CONTACT: lambda office: (charter_member(office), {"name": "Nora New", "since": TODAY}),
    Verb.LEND_OFFER: lambda office: (
        offer_of(office),
        {"resident": _resident(office), "since": TODAY, "agreed": True},
    ),
    Verb.CLOSE_ACCIDENT: lambda office: (accident_of(office), {"outcome": "Healed"}),
}
"""By event, somebody or something to whom it may happen, and the answers."""


def _happens(verb: Verb) -> Callable[[Office], Callable[[cw.WorkContext], object]]:
    def prepare(office: Office) -> Callable[[cw.WorkContext], object]:
        one, answers = PREPARED[verb](office)
        return lambda context: cw.happened(context, verb, one, answers)

    return prepare


def _ring_round(office: Office) -> Callable[[cw.WorkContext], object]:
    one, answers = PREPARED[Verb.AT_RISK](office)
    cw.happened(office.handler, Verb.AT_RISK, one, answers)
    return lambda context: cw.begin_ring_round(context, AtRiskIn.SNOW, [one])


ATTEMPTS_AT_LIFE = {verb.value: _happens(verb) for verb in PREPARED} | {
    Verb.RING_ROUND.value: _ring_round,
    **ATTEMPTS_AT_ROUNDS,
}


def steps_of_lives(office: Office, resident: str) -> dict[str, Callable[[], object]]:
    """By verb, what happens in lives and the matching does not follow, each to somebody of its own, who is there
    already, and what is lent to this resident."""
    director, lent = office.director, list[str]()
    ready = {
        verb: prepare(office) for verb, prepare in ATTEMPTS_AT_LIFE.items() if not ACTIONS[Verb(verb)].changes_board
    }
    return {
        **{verb: partial(attempt, director) for verb, attempt in ready.items()},
        "lend": lambda: lent.append(cw.lend(director, resident, "Heater 7", TODAY).ids[0]),
        "loan_lost": lambda: cw.loan_lost(director, lent[0]),
        "loan_back": lambda: cw.loan_back(director, lent[0], TODAY, seen="lost"),
    }


LINES_OF_LISTINGS: dict[str, tuple[Callable[[Office], str], timedelta, Callable[[Office, str], object]]] = {
    "service_due": (
        lambda o: offer_of(o, checked_on=None),
        timedelta(),
        lambda o, one: cw.check_service(o.director, one),
    ),
    "role": (lambda o: role(o, "offered"), timedelta(), lambda o, one: cw.approve_role(o.director, one)),
    "enquiry": (
        enquiry_of,
        timedelta(),
        lambda o, one: cw.happened(o.director, Verb.NOT_TAKEN_UP, one, {"why": "Too far"}),
    ),
}
"""By kind of line of Today about roles and what is printed: a record that has one, how long it waits, and its end."""
