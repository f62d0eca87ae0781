"""When a volunteer may be told whom they help and where: for a new pair, not before the resident knows and agrees."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from community.book import Reader
from community.casework.casework_errors import NotNow
from community.casework.contact_safety import safe_contact
from community.casework.first_visits import WAITS, goes_alone
from community.casework.identity_leaks import in_words, people_on
from community.casework.message_queue import messages_of
from community.casework.quiet_hours import after_waking
from community.identity import says_none
from community.settings import Settings
from community.settings.response_promise import after_working_days
from community.tables.canonical import instant, moment
from community.tables.ids import derive
from community.tables.message_codes import MessageKind, SafeWay
from community.tables.row_types import ContactRow, MatchRow, NeedRow, PairRow, ResidentRow
from community.tables.statuses import AGREED, MatchStatus, MessageStatus
from community.tables.vocabulary import ContactOutcome, Direction, ReachBy, YesNo
from community.wording import moment_words

_AT_ONCE = timedelta(seconds=30)
"""An answer shows that its message has arrived: both are written down in one action, the answer a moment earlier."""


@dataclass(frozen=True)
class Details:
    """What a volunteer needs on the way and at the door. `address` is empty for help by telephone."""

    name: str = field(repr=False)
    safely: tuple[str, ...] = field(repr=False)
    """How to be in touch with them without harm: sentences to be read before the number."""
    telephone: str = field(repr=False)
    """Empty as well where we have one that is not safe to use: see `number_kept`."""
    number_kept: bool = field(repr=False)
    """They have a number, and the volunteer is not to have it."""
    text_only: bool = field(repr=False)
    address: str = field(repr=False)
    protected: bool = field(repr=False)
    """The safeguarding lead tells the address, by telephone."""
    access_needs: str = field(repr=False)
    hazards: str = field(repr=False)
    own_door_word: str | None = field(repr=False)
    """The word that the resident chose; None where the door has the word of this match."""
    held_back: bool = field(repr=False)
    """There is more to know or to beware of, in words that tell a protected address: the safeguarding lead says it."""


def details_of(
    reader: Reader, settings: Settings, need: NeedRow, resident: ResidentRow, *, to_lead: bool = False
) -> Details:
    """The details of this resident for this need. `to_lead`: a protected address is among them, in free words too."""
    task = settings.task_types.get(need.task_type)
    in_person = task is None or task.in_person
    hidden = resident.protected_address == YesNo.YES and not to_lead
    where = ", ".join(filter(None, [resident.address, resident.postcode]))
    safe = safe_contact(resident)
    said = replace(safe, protected=False).words
    safely = [words for words in said if not (hidden and _tells_home(reader, need, words))]
    text_only = resident.text_only == YesNo.YES
    # Of words that could not be told, nobody knows what they ask for: then the number stays with us as well.
    kept = SafeWay.RING in safe.unsafe or (text_only and SafeWay.TEXT in safe.unsafe) or safely != said
    number = "" if says_none(resident.telephone or "") else resident.telephone or ""
    free = [resident.access_needs or "", resident.hazards or ""]
    told = ["" if hidden and _tells_home(reader, need, words) else words for words in free]
    return Details(
        name=resident.name or "",
        safely=tuple(safely),
        telephone="" if kept else number,
        number_kept=kept and bool(number),
        text_only=text_only,
        address=where if in_person and not hidden else "",
        protected=hidden and in_person,
        access_needs=told[0],
        hazards=told[1],
        own_door_word=resident.door_word,
        held_back=told != free,
    )


def _tells_home(reader: Reader, need: NeedRow, words: str) -> bool:
    """Whether these words tell a home of anybody on the request or on the resident's record."""
    _, people = people_on(reader, need)
    return any(found.what == "address" for found in in_words(words, people))


def opens_at(reader: Reader, settings: Settings, match: MatchRow) -> datetime | None:
    """From when on the volunteer may be told; None while they may not.

    Two who know each other need no more than a yes. Otherwise the resident must know who comes: told by telephone, or
    answered that it is fine, it opens at once; after a message, once they have had time to object.
    """
    if match.status not in AGREED:
        return None
    if know_each_other(reader, match):
        return moment(match.at)
    if match.status != MatchStatus.ACTIVE:
        return None
    told = moment(match.resident_told_at or match.changed_at)
    sent = [m for m in messages_of(reader, match.id, MessageKind.WHO_COMES) if m.status == MessageStatus.SENT]
    if not sent or sent[-1].sent_at != match.resident_told_at or said_fine(reader, match, sent[-1].to_whom):
        return told
    return objection_ends(settings, told, sent[-1].way)


def check_may_be_told(reader: Reader, settings: Settings, now: datetime, match: MatchRow) -> None:
    """Raises NotNow unless the volunteer of this match may learn now whom they help."""
    opens = opens_at(reader, settings, match)
    if match.status not in AGREED:
        raise NotNow("They have not said yes, or it has ended.")
    if opens is None:
        raise NotNow("Tell the resident first who comes. Only then may the volunteer know their name and address.")
    if opens > now:
        until = moment_words(opens)
        raise NotNow(f"The resident may still object until {until}. Ring them if it can't wait, and write that down.")
    if goes_alone(reader, settings, now, match):
        raise NotNow(f"Two go on a first visit. {WAITS}")


def objection_ends(settings: Settings, told: datetime, way: str) -> datetime:
    """Until when a resident has time to object who was told at this time by such a message."""
    if way == ReachBy.LETTER:
        return after_working_days(settings.community, told, settings.messages.letter_days)
    return after_waking(settings.messages, told, timedelta(hours=settings.messages.object_hours))


def know_each_other(reader: Reader, match: MatchRow) -> bool:
    """Whether this volunteer has helped this resident before."""
    need = reader.get(NeedRow, match.need_id)
    if need is None or not need.resident_id:
        return False
    return reader.get(PairRow, derive("J", need.resident_id, match.volunteer_id)) is not None


def said_fine(reader: Reader, match: MatchRow, resident_id: str) -> bool:
    """Whether the resident has answered, since they were told who comes, that it suits them."""
    if match.resident_told_at is None:
        return False
    since = instant(moment(match.resident_told_at) - _AT_ONCE)
    return bool(
        reader.count(
            ContactRow,
            lambda c: [
                c.about == match.id,
                c.with_whom == resident_id,
                c.direction == Direction.IN,
                c.outcome == ContactOutcome.YES,
                c.at >= since,
            ],
        )
    )
