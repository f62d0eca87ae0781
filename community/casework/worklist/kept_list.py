"""The list of what waits, kept for one user's sight and brought forward by what changed in the book, or with time."""

from collections.abc import Container, Iterator, Mapping
from datetime import datetime
from operator import itemgetter
from typing import NamedTuple, TypeVar

from community.book import Changed, Position
from community.casework.kept_sets import KeptSets
from community.casework.noted_reads import keys_of
from community.casework.remembering_reads import OneLook, OneView
from community.casework.user import WorkContext
from community.casework.whole_board import remedies_of
from community.casework.worklist.carried_items import CARRIED, Helped, carry_many, carrying_many
from community.casework.worklist.complaint_items import COMPLAINTS
from community.casework.worklist.conflict_items import CONFLICTS
from community.casework.worklist.contact_items import CONTACTS
from community.casework.worklist.directory_items import ENQUIRIES, ORGANISATIONS, ROLES, SERVICES
from community.casework.worklist.idle_volunteers import IdleVolunteers, unused_items
from community.casework.worklist.kept_part import KeptPart, place
from community.casework.worklist.known_pairs import KnownPair
from community.casework.worklist.message_items import MESSAGES, OFFERS, OfMessage, first_of_each
from community.casework.worklist.money_items import MONEY
from community.casework.worklist.need_items import NEEDS, ToDecide, known_pairs_in, proposals
from community.casework.worklist.referral_items import REFERRALS
from community.casework.worklist.request_items import REQUESTS
from community.casework.worklist.snoozed_lines import PUT_OFF, PutOff
from community.casework.worklist.training_items import DOUBLES, SESSIONS
from community.casework.worklist.unreached_items import UNREACHED
from community.casework.worklist.volunteer_items import CHECKS_DUE, NEW_VOLUNTEERS, PAIRS
from community.casework.worklist.worklist_item import WorklistItem
from community.casework.worklist.worklist_part import Shared, WorklistPart
from community.casework.worklist.worklist_view import View, remedy_key

S = TypeVar("S", bound=Shared)
PARTS = (
    REQUESTS, CONTACTS, NEEDS, OFFERS, MESSAGES, *UNREACHED, NEW_VOLUNTEERS, CHECKS_DUE, MONEY, CARRIED, PAIRS,
    ORGANISATIONS, SERVICES, ROLES, ENQUIRIES, REFERRALS, COMPLAINTS, SESSIONS, DOUBLES, CONFLICTS, PUT_OFF,
)  # fmt: skip


class KeptList:
    """One list. It belongs to one thread at a time."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.items: tuple[WorklistItem, ...] = ()
        self.known: tuple[KnownPair, ...] = ()
        """The proposals among what waits that are for two who know each other."""
        self.unused: dict[str, str] = {}
        """The volunteers whom nobody has asked for a while: since when, by volunteer."""
        self._state: _State | None = None

    def at(self, context: WorkContext, now: datetime) -> tuple[WorklistItem, ...]:
        """Everything that waits for this user now, the most pressing first. Their sight must always be the same."""
        state, self._state = self._state, None  # if anything fails, the next look starts with nothing
        with context.book.reading() as reader:
            position = reader.position()
            remedies = remedies_of(context)
            if state is None or not state.holds(position, remedies, now):
                changed = reader.since(state.position) if state is not None and state.now <= now else None
                parts = _Parts() if state is None or changed is None else state.parts
                view = View(context, OneView(OneLook(reader.connection), context.user, parts.sets), now, remedies)
                if state is None or changed is None:
                    parts.make(view)
                else:
                    parts.bring_forward(view, changed, _other(state.remedies, remedies), now)
                self.items, self.known, self.unused = parts.lines(view, now), parts.known_pairs(), parts.unused
                state = _State(position, now, remedies, parts.until(view, now), parts)
        self._state = state
        return self.items


class _State(NamedTuple):
    position: Position
    now: datetime
    remedies: Mapping[str, str]
    until: datetime | None
    parts: "_Parts"

    def holds(self, position: Position, remedies: Mapping[str, str], now: datetime) -> bool:
        """Whether the list is still the same."""
        in_time = self.now <= now and (self.until is None or now < self.until)
        return in_time and self.position == position and self.remedies == remedies


class _Parts:
    """All parts of one list."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self.sets = KeptSets()
        self.unused: dict[str, str] = {}
        self._idle = IdleVolunteers()
        self._kept = {part: KeptPart(part) for part in PARTS}

    def make(self, view: View) -> None:
        """Make everything anew."""
        for part in self._kept.values():
            part.make(view)
        self._idle.read(view)

    def bring_forward(self, view: View, changed: Changed, keys: set[int], now: datetime) -> None:
        """Make anew what these changes or the time may have changed; `keys`: what else changed."""
        look = view.visible.look
        if changed.rows or changed.changes:
            keys |= keys_of(look, changed)
        keys |= set(self.sets.bring_forward(look, keys, now))
        for part in self._kept.values():
            part.bring_forward(view, changed, keys, now)
        self._idle.bring_forward(view, changed)

    def lines(self, view: View, now: datetime) -> tuple[WorklistItem, ...]:
        """All lines that nobody took off Today, the most pressing first."""
        put_off = {(each.about, each.kind) for each in self._shared(PUT_OFF, PutOff)}
        ranked = [line for part in self._kept.values() for line in part.lines]
        ranked += ((place(item), item) for item in self._about_many(view, now, put_off))
        ranked.sort(key=itemgetter(0))
        if not put_off:
            return tuple(item for _, item in ranked)
        return tuple(item for _, item in ranked if item.count > 1 or (item.id, item.kind) not in put_off)

    def _about_many(self, view: View, now: datetime, put_off: Container[tuple[str, str]]) -> Iterator[WorklistItem]:
        yield from proposals(view, self._shared(NEEDS, ToDecide))
        yield from first_of_each([*self._shared(OFFERS, OfMessage), *self._shared(MESSAGES, OfMessage)])
        yield from carry_many(carrying_many(view, self._shared(CARRIED, Helped), put_off))
        self.unused = self._idle.since(view, now, put_off)
        yield from unused_items(self.unused, view.waits.unused_days)

    def known_pairs(self) -> tuple[KnownPair, ...]:
        """The proposals for two who know each other, the most urgent first."""
        return known_pairs_in(self._shared(NEEDS, ToDecide))

    def until(self, view: View, now: datetime) -> datetime | None:
        """The moment from which on time alone may change the list."""
        moments = (moment for part in self._kept.values() for moment in part.moments)
        return min((*moments, *self._idle.moments(view, now)), default=None)

    def _shared(self, part: WorklistPart, kind: type[S]) -> list[S]:
        return [piece for piece in self._kept[part].shared if isinstance(piece, kind)]


def _other(before: Mapping[str, str], after: Mapping[str, str]) -> set[int]:
    """The keys of the remedies that are not as before."""
    if before == after:
        return set()
    return {remedy_key(one) for one in before.keys() | after.keys() if before.get(one) != after.get(one)}
