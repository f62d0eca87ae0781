"""One language's words, read from a file and checked to be complete. `wording()` returns those in use now."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, fields
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

from babel import Locale

from community.tables import TABLES
from community.tables.duty_reasons import DutyReason
from community.tables.flags import Flag
from community.tables.job_kinds import JobError, JobKind
from community.tables.list_codes import AskedWhen, ChecksStand, ForMany, LeftOut, ListOrder
from community.tables.message_codes import (
    COMPLAINT_KINDS,
    DATA_REQUESTS,
    FEEDBACK_STATUSES,
    MAY_PUBLISH,
    MESSAGE_KINDS,
    SAFE_WAYS,
    SEND_REASONS,
    MailboxTrouble,
    MessageKind,
)
from community.tables.roles import Duty, Role
from community.tables.status_machines import MACHINES
from community.tables.statuses import (
    GOING_ON,
    ComplaintStatus,
    ConcernStatus,
    ListingStatus,
    MessageStatus,
    SessionStatus,
    VolunteerStatus,
)
from community.tables.support_vocabulary import (
    ACCIDENT_KINDS,
    AGREED_BY,
    AT_RISK_IN,
    DOOR_KEY_KINDS,
    LAWFUL_BASES,
    MAY_TELL,
    PAYMENT_KINDS,
    REFERRAL_KINDS,
    ROUND_WAYS,
    SERVICE_KINDS,
    SESSION_KINDS,
    TALKS_THROUGH,
)
from community.tables.verbs import Verb
from community.tables.vocabulary import (
    CONCERN_ROUTES,
    DAYS,
    DBS_LEVELS,
    DIRECTIONS,
    NEED_CLOSED,
    OUTCOMES,
    PARTS,
    RECURS,
    TRAVEL,
    URGENCIES,
    WAYS,
    ClosedReason,
    ReachBy,
)

Words = Mapping[str, str]
"""By code, the words for it."""
_KINDS = TABLES["checks"]["kind"].words or ()
_CHANNELS = TABLES["help_requests"]["channel"].words or ()
_NOT_HELPED = {ClosedReason.DONE_BY_OTHERS, ClosedReason.NOT_WANTED, ClosedReason.OUT_OF_AREA, ClosedReason.UNABLE}
_LIFE = {
    *(Verb.DIED, Verb.MOVED_AWAY, Verb.AWAY, Verb.HOME_AGAIN, Verb.DISCHARGE, Verb.NOBODY_OPENS, Verb.INTO_A_HOME),
    *(Verb.TALKS_THROUGH, Verb.LIMIT_CALLS, Verb.LIVE_TOGETHER, Verb.LIVE_APART, Verb.CARER_DOWN, Verb.KIN, Verb.ILL),
    *(Verb.AT_RISK, Verb.DRIVES_NO_MORE, Verb.SUPPORT, Verb.PLAN_GOODBYE, Verb.PAIR_COVER, Verb.PART, Verb.UNABLE),
    *(Verb.REFERRAL_TAKEN_UP, Verb.REFERRAL_OVER, Verb.ORGANISATION_ASKS, Verb.KEEP_KEY, Verb.KEY_OUT, Verb.KEY_BACK),
    *(Verb.REFER, Verb.REFERRER_KNOWS, Verb.REFERRER_HEARS),
    *(Verb.CHAMPION, Verb.KEY_LOST, Verb.ACCIDENT, Verb.INSURER_TOLD, Verb.CLOSE_ACCIDENT),
    *(Verb.ENQUIRE, Verb.INTRODUCE, Verb.PLACED, Verb.NOT_TAKEN_UP, Verb.NEW_LOCAL_CONTACT, Verb.LEND_OFFER),
}
_KNOWN_ALREADY = {MessageKind.BOOKING, MessageKind.SESSION_OFF, MessageKind.REFERRAL}
"""Kinds of messages whose action can't be undone once they have gone."""
_WRITTEN = {ReachBy.EMAIL, ReachBy.TEXT}
_TO_COME = {SessionStatus.OPEN, SessionStatus.FULL, SessionStatus.PLANNED}
_AFTER_RAISED = set(ConcernStatus) - {ConcernStatus.RAISED}
_AFTER_APPLIED = set(VolunteerStatus) - {VolunteerStatus.APPLIED}
_ON_THE_WAY = _AFTER_APPLIED - {VolunteerStatus.READY}
# These sets have names, for mypy does not look into Annotated[...]: a slip in a code would only be found at the start.


class NoWords(ValueError):
    """A language lacks words, or has words for something that does not exist. The message names each."""


@dataclass(frozen=True)
class Wording:
    """The words of one language. Each field lists the codes that its table must have; the file says what it is for."""

    language: str
    days: Annotated[Words, DAYS]
    every_day: Annotated[Words, DAYS]
    parts: Annotated[Words, PARTS]
    every_part: Annotated[Words, PARTS]
    urgency: Annotated[Words, URGENCIES]
    urgency_asked: Annotated[Words, URGENCIES]
    urgency_to_volunteer: Annotated[Words, URGENCIES]
    recurs: Annotated[Words, RECURS]
    closed_reason: Annotated[Words, NEED_CLOSED]
    closed_reason_public: Annotated[Words, _NOT_HELPED]
    dbs: Annotated[Words, DBS_LEVELS]
    dbs_level: Annotated[Words, DBS_LEVELS]
    check_kind: Annotated[Words, _KINDS]
    channel: Annotated[Words, _CHANNELS]
    way: Annotated[Words, WAYS]
    contact: Annotated[Words, WAYS]
    direction: Annotated[Words, DIRECTIONS]
    who_began: Annotated[Words, DIRECTIONS]
    outcome: Annotated[Words, OUTCOMES]
    travel: Annotated[Words, TRAVEL]
    role: Annotated[Words, Role]
    concern_route: Annotated[Words, CONCERN_ROUTES]
    concern_route_at_risk: Annotated[Words, CONCERN_ROUTES]
    flag: Annotated[Words, Flag]
    service_kind: Annotated[Words, SERVICE_KINDS]
    service_page: Annotated[Words, SERVICE_KINDS]
    session_kind: Annotated[Words, SESSION_KINDS]
    agreed_by: Annotated[Words, AGREED_BY]
    may_tell: Annotated[Words, MAY_TELL]
    referral_kind: Annotated[Words, REFERRAL_KINDS]
    message_kind: Annotated[Words, MESSAGE_KINDS]
    send_reason: Annotated[Words, SEND_REASONS]
    mailbox_trouble: Annotated[Words, MailboxTrouble]
    address_to_ask_for: Annotated[Words, _WRITTEN]
    passed_on: Annotated[Words, ReachBy]
    session_group: Annotated[Words, _TO_COME]
    copy_into: Annotated[Words, _WRITTEN]
    tell_resident_by: Annotated[Words, ReachBy]
    known_already: Annotated[Words, _KNOWN_ALREADY]
    copy_by: Annotated[Words, _WRITTEN]
    copy_goes_to: Annotated[Words, _WRITTEN]
    score: Annotated[Words, set("12345")]
    may_print: Annotated[Words, MAY_PUBLISH]
    asked_when: Annotated[Words, AskedWhen]
    checks_stand: Annotated[Words, ChecksStand]
    list_order: Annotated[Words, ListOrder]
    for_many: Annotated[Words, ForMany]
    message_to_see_to: Annotated[Words, {MessageStatus.BY_HAND, MessageStatus.UNKNOWN, MessageStatus.BOUNCED}]
    left_out: Annotated[Words, LeftOut]
    safe_way: Annotated[Words, SAFE_WAYS]
    payment_kind: Annotated[Words, PAYMENT_KINDS]
    may_publish: Annotated[Words, MAY_PUBLISH]
    voice_group: Annotated[Words, FEEDBACK_STATUSES]
    complaint_kind: Annotated[Words, COMPLAINT_KINDS]
    data_request_asks: Annotated[Words, DATA_REQUESTS]
    complaint_group: Annotated[Words, ComplaintStatus]
    said_no: Words
    safeguarding_duty: Annotated[Words, Duty]
    round_way: Annotated[Words, ROUND_WAYS]
    lawful_basis: Annotated[Words, LAWFUL_BASES]
    door_key_kind: Annotated[Words, DOOR_KEY_KINDS]
    accident_kind: Annotated[Words, ACCIDENT_KINDS]
    at_risk_in: Annotated[Words, AT_RISK_IN]
    talks_through: Annotated[Words, TALKS_THROUGH]
    status: Annotated[Mapping[str, Words], MACHINES]
    match_stands: Annotated[Words, GOING_ON]
    match_at_stake: Annotated[Words, GOING_ON]
    volunteer_step: Annotated[Words, _AFTER_APPLIED]
    volunteer_step_means: Annotated[Words, _ON_THE_WAY]
    volunteer_moved: Annotated[Words, _AFTER_APPLIED]
    life_event: Annotated[Words, _LIFE]
    life_event_done: Annotated[Words, _LIFE]
    life_event_then: Annotated[Words, _LIFE]
    organisation_group: Annotated[Words, ListingStatus]
    concern_stands: Annotated[Words, ConcernStatus]
    concern_step: Annotated[Words, _AFTER_RAISED]
    job: Annotated[Words, JobKind]
    job_failed: Annotated[Words, JobError]
    duty_reason: Annotated[Words, DutyReason]
    duty_notice: Annotated[Words, DutyReason]
    column: Words
    spoken_language: Words
    noun: Mapping[str, Words]
    number: Mapping[str, list[str]]
    pattern: Words
    phrase: Words

    @cached_property
    def locale(self) -> Locale:
        """Unicode's data about the language: how it counts, lists and names the months."""
        return Locale.parse(self.language)


CODES: Mapping[str, frozenset[str]] = {
    name: frozenset(map(str, codes))
    for name, hint in get_type_hints(Wording, include_extras=True).items()
    for codes in get_args(hint)[1:]
    if hasattr(hint, "__metadata__")
}
"""By table of words, the codes that it has words for: all of a list, or those of it that are ever said so."""


def from_words(told: Mapping[str, Any]) -> Wording:
    """The wording made from all words of a language. Raises NoWords where it is not complete."""
    wrong = _apart("tables of words", told, [field.name for field in fields(Wording)])
    for name, codes in CODES.items():
        wrong += _apart(name, told.get(name, {}), codes)
    for table, machine in MACHINES.items():
        wrong += _apart(f"status.{table}", told.get("status", {}).get(table, {}), map(str, machine.statuses))
    if not wrong:
        found = Wording(**told)
        forms = [*found.locale.plural_form.tags, "other"]
        for noun, words in found.noun.items():
            wrong += _apart(f"noun.{noun}", words, forms)
    if wrong:
        raise NoWords("; ".join(wrong))
    return found


def _apart(name: str, told: Iterable[str], wanted: Iterable[str]) -> list[str]:
    there, all_ = set(told), set(wanted)
    lacking = [f"{name}: {', '.join(sorted(all_ - there))} lacking"] if all_ - there else []
    return lacking + ([f"{name}: {', '.join(sorted(there - all_))} not known"] if there - all_ else [])


@cache
def read(name: str) -> Wording:
    """The wording in the file of this name, read once. Raises NoWords."""
    return from_words(tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")))


_spoken: ContextVar[Wording] = ContextVar("_spoken")


def wording() -> Wording:
    """The words of the language that is spoken here: English, unless `speaking` says otherwise."""
    return _spoken.get(None) or read("english")


@contextmanager
def speaking(other: Wording) -> Iterator[None]:
    """Speak another language until the block ends, in this thread or task alone."""
    before = _spoken.set(other)
    try:
        yield
    finally:
        _spoken.reset(before)
