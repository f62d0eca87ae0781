"""Who would like a volunteering role: asked, introduced to the organisation with their leave, placed there, or over."""

from collections.abc import Iterator, Mapping
from typing import Any

from community.casework.casework_errors import NotNow
from community.casework.concern_caution import SPEAK_FIRST, is_cautioned
from community.casework.contact_safety import SafeContact, safe_contact
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, may_help
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.listing_days import is_open_role
from community.tables.row_types import (
    ContactRow,
    ContactValues,
    EnquiryRow,
    EnquiryValues,
    OpportunityRow,
    OrganisationRow,
    VolunteerRow,
)
from community.tables.statuses import ContactStatus, EnquiryStatus, ListingStatus
from community.tables.support_vocabulary import MayTell
from community.tables.verbs import Verb, verb_of
from community.tables.vocabulary import ContactOutcome, ContactWay, Direction, ReachBy, YesNo
from community.wording import wording

_MAY_TELL = (MayTell.TELEPHONE.value, MayTell.EMAIL.value)
_WAYS = (ReachBy.TELEPHONE.value, ReachBy.EMAIL.value, ReachBy.LETTER.value)
_CLOSED = "This role is not open: nobody has approved it, it was closed, or its last day is over."


def _enquires(happening: Happening) -> None:
    """Write down who would like which role. A volunteer of ours is known by their record, and nothing is copied."""
    unit, told, row = happening.unit, happening.told, happening.row
    of_volunteer = isinstance(row, VolunteerRow)
    role = unit.read(OpportunityRow, told.said("role") or "") if of_volunteer else unit.read(OpportunityRow, row.id)
    whose = row.id if of_volunteer else told.said("volunteer")
    if not is_open_role(role, happening.today.isoformat()):
        raise NotNow(_CLOSED)
    volunteer = unit.take(VolunteerRow, whose) if whose else None
    if volunteer is None and not (told.said("name") and (told.said("telephone") or told.said("email"))):
        raise NotNow("Write down who it is, with a number or an email address; or choose one of our volunteers.")
    if volunteer is not None and not may_help(volunteer):
        raise NotNow("They have stopped volunteering, or are not here any more.")
    if volunteer is not None and unit.reader.count(EnquiryRow, lambda c: _goes_on(c, role.id, volunteer.id)):
        raise NotNow("That is written down already: they asked for this role.")
    values: EnquiryValues = {
        "opportunity_id": role.id,
        "volunteer_id": volunteer.id if volunteer else None,
        "hub": volunteer.hub if volunteer else role.hub or unit.context.user.hub,
        "words": told.said("words"),
        "status": EnquiryStatus.ENQUIRED,
    }
    if volunteer is None:
        values |= {"name": told.said("name"), "telephone": told.said("telephone"), "email": told.said("email")}
    unit.add(EnquiryRow, values)


def _goes_on(c: Any, role_id: str, volunteer_id: str) -> list[Any]:
    return [c.opportunity_id == role_id, c.volunteer_id == volunteer_id, c.status != EnquiryStatus.ENDED]


def _introduced(happening: Happening) -> None:
    enquiry, unit = happening.unit.read(EnquiryRow, happening.row.id), happening.unit
    if _has_not_said(enquiry) and not happening.told.said("agreed"):
        raise NotNow("Write down how they agreed. Nobody is introduced without that.")
    _, told = _introduction(happening)
    unit.move(enquiry, EnquiryStatus.INTRODUCED)
    unit.set(enquiry, "introduced_on", happening.today)
    unit.set(enquiry, "consent", YesNo.YES)
    log: ContactValues = {
        "about": enquiry.id,
        "with_whom": enquiry.volunteer_id,
        "way": ContactWay(happening.told.said("way") or ContactWay.TELEPHONE),
        "direction": Direction.OUT,
        "outcome": ContactOutcome.TOLD,
        "words": f"Passed on: {'; '.join(told)}. They agreed: {happening.told.said('agreed') or 'on the form'}",
        "status": ContactStatus.DEALT_WITH,
    }
    unit.add(ContactRow, log)


def _says(happening: Happening) -> str:
    return _introduction(happening)[0]


def _introduction(happening: Happening) -> tuple[str, list[str]]:
    """What the organisation is told of them, word for word; and what that is, to be kept: their record has the rest."""
    unit, told, community = happening.unit, happening.told, happening.unit.context.settings.community
    enquiry = unit.read(EnquiryRow, happening.row.id)
    role = unit.reader.get(OpportunityRow, enquiry.opportunity_id or "")
    volunteer = unit.reader.get(VolunteerRow, enquiry.volunteer_id or "")
    if role is None or not is_open_role(role, happening.today.isoformat()):
        raise NotNow(_CLOSED)
    if volunteer is not None and not may_help(volunteer):
        raise NotNow("They have stopped volunteering, or are not here any more.")
    if is_cautioned(unit.reader, enquiry):
        raise NotNow(f"{SPEAK_FIRST}.")
    who: EnquiryRow | VolunteerRow = volunteer or enquiry
    asked = _has_not_said(enquiry)
    may = told.codes("may_tell") if asked else list(_MAY_TELL)
    says = enquiry.words if told.yes("tell_words") or not asked else None
    known = {MayTell.TELEPHONE: who.telephone, MayTell.EMAIL: who.email}
    reach = {wording().may_tell[way]: each for way, each in known.items() if way in may and each}
    lines = [
        f"This is {community.name}. With their agreement we introduce somebody to you for the role “{role.name}”.",
        f"Name: {who.name or 'not told'}",
        *_reach(who, reach),
        *([f"They say: {says}"] if says else []),
        f"Please get in touch with them, and tell us whether they begin: {community.telephone}.",
    ]
    return "\n".join(lines), ["Name", *reach, *(["What they wrote"] if says else [])]


def _reach(who: EnquiryRow | VolunteerRow, reach: Mapping[str, str]) -> Iterator[str]:
    """How to reach them, as far as it may be told, with how that is safe."""
    if not reach:
        yield "Tell us when you could see them: we pass it on."
    elif isinstance(who, VolunteerRow):
        heed = safe_contact(who)
        yield from SafeContact(heed.unsafe, heed.when, heed.say_instead).words
    yield from (f"{way}: {each}" for way, each in reach.items())


def _placed(happening: Happening) -> None:
    enquiry = happening.unit.read(EnquiryRow, happening.row.id)
    happening.unit.move(enquiry, EnquiryStatus.PLACED)
    happening.unit.set(enquiry, "placed_on", happening.told.day("on"))


def _over(happening: Happening) -> None:
    enquiry = happening.unit.read(EnquiryRow, happening.row.id)
    happening.unit.move(enquiry, EnquiryStatus.ENDED)
    happening.note(enquiry.id, happening.told.said("why"))


def _new_contact(happening: Happening) -> None:
    organisation, told = happening.unit.read(OrganisationRow, happening.row.id), happening.told
    happening.unit.set(organisation, "contact_name", told.said("name"))
    happening.unit.set(organisation, "contact_role", told.said("role"))
    happening.unit.set(organisation, "telephone", told.said("telephone"))
    happening.unit.set(organisation, "email", told.said("email"))
    happening.unit.set_by_name(organisation, CONTACT_SINCE, (told.day("since") or happening.today).isoformat())


def contacts_before(context: WorkContext, organisation_id: str) -> list[tuple[str, str]]:
    """Who was our contact at an organisation before, and when that ended, the latest first; for whoever may read it."""
    with looking(context) as visible:
        row = visible.get(OrganisationRow, organisation_id)
        if row.contact_name is None:
            return []
        changes = visible.reader.changes(
            table=row.table, record_id=row.id, where=lambda c: [c.field == "contact_name"], newest_first=True
        )
    replaced = [each for each in changes if verb_of(each.action) is Verb.NEW_LOCAL_CONTACT]
    return [(str(each.was), each.at) for each in replaced if each.was and each.was != row.contact_name]


CONTACT_SINCE = "extra.contact_since"
"""The added answer that says since when somebody is our contact at an organisation."""


def _has_not_said(enquiry: EnquiryRow) -> bool:
    """Whether they have still to say what the organisation may hear: on the form they say that all of it may pass."""
    return enquiry.consent != YesNo.YES


_WORDS = LifeAsk("words", AskKind.WORDS, "What would they like the organisation to know?")
EVENTS = (
    LifeEvent(
        Verb.ENQUIRE,
        VolunteerRow,
        _enquires,
        (
            LifeAsk("role", AskKind.RECORD, "Which role?", must=True, of=OpportunityRow.TABLE),
            _WORDS,
        ),
        may_help,
    ),
    LifeEvent(
        Verb.ENQUIRE,
        OpportunityRow,
        _enquires,
        (
            LifeAsk("volunteer", AskKind.RECORD, "One of our volunteers: who?", of=VolunteerRow.TABLE),
            LifeAsk("name", AskKind.LINE, "Somebody else: their name"),
            LifeAsk("telephone", AskKind.LINE, "Their telephone number"),
            LifeAsk("email", AskKind.LINE, "Their email address"),
            _WORDS,
        ),
        lambda role: role.status == ListingStatus.APPROVED,
    ),
    LifeEvent(
        Verb.INTRODUCE,
        EnquiryRow,
        _introduced,
        (
            LifeAsk("agreed", AskKind.LINE, "How did they agree that the organisation hears of them?",
                    put_to=_has_not_said),
            LifeAsk("may_tell", AskKind.SOME_OF, "What may it be told besides the name and the role?", codes=_MAY_TELL,
                    labels="may_tell", put_to=_has_not_said),
            LifeAsk("tell_words", AskKind.YES, "And what they wrote",
                    put_to=lambda one: bool(one.words) and _has_not_said(one)),
            LifeAsk("way", AskKind.ONE_OF, "How is it told? By telephone, unless you choose", codes=_WAYS,
                    labels="way"),
        ),
        lambda enquiry: enquiry.status == EnquiryStatus.ENQUIRED,
        says=_says,
    ),
    LifeEvent(
        Verb.PLACED,
        EnquiryRow,
        _placed,
        (LifeAsk("on", AskKind.PAST_DAY, "On which day did they begin?", must=True),),
        lambda enquiry: enquiry.status == EnquiryStatus.INTRODUCED,
    ),
    LifeEvent(
        Verb.NOT_TAKEN_UP,
        EnquiryRow,
        _over,
        (LifeAsk("why", AskKind.LINE, "Why? Coordinators read it", must=True),),
        lambda enquiry: enquiry.status != EnquiryStatus.ENDED,
    ),
    LifeEvent(
        Verb.NEW_LOCAL_CONTACT,
        OrganisationRow,
        _new_contact,
        (
            LifeAsk("name", AskKind.LINE, "Their name", must=True),
            LifeAsk("role", AskKind.LINE, "Their role there"),
            LifeAsk("telephone", AskKind.LINE, "Their telephone number"),
            LifeAsk("email", AskKind.LINE, "Their email address"),
            LifeAsk("since", AskKind.PAST_DAY, "Since when?", must=True),
        ),
    ),
)  # fmt: skip
