"""What a service is told of somebody who is passed on to it, word for word: no more than they agreed to."""

from collections.abc import Iterator

from community.casework.casework_errors import NotNow
from community.casework.contact_safety import SafeContact, safe_contact
from community.casework.life_frame import Happening
from community.casework.referral_kept import is_protected, names_home
from community.casework.referral_messages import referral_email
from community.casework.resident_news import sends
from community.tables.canonical import split
from community.tables.row_types import ResidentRow, ServiceRow
from community.tables.support_vocabulary import MayTell
from community.tables.vocabulary import ReachBy
from community.wording import joined, language_words, wording

WAYS = (ReachBy.TELEPHONE.value, ReachBy.EMAIL.value, ReachBy.LETTER.value)
"""The ways by which somebody outside is told of a resident."""
PROTECTED = (
    "Their address is protected. Only the safeguarding lead tells it, and by telephone: leave the address out, or ask "
    "the lead."
)
_GOES = "The program sends this to {to}, once, and nobody else is named in the email."


def goes_by_itself(happening: Happening) -> bool:
    """Whether the program writes to the service itself; else a person says it, or copies the words."""
    settings = happening.unit.context.settings
    by_email = happening.told.said("way") == ReachBy.EMAIL and sends(settings, ReachBy.EMAIL)
    return by_email and referral_email(chosen_service(happening)) is not None


def referral_words(happening: Happening, resident: ResidentRow, what: str) -> str:
    """What the service is told, word for word. Raises NotNow where a protected address would be in it."""
    unit, told, community = happening.unit, happening.told, happening.unit.context.settings.community
    may = [MayTell(code) for code in told.codes("may_tell")]
    if is_protected(resident):
        lead = not unit.visible.closed_home(resident.table, resident.id)
        by_telephone = told.said("way") in {None, ReachBy.TELEPHONE}
        written = [what, resident.access_needs or "" if MayTell.ACCESS_NEEDS in may else ""]
        if (MayTell.ADDRESS in may and not (lead and by_telephone)) or any(names_home(resident, w) for w in written):
            raise NotNow(PROTECTED)
    pounds = told.number("pounds")
    grant = [f"We ask for a grant of £{pounds:,}."] if pounds else []
    lines = [f"Name: {resident.name or 'not told'}", f"What for: {what}", *_facts(resident, may)]
    return "\n".join(
        [
            f"This is {community.name}. With their agreement we pass somebody on to you.",
            *grant,
            *lines,
            f"Who agreed: {_who(happening)}",
            f"Please tell us who takes it up, and what comes of it: {community.telephone}.",
        ]
    )


def service_words(happening: Happening, resident: ResidentRow, what: str) -> str:
    """The same, to be read before it is told, and where the program writes it itself."""
    words = referral_words(happening, resident, what)
    if not goes_by_itself(happening):
        return words
    return f"{words}\n\n({_GOES.format(to=referral_email(chosen_service(happening)))})"


def _facts(resident: ResidentRow, may: list[MayTell]) -> Iterator[str]:
    """What may be told of them, as far as we know it, with how to be in touch safely."""
    heed = safe_contact(resident)
    safe = SafeContact(heed.unsafe, heed.when, heed.say_instead).words
    home = ", ".join(filter(None, [resident.address, resident.postcode]))
    known = {
        MayTell.TELEPHONE: resident.telephone,
        MayTell.EMAIL: resident.email,
        MayTell.ADDRESS: home,
        MayTell.LANGUAGES: language_words(split(resident.languages)) if resident.languages else None,
        MayTell.ACCESS_NEEDS: resident.access_needs,
    }
    if {MayTell.TELEPHONE, MayTell.EMAIL, MayTell.ADDRESS} & set(may):
        yield from safe
    yield from (f"{wording().may_tell[each]}: {known[each]}" for each in may if known[each])


def tells_address(happening: Happening) -> bool:
    """Whether the service is told the address."""
    return MayTell.ADDRESS in happening.told.codes("may_tell")


def leave_words(happening: Happening) -> str:
    """Who agreed and how, and what may be told, as it is kept."""
    told = happening.told
    may = joined([wording().may_tell[code] for code in told.codes("may_tell")])
    return f"{_who(happening)}: {told.said('agreed')}. May be told: {may or 'the name and what for, no more'}"


def _who(happening: Happening) -> str:
    return wording().agreed_by.get(happening.told.said("agreed_by") or "", "not said")


def chosen_service(happening: Happening) -> ServiceRow | None:
    """The service of the directory that was chosen; None for one that is not in it."""
    one = happening.told.said("service_id")
    return happening.unit.visible.get(ServiceRow, one) if one else None
