"""Where help is short, in words a director can act on: whom to recruit, what to ask, and where the gaps are now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from community.casework.board_cache import remembered
from community.casework.permissions import check_user_can, granted
from community.casework.solved_board import SolvedBoard
from community.casework.user import WorkContext
from community.casework.whole_board import whole_board
from community.matching import Gap, Recruit, RuleChange, changes, gaps, recruits
from community.settings import Settings
from community.tables.roles import Grant
from community.tables.row_types import NeedRow
from community.tables.statuses import NeedStatus
from community.tables.verbs import Verb
from community.tables.vocabulary import DAYS
from community.wording import (
    dbs_words,
    first_lower,
    first_upper,
    language_words,
    number,
    spelled,
    spelled_all,
    spoken,
    wording,
)


@dataclass(frozen=True)
class Advice:
    """One step that would fill empty places: what to do, how many it fills, what it takes, and for which needs."""

    words: str
    fills: int
    takes: str
    hub: str | None
    need_ids: tuple[str, ...]


@dataclass(frozen=True)
class Short:
    """Where help is short now, within sight: whom to recruit and what to ask, the steps that fill most first."""

    recruit: tuple[Advice, ...]
    ask: tuple[Advice, ...]
    gaps: tuple[Gap, ...]


def short_of(context: WorkContext) -> Short:
    """What would fill the places for which nobody is left, worked out for the whole board.

    A coordinator sees what is about their hub, or about no place. It is worked out anew only after a write to the book.
    Raises NotAllowed for roles that do not decide about matches.
    """
    check_user_can(context.user, Verb.CHOOSE_ANOTHER)

    def make() -> Short:
        whole, areas = whole_board(context, keep_seen=True), hubs_of_needs(context)
        found = recruits(whole.found, areas)
        return Short(
            tuple(_recruit(context.settings, each) for each in found),
            tuple(_ask(context.settings, each) for each in changes(whole.found, areas)),
            _gaps(whole, areas),
        )

    known = remembered(context, "what help is short of", make)
    if granted(context.user, Grant.SEE_ADVICE_FOR_EVERY_HUB):
        return known
    return _of_hub(whole_board(context, keep_seen=True), known, hubs_of_needs(context), context.user.hub)


def hubs_of_needs(context: WorkContext) -> dict[str, str]:
    """By open need, the code of its hub; empty where it has none."""
    with context.book.reading() as reader:
        rows = reader.rows(
            NeedRow, lambda c: [c.status == NeedStatus.OPEN], order=None, columns=lambda c: (c.id, c.hub)
        )
    return {need.id: need.hub or "" for need in rows}


def _of_hub(whole: SolvedBoard, known: Short, areas: Mapping[str, str], hub: str | None) -> Short:
    def ours(all_: Iterable[Advice]) -> tuple[Advice, ...]:
        return tuple(each for each in all_ if each.hub in {hub, None})

    return Short(ours(known.recruit), ours(known.ask), _gaps(whole, areas, hub or "-"))


def _gaps(whole: SolvedBoard, areas: Mapping[str, str], only: str | None = None) -> tuple[Gap, ...]:
    return tuple(gaps(whole.found, areas, only=only))


def _recruit(settings: Settings, one: Recruit) -> Advice:
    who = "driver" if one.needs_car else "volunteer"
    task = _task(settings, one.task_type)
    by_telephone = "" if "telephone" in task else " by telephone"
    where = _where(settings, one.area) if one.in_person else by_telephone
    when = "" if one.day is None else f" on {wording().every_day[DAYS[one.day]]}"
    speaks = f" who {'speaks' if one.people == 1 else 'speak'} {language_words(one.languages)}" if one.languages else ""
    many = first_upper(spoken(one.people, who))
    takes = [
        *([f"a DBS check ({dbs_words(one.min_dbs)})"] if one.min_dbs else []),
        *(["a car"] if one.needs_car else []),
        *([f"the training: {spelled_all(one.training)}"] if one.training else []),
    ]
    return Advice(
        f"{many} for {task}{where}{when}{speaks} would fill {number(one.fills)}",
        one.fills,
        ", ".join(takes),
        one.area,
        one.need_ids,
    )


_ASK = {
    "capacity": "Ask {who} to take on one more this week",
    "slots": "Ask about other times: {who} could come then",
    "distance": "Ask {who} to go further than they said",
    "place": "Find out where the help is needed, or the address of {who}",
    "language": "Find somebody to interpret beside {who}",
    "in_person": "Ask whether a telephone call would do, or ask {who} to go in person",
    "car": "Find a car for {who}",
    "training": "Offer the training to {who}",
    "dbs": "Start DBS checks for {who}",
    "task": "See whether {who} would try this kind of help",
}


def _ask(settings: Settings, one: RuleChange) -> Advice:
    could = len(one.volunteer_ids)
    who = spoken(could, "volunteer") if one.people == could else f"{number(one.people)} of {spoken(could, 'volunteer')}"
    doing = _ASK[one.rule].format(who=who)
    where = _where(settings, one.area) if one.area is not None else ""
    words = f"{doing}, for {_task(settings, one.task_type)}{where}: would fill {number(one.fills)}"
    return Advice(words, one.fills, "", one.area, one.need_ids)


def _task(settings: Settings, code: str) -> str:
    task = settings.task_types.get(code)
    return first_lower(task.name if task else spelled(code))


def _where(settings: Settings, area: str | None) -> str:
    hub = settings.hubs.get(area or "")
    return f" in {hub.name}" if hub else " where we know no hub"
