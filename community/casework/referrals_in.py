"""Somebody was sent to us: whoever sent them hears that we have it, and what came of it only as the resident agrees."""

from community.casework.casework_errors import NotNow
from community.casework.contact_safety import safe_contact
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent
from community.casework.referral_kept import names_home, told_id
from community.casework.referral_words import PROTECTED, WAYS
from community.settings.response_promise import answer_by
from community.tables.canonical import moment
from community.tables.ids import derive
from community.tables.row_types import (
    ContactRow,
    ContactValues,
    HelpRequestRow,
    ReferralRow,
    ReferralValues,
    ResidentRow,
)
from community.tables.statuses import ContactStatus, ReferralStatus, RequestStatus
from community.tables.support_vocabulary import ReferralKind
from community.tables.verbs import Verb
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction
from community.wording import moment_words

_WAY = LifeAsk("way", AskKind.ONE_OF, "How do you tell them? By telephone, unless you choose", codes=WAYS, labels="way")
_NOT_TOLD = "They do not agree that whoever sent them hears it"


def has_referrer(request: HelpRequestRow) -> bool:
    """Whether somebody asked on another's behalf."""
    return bool(request.referrer_name or request.referrer_telephone or request.referrer_email)


def referral_of_request(request_id: str) -> str:
    """The id of what is kept of whoever sent this request."""
    return derive("F", "sent to us", request_id)


def _may_be_told(request: HelpRequestRow) -> bool:
    return has_referrer(request) and request.resident_id is not None


def _knows(happening: Happening) -> None:
    request, unit, told = happening.unit.read(HelpRequestRow, happening.row.id), happening.unit, happening.told
    one = referral_of_request(request.id)
    if unit.reader.get(ReferralRow, one) is not None:
        raise NotNow("They know already: it stands among the referrals that were sent to us.")
    values: ReferralValues = {
        "kind": ReferralKind.SERVICE,
        "direction": Direction.IN,
        "resident_id": request.resident_id,
        "request_id": request.id,
        "service": told.said("organisation") or request.referrer_who,
        "agreed": request.agreed_how,
        "hub": request.hub,
        "status": ReferralStatus.ACKNOWLEDGED,
        "acknowledged_by": unit.context.user.name,
        "acknowledged_on": happening.today,
    }
    unit.add(ReferralRow, values, one)
    _log(happening, one, told_id(one), _knows_words(happening))


def _log(happening: Happening, referral_id: str, entry: str, words: str) -> None:
    log: ContactValues = {
        "about": referral_id,
        "way": ContactWay(happening.told.said("way") or ContactWay.TELEPHONE),
        "direction": Direction.OUT,
        "outcome": ContactOutcome.TOLD,
        "words": words,
        "status": ContactStatus.DEALT_WITH,
    }
    happening.unit.add(ContactRow, log, entry)


def _knows_words(happening: Happening) -> str:
    """What whoever sent somebody hears at once: nothing about that person that they did not say themselves."""
    request, community = (
        happening.unit.read(HelpRequestRow, happening.row.id),
        happening.unit.context.settings.community,
    )
    by = moment_words(answer_by(community, moment(request.at), request.urgency))
    rings = f" A person is in touch with them by {by}." if request.status == RequestStatus.NEW else ""
    return (
        f"This is {community.name}. Thank you: we have what you asked us for somebody. The reference is {request.id}."
        f"{rings} What comes of it they tell you, or we do if they agree. You can ring us on {community.telephone}."
    )


def _hears(happening: Happening) -> None:
    referral, unit, told = happening.unit.read(ReferralRow, happening.row.id), happening.unit, happening.told
    agrees = told.yes("may_hear")
    if agrees and not (told.said("agreed") and told.said("words")):
        raise NotNow("Write down how they agreed, and what whoever sent them hears.")
    if not agrees and told.said("words"):
        raise NotNow("They do not agree, so nothing is said. Leave the words out.")
    resident = unit.read(ResidentRow, referral.resident_id or "")
    words = told.said("words") or ""
    if safe_contact(resident).protected and names_home(resident, words):
        raise NotNow(PROTECTED)
    unit.move(referral, ReferralStatus.CLOSED)
    unit.set(referral, "outcome", words or _NOT_TOLD)
    if agrees:
        unit.set(referral, "agreed", told.said("agreed"))
        _log(happening, referral.id, derive("C", "referrer hears", referral.id, unit.at), words)


def _hears_words(happening: Happening) -> str:
    community, words = happening.unit.context.settings.community, happening.told.said("words")
    if words is None:
        return (
            f"This is {community.name}. We have been in touch with the person for whom you asked. More than that they "
            "would tell you themselves."
        )
    return f"This is {community.name}. They agree that you hear this: {words}"


EVENTS = (
    LifeEvent(
        Verb.REFERRER_KNOWS,
        HelpRequestRow,
        _knows,
        (
            LifeAsk("organisation", AskKind.LINE, "Where do they work? A surgery, a ward, a charity"),
            _WAY,
        ),
        _may_be_told,
        says=_knows_words,
    ),
    LifeEvent(
        Verb.REFERRER_HEARS,
        ReferralRow,
        _hears,
        (
            LifeAsk("may_hear", AskKind.YES, "The resident agrees that whoever sent them hears what came of it"),
            LifeAsk("agreed", AskKind.LINE, "How did they agree?"),
            LifeAsk("words", AskKind.WORDS, "What do they hear? No more than that"),
            _WAY,
        ),
        lambda one: (
            one.direction == Direction.IN and one.kind != ReferralKind.HUB and one.status != ReferralStatus.CLOSED
        ),
        says=_hears_words,
    ),
)  # fmt: skip
