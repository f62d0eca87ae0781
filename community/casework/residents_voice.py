"""What residents say of the help: by the link of a message, or to somebody who rings them."""

from dataclasses import dataclass, field

from community.book import Action, Reader
from community.casework.calls_to_make import AGAIN, UNHAPPY, open_call
from community.casework.casework_errors import NotNow
from community.casework.hasty_answers import believe, is_hasty
from community.casework.match_decisions import take_match
from community.casework.message_queue import may_have_link
from community.casework.message_texts import first_name, task_words
from community.casework.offer_state import LinkClosed
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import User, WorkContext
from community.tables.message_codes import MayPublish, MessageKind
from community.tables.roles import Role
from community.tables.row_types import (
    FeedbackRow,
    FeedbackValues,
    MatchRow,
    MessageRow,
    NeedRow,
    ResidentRow,
    VolunteerRow,
)
from community.tables.statuses import FeedbackStatus, MessageStatus
from community.tables.verbs import Verb

BEST, WORST = 5, 1
_NOT_GOOD = 2
"""Whoever gives so little is rung."""
_LONGEST = 2_000


@dataclass(frozen=True)
class Voice:
    """How it was, 1 to 5; in their words; what may be printed of them; whether the same volunteer shall come again."""

    score: int | None
    words: str = field(default="", repr=False)
    may_publish: MayPublish = MayPublish.NO
    again: bool = False

    @property
    def is_unhappy(self) -> bool:
        """Whether it was so little good that somebody gets in touch with them."""
        return self.score is not None and self.score <= _NOT_GOOD


@dataclass(frozen=True)
class VoiceAsked:
    """What the page asks about: who helped, by first name, and with what; and whether it was answered already."""

    who: str = field(repr=False)
    task: str = field(repr=False)
    """Empty where they asked that nobody else learns who we are."""
    given: bool


def see_voice(context: WorkContext, message_id: str) -> VoiceAsked:
    """What the resident is asked. Raises LinkClosed."""
    with context.book.reading() as reader:
        message, match = _asked(reader, message_id)
        need, resident = reader.get(NeedRow, match.need_id), reader.get(ResidentRow, message.to_whom)
        volunteer = reader.get(VolunteerRow, match.volunteer_id)
        if need is None or resident is None:
            raise LinkClosed
        return VoiceAsked(
            first_name(volunteer.name) if volunteer is not None else "",
            "" if (resident.say_instead or "").strip() else task_words(context.settings, need),
            _has_spoken(reader, message.about, message.to_whom),
        )


def give_voice(context: WorkContext, message_id: str, voice: Voice) -> bool:
    """Whether what they say was written down; False where it came too fast for a person. Only the first time counts.

    Raises LinkClosed, and NotNow where nothing was said.
    """
    with context.book.reading() as reader:
        resident_id = _asked(reader, message_id)[0].to_whom
    user = User(resident_id, Role.RESIDENT)
    by_link = WorkContext(context.book, context.settings, user, context.places, context.clock)

    def work(unit: UnitOfWork) -> bool:
        message, match = _asked(unit.reader, message_id)
        if is_hasty(unit, message):
            return False
        if not _has_spoken(unit.reader, match.id, resident_id):
            believe(unit, message)
            _write_down(unit, match, resident_id, voice)
        return True

    return do(by_link, Verb.GIVE_FEEDBACK, work)[1]


def note_voice(context: WorkContext, match_id: str, voice: Voice, *, seen: str) -> Action:
    """Write down what the resident of this match says of the help on the telephone. Raises NotNow for nothing said."""

    def work(unit: UnitOfWork) -> None:
        match = take_match(unit, Verb.NOTE_FEEDBACK, match_id, seen)
        _write_down(unit, match, unit.read(NeedRow, match.need_id).resident_id, voice)

    return do(context, Verb.NOTE_FEEDBACK, work)[0]


def _write_down(unit: UnitOfWork, match: MatchRow, resident_id: str, voice: Voice) -> None:
    words = voice.words.strip()
    if voice.score is None and not words and not voice.again:
        raise NotNow("Say how it was, or say something about it.")
    if voice.score is not None and not WORST <= voice.score <= BEST:
        raise NotNow(f"How it was is said by a number from {WORST} to {BEST}.")
    if len(words) > _LONGEST:
        raise NotNow(f"Please say it in at most {_LONGEST:,} letters.")
    values: FeedbackValues = {
        "words": words or None,
        "score": voice.score,
        "may_publish": voice.may_publish if words else MayPublish.NO,
        "about": match.id,
        "from_whom": resident_id,
        "status": FeedbackStatus.GIVEN,
    }
    unit.add(FeedbackRow, values)
    if voice.is_unhappy:
        unit.appends.append(open_call(UNHAPPY, match.id, resident_id))
    elif voice.again:
        unit.appends.append(open_call(AGAIN, match.id, resident_id))


def _asked(reader: Reader, message_id: str) -> tuple[MessageRow, MatchRow]:
    message = reader.get(MessageRow, message_id)
    if message is None or message.kind != MessageKind.RESIDENTS_VOICE or message.status == MessageStatus.WITHDRAWN:
        raise LinkClosed
    match, resident = reader.get(MatchRow, message.about), reader.get(ResidentRow, message.to_whom)
    if match is None or resident is None or not may_have_link(message, resident):
        raise LinkClosed
    return message, match


def _has_spoken(reader: Reader, match_id: str, resident_id: str) -> bool:
    return bool(reader.count(FeedbackRow, lambda c: [c.about == match_id, c.from_whom == resident_id]))
