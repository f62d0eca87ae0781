"""Calls that somebody is still to make: their words and rows, which can't wait, and those that an undo asks for."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from community.book import Append, ChangeRow, Reader, among
from community.casework.life_calls import LIFE_PRESSING, LIFE_WORDS
from community.casework.visibility import Visibility
from community.tables.canonical import LONDON, instant
from community.tables.message_codes import MessageKind
from community.tables.row_types import ContactRow, MatchRow, MessageRow, NeedRow, VisitRow
from community.tables.statuses import ContactStatus, MatchStatus, MessageStatus, VisitStatus
from community.tables.verbs import Verb, verb_of
from community.tables.vocabulary import ContactOutcome, ContactWay, Urgency

GIVEN, AGREED, COMES, SAID_YES, LINK_BACK = "given", "agreed", "comes", "said_yes", "link_back"
CALLED_OFF, NO_MORE, ENDS, AWAY, BACK = "called_off", "no_more", "ends", "away", "back"
NOT_THEN, NOBODY_THEN = "not_then", "nobody_then"
PUT_RIGHT, OTHER_TIMES, REFUSED, TURNED, DOUBTED = "put_right", "other_times", "refused", "turned", "doubted"
RESIDENT_DIED, HELPER_DIED, LENT = "resident_died", "helper_died", "lent"
ANOTHER_DAY, UNPROVEN, UNOPENED, WORRIED, AGAIN, UNHAPPY, WAIT, PERHAPS, ALONE = (
    "another_day", "unproven", "unopened", "worried", "again", "unhappy", "wait", "perhaps", "alone",
)  # fmt: skip
WORDS = {
    GIVEN: "They were told whom it is for and how to reach them, and that was taken back. Ring and tell them",
    AGREED: "They said yes and know whom it is for, and that was taken back. Ring and tell them",
    SAID_YES: "They said yes, and that was taken back here. Ring and tell them",
    LINK_BACK: "They were sent the way to name and address, and that was taken back. Ring and tell them",
    COMES: "They were told who comes, and that was taken back. Ring and tell them",
    CALLED_OFF: "They were asked to help, and it is called off. Ring and tell them",
    NO_MORE: "They were told who comes, and that volunteer comes no more. Ring and tell them",
    PERHAPS: "Somebody was to post or send them word who comes, and that volunteer comes no more. Find out whether it "
    "went. Ring and tell them if it did, or may have",
    ENDS: "They know each other, and it ends here. Ring and tell them",
    NOT_THEN: "They were to help on a day on which they are not expected now; the help itself goes on. Ring and tell "
    "them",
    NOBODY_THEN: "They expect somebody on a day on which nobody comes now; the help itself goes on. Ring and tell "
    "them, and ask whether somebody else should come",
    RESIDENT_DIED: "Somebody whom they helped has died. Ring and tell them kindly, and ask how they are",
    HELPER_DIED: "The volunteer whom they knew has died. Ring and tell them kindly, and ask how they are",
    LENT: "Something that we lent them is still there. Ask whoever they named for it, kindly, and about keys",
    AWAY: "They were told who comes, and that volunteer is away now. Ring and tell them",
    BACK: "The volunteer they know was away, and is back. Ring and tell them",
    PUT_RIGHT: "What they were told on how to reach somebody, when, or what to heed, has been put right. Ring and tell "
    "them",
    OTHER_TIMES: "They were asked, and when or where help is wanted has changed since. Ring and ask whether they still "
    "could help",
    REFUSED: "They offered to help, and we said no. Tell them",
    TURNED: "They were told of a change, and it was taken back: all is as before. Ring and tell them",
    DOUBTED: "Their link answered so fast that a program may have pressed it, so it does not count. Ring and ask them",
    ANOTHER_DAY: "They were told who comes, and another day suits them better. Ring and ask which, then tell the other",
    UNPROVEN: "Somebody opened their link and could not prove to be them. Ring them, and give them what they need",
    UNOPENED: "A volunteer stood at their door and nobody opened. Find out that they are safe",
    WORRIED: "They are worried about whom they help. Ring them now, and ask what they saw",
    WAIT: "They were told that the resident knows, and the resident does not know yet. Ring, and ask them to wait",
    ALONE: "They were not to go alone on a first visit, and nobody else goes with them now. Ring now, and ask them to "
    "wait for a second volunteer",
    AGAIN: "They would like the same volunteer again. Ask the volunteer",
    UNHAPPY: "They said how it was, and it was not good. Ring and ask",
    **LIFE_WORDS,
}
"""By what somebody was told: the words of the line on Today. Nobody is named in them."""
PRESSING = frozenset({WORDS[UNOPENED], WORDS[WORRIED], WORDS[WAIT], WORDS[ALONE], *LIFE_PRESSING})
"""Words of the lines that can't wait: somebody may be in trouble, or goes where nobody expects them."""
TO_FIND_OUT = frozenset(WORDS[each] for each in (UNOPENED, WORRIED, UNHAPPY, UNPROVEN, AGAIN, LENT))
"""Words of the lines that begin with what we heard: no news that the same person is to be told deals with them."""
_OTHER_TIMES = frozenset({WORDS[OTHER_TIMES], WORDS[PUT_RIGHT]})
TO_TELL = frozenset(WORDS.values())

_RING = re.compile(r"Ring(?: them)?( now)?,? and")


def without_ringing(words: str) -> str:
    """These words of a line for somebody whom it is not safe to ring, or who wants no calls."""
    return _RING.sub(r"Get in touch in a safe way\1, and", words)


@dataclass(frozen=True)
class Told:
    """A person who was told of an action by telephone: what they were told, about which record, and who they are."""

    what: str
    about: str
    who: str


def lines_of(reader: Reader, action_id: str) -> list[Append]:
    """An open call to each person told of the action: a line of Today that stays until somebody has rung them."""
    return [open_call(each.what, each.about, each.who) for each in told_about(reader, action_id)]


def open_call(what: str, about: str, who: str | None) -> Append:
    """The row of one call still to be made; `who` is None where it is not known whom to ring.

    It is neither in nor out, because nobody has rung yet.
    """
    told = {
        "way": ContactWay.TELEPHONE,
        "outcome": ContactOutcome.NOTE,
        "words": WORDS[what],
        "status": ContactStatus.OPEN,
    }
    return Append("contacts", told | {"about": about, "with_whom": who})


def has_open_call(reader: Reader, what: str, about: str, who: str) -> bool:
    """Whether this call to this person is still to be made."""
    return bool(
        reader.count(
            ContactRow,
            lambda c: [
                c.about == about, c.with_whom == who, c.status == ContactStatus.OPEN, c.words == WORDS[what],
            ],
        )
    )  # fmt: skip


def knows_whom(reader: Reader, match: MatchRow) -> bool:
    """Whether the volunteer knows whom they help, or was told that the resident knows who comes."""
    read = (MessageStatus.SENT, MessageStatus.UNKNOWN)
    links = reader.count(
        MessageRow,
        lambda c: [c.about == match.id, c.kind == MessageKind.RESIDENT_KNOWS, c.status.in_(read)],
    )
    return match.released_at is not None or bool(links)


def ours_in(visible: Visibility, contact: ContactRow) -> str | None:
    """Our own words in a call still to be made. Of all that is said in calls, call handlers may read only these."""
    found = visible.reader.get(ContactRow, contact.id)
    return found.words if found is not None and found.words in TO_TELL else None


def cannot_wait(reader: Reader, ours: str | None, about: str | None, now: datetime) -> bool:
    """Whether somebody may be in trouble, or travels in vain unless they hear of it today; `ours` are our own words."""
    if ours in PRESSING:
        return True
    match = reader.get(MatchRow, about or "")
    today = now.astimezone(LONDON).date().isoformat()
    if ours is None or match is None:
        return False
    return match.first_on == today or _was_planned(reader, match, today) or _is_sooner(reader, ours, match)


def _is_sooner(reader: Reader, ours: str, match: MatchRow) -> bool:
    """Whether a volunteer who was told something else does not know that help is wanted today."""
    need = reader.get(NeedRow, match.need_id) if ours in _OTHER_TIMES and match.first_on is None else None
    return need is not None and need.urgency == Urgency.TODAY


def _was_planned(reader: Reader, match: MatchRow, day: str) -> bool:
    """Whether a visit was planned for this day, and perhaps called off since."""
    statuses = [VisitStatus.PLANNED, VisitStatus.CANCELLED]
    return bool(reader.count(VisitRow, lambda c: [c.match_id == match.id, c.on == day, c.status.in_(statuses)]))


def pressing_calls(reader: Reader, now: datetime) -> list[ContactRow]:
    """The calls still to be made that can't wait, whoever looks; not those that are planned for a day to come."""
    still = reader.rows(ContactRow, lambda c: [c.status == ContactStatus.OPEN, c.words.in_(TO_TELL)])
    planned = {each.about for each in reader.rows(ContactRow, lambda c: [c.until > instant(now)])}
    return [call for call in still if call.id not in planned and cannot_wait(reader, call.words, call.about, now)]


def made_already(reader: Reader, action_id: str) -> Collection[str]:
    """The ids of the calls that an action asked for and somebody has made: an undo leaves these as they are."""
    return {row.id for row in _made(reader, action_id)}


def _made(reader: Reader, action_id: str) -> list[ContactRow]:
    added = [one for table, one in reader.added(action_id) if table == "contacts"]
    return reader.rows(
        ContactRow, lambda c: [among(c.id, added), c.status == ContactStatus.DEALT_WITH, c.words.in_(TO_TELL)]
    ) if added else []  # fmt: skip


def told_about(reader: Reader, action_id: str) -> Iterator[Told]:
    """The people who were told of an action by telephone, and must hear if it is taken back."""
    for call in _made(reader, action_id):
        yield Told(TURNED, call.about or "", call.with_whom or "")
    if verb_of(action_id) is Verb.UNDO:
        return  # the action holds again, and nobody has heard otherwise
    changes = reader.changes(action=action_id, where=lambda c: [c.conflict.is_(None), c.table == "matches"])
    for change in changes:
        match = reader.get(MatchRow, change.record_id)
        need = reader.get(NeedRow, match.need_id) if match else None
        if match is None or need is None:
            continue
        what = _what(change, match)
        who = need.resident_id if what == COMES else match.volunteer_id
        if what and who:
            yield Told(what, match.id, who)
        if what == COMES and knows_whom(reader, match):
            yield Told(WAIT, match.id, match.volunteer_id)


def _what(change: ChangeRow, match: MatchRow) -> str | None:
    match change.field, change.now:
        case "released_at", str():
            return GIVEN
        case "status", MatchStatus.ACCEPTED if match.released_at:
            return AGREED
        case "status", MatchStatus.ACTIVE:
            return COMES
    return None
