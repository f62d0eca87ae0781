"""We can't help: said honestly, with a place to wait or a named service, never in silence."""

from community.casework.casework_errors import NotNow
from community.casework.closing import close_need_whole, close_request_if_all_done
from community.casework.life_calls import UNABLE, WAITS
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent
from community.casework.message_texts import task_words, unable_words
from community.casework.referral_words import service_words
from community.casework.referrals import TO_A_SERVICE, refer
from community.tables.row_types import NeedRow, ResidentRow, ServiceRow
from community.tables.statuses import NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import ClosedReason
from community.wording import first_upper


def _unable(happening: Happening) -> None:
    """The need waits until somebody rings again, goes to a service, or is closed; the resident is told."""
    need, unit, told = happening.unit.read(NeedRow, happening.row.id), happening.unit, happening.told
    service, named, waits = told.said("service_id"), told.said("service"), told.day("waits_until")
    if (service or named) and waits is not None:
        raise NotNow("Choose one: they wait, or they are passed on to a service.")
    happening.note(need.id, told.said("why"))
    happening.over(need.id, WAITS, UNABLE)
    if waits is not None:
        happening.call_on(WAITS, need.id, need.resident_id, waits)
    else:
        reason = ClosedReason.REFERRED_ON if service or named else ClosedReason.UNABLE
        close_need_whole(unit, need, reason)
        close_request_if_all_done(unit, need)
    if service or named:
        refer(happening, need.resident_id, need.request_id, _what(happening, need))
    if not told.yes("told"):
        happening.call(UNABLE, need.id, need.resident_id)


def _honest_words(happening: Happening) -> str:
    need, told = happening.unit.read(NeedRow, happening.row.id), happening.told
    one = told.said("service_id")
    service = happening.unit.visible.get(ServiceRow, one).name if one else told.said("service")
    words = unable_words(happening.unit.context.settings, need, waits=told.day("waits_until"), service=service)
    if service is None:
        return words
    resident = happening.unit.read(ResidentRow, need.resident_id or "")
    return f"{words}\n\nTo {service}:\n{service_words(happening, resident, _what(happening, need))}"


def _what(happening: Happening, need: NeedRow) -> str:
    """What the service is asked for: the kind of help, and what was written of it."""
    task = first_upper(task_words(happening.unit.context.settings, need))
    return f"{task}. {need.details}" if need.details else task


EVENTS = (
    LifeEvent(
        Verb.UNABLE,
        NeedRow,
        _unable,
        (
            LifeAsk("why", AskKind.WORDS, "Why can’t we help? Coordinators read it, and nobody else", must=True),
            LifeAsk("waits_until", AskKind.COMING_DAY, "They would wait: on which day do we ring again?"),
            *TO_A_SERVICE,
            LifeAsk("told", AskKind.YES, "They know it already: somebody has just told them"),
        ),
        lambda need: need.status == NeedStatus.OPEN,
        heard=False,
        says=_honest_words,
    ),
)
