"""One line of the list, and how lines are put in order."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from community.book import Row
from community.casework.permissions import user_can
from community.casework.sight import Sight
from community.casework.user import Desk
from community.settings.promise import LONDON, answer_by
from community.tables.canonical import moment
from community.tables.vocabulary import URGENCIES

Kind = Literal[
    "crisis",
    "past_promise",
    "new_request",
    "no_answer_again",
    "flagged",
    "hold_ended",
    "no_hub",
    "hub_need",
    "promised",
    "cover_over",
    "carries_many",
    "unmatched",
    "proposal",
    "not_rung",
    "resident_to_tell",
    "was_it_done",
    "check_missing",
    "check_due",
    "pair_check",
    "contact_open",
    "conflict",
    "sheet_note",
    "volunteer_new",
    "organisation",
    "unused",
]
Urgency = Literal["whenever", "this_week", "two_days", "today"]


@dataclass(frozen=True)
class Item:
    """Something that waits for a person. `id` is the record to open; with `count` above 1, the first of so many."""

    id: str
    table: str
    kind: Kind
    title: str = field(repr=False)
    since: datetime
    due: datetime | None
    urgency: Urgency
    count: int = 1
    hub: str | None = None
    why: str | None = None
    """For a need that nobody is found for: the cheapest change that would help, where it is known."""
    about: str | None = None
    """The record it concerns, where the item itself is a note or a late change."""


@dataclass(frozen=True)
class View:
    """Who looks, with which eyes, and when."""

    desk: Desk
    sight: Sight
    now: datetime
    remedies: Mapping[str, str] = field(default_factory=dict)

    def may(self, verb: str) -> bool:
        """Whether this person could do anything about it."""
        return user_can(self.desk.user, verb)

    def promise(self, asked: str, urgency: str | None = None) -> datetime:
        """Until when whoever asked then, and as urgently as this, was promised an answer."""
        return answer_by(self.desk.settings.community, moment(asked), urgency)

    def urgency(self, due: datetime | None, told: str | None = None) -> Urgency:
        """As told, but never less than what the day it is due says."""
        rank = URGENCIES.index(told) if told in URGENCIES else URGENCIES.index("this_week")
        if due is not None and due.astimezone(LONDON).date() <= self.now.astimezone(LONDON).date():
            rank = len(URGENCIES) - 1
        return URGENCIES[rank]  # type: ignore[return-value]

    def task(self, code: str) -> str:
        """The task type's name."""
        task = self.desk.settings.task_types.get(code)
        return task.name if task else code.replace("_", " ")


_FIRST: tuple[Kind, ...] = ("crisis", "past_promise", "promised")


def pressing(item: Item) -> tuple[int, int, datetime, str]:
    """Words that may mean danger first, then what is past the promise, then missing help, then by urgency and age."""
    place = _FIRST.index(item.kind) if item.kind in _FIRST else len(_FIRST)
    return place, -URGENCIES.index(item.urgency), item.due or item.since, item.id


def of_need(view: View, need: Row, kind: Kind, title: str) -> Item:
    """A line about a need: it waits since somebody asked."""
    asked = need["asked_at"] or need["at"]
    due = view.promise(asked, need["urgency"])
    urgency = view.urgency(due, need["urgency"])
    return Item(need["id"], "needs", kind, title, moment(asked), due, urgency, hub=need["hub"])
