"""Keys and codes of key safes: how they come to us, who has them, each look at a code, and how they go back."""

from datetime import datetime
from typing import Final, Protocol

from community.book.read_log import note_read_of, reads_of_records
from community.casework.casework_errors import NotNow
from community.casework.life_calls import KEY_LOST, KEY_LOST_DIED
from community.casework.life_frame import AskKind, Happening, LifeAsk, LifeEvent, is_here, may_help
from community.casework.permissions import check_user_can
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.tables.canonical import instant, moment
from community.tables.message_codes import ReadKind
from community.tables.row_types import DoorKeyRow, DoorKeyValues, ResidentRow, VolunteerRow
from community.tables.statuses import DoorKeyStatus
from community.tables.support_vocabulary import DOOR_KEY_KINDS, DoorKeyKind
from community.tables.verbs import Verb

CODE: Final = "code"


class Sealing(Protocol):
    """What seals words so that only this community's key opens them."""

    def seed(self, of: str | None = None) -> bytes:
        """A seed."""

    def seal(self, column: str, words: str, seed: bytes) -> str:
        """The words, sealed."""

    def open(self, column: str, sealed: str) -> str:
        """The words that were sealed."""


def sealed_code(seal: Sealing, code: str | None) -> str | None:
    """The code of a key safe as the book keeps it: nobody reads it in the book, its backups or its files."""
    told = (code or "").strip()
    return seal.seal(CODE, told, seal.seed()) if told else None


def open_code(context: WorkContext, key_id: str, seal: Sealing) -> str:
    """The code of a key safe, for somebody who may see it. That they looked is written down before it is shown.

    Raises NotAllowed, NotFound, and NotNow where there is none.
    """
    check_user_can(context.user, Verb.KEY_OUT)
    with looking(context) as visible:
        visible.get(DoorKeyRow, key_id)
        row = visible.reader.get(DoorKeyRow, key_id)
    if row is None or row.code is None or row.status != DoorKeyStatus.HELD:
        raise NotNow("No code is kept of it.")
    words = seal.open(CODE, row.code)
    at, by = instant(context.clock()), context.user.name
    context.book.remember(lambda connection: note_read_of(connection, key_id, ReadKind.KEY_CODE, at=at, by=by))
    return words


def looks_at_code(context: WorkContext, key_id: str) -> list[tuple[datetime, str]]:
    """Who looked at the code and when, the latest first."""
    with looking(context) as visible:
        visible.get(DoorKeyRow, key_id)
        found = reads_of_records(visible.reader.connection, [key_id])
    return [(moment(row.at), row.by) for row in found if row.what == ReadKind.KEY_CODE]


def _keep(happening: Happening) -> None:
    unit, told = happening.unit, happening.told
    if (told.said("kind") == DoorKeyKind.KEY_SAFE) != (told.said(CODE) is not None):
        raise NotNow("A key safe has a code, and a key has none.")
    values: DoorKeyValues = {
        "resident_id": happening.row.id,
        "kind": DoorKeyKind(told.said("kind") or ""),
        "label": told.said("label"),
        "kept_at": told.said("kept_at"),
        "code": told.said(CODE),
        "agreed": told.said("agreed"),
        "status": DoorKeyStatus.HELD,
    }
    unit.add(DoorKeyRow, values)


def _key(happening: Happening) -> DoorKeyRow:
    return happening.unit.read(DoorKeyRow, happening.row.id)


def _out(happening: Happening) -> None:
    one = happening.told.said("to")
    if one is not None and not may_help(happening.unit.take(VolunteerRow, one)):
        raise NotNow("That volunteer has left.")
    happening.unit.set(_key(happening), "held_by", one)


def _back(happening: Happening) -> None:
    key, unit = _key(happening), happening.unit
    unit.move(key, DoorKeyStatus.BACK)
    unit.set(key, "back_on", happening.told.day("on"))
    unit.set(key, "held_by", None)
    unit.set(key, "code", None)


def _lost(happening: Happening) -> None:
    happening.unit.move(_key(happening), DoorKeyStatus.LOST)
    whose = _key(happening).resident_id
    if happening.has_died(whose):
        happening.call(KEY_LOST_DIED, happening.row.id, None)
    else:
        happening.call(KEY_LOST, happening.row.id, whose)


EVENTS = (
    LifeEvent(
        Verb.KEEP_KEY,
        ResidentRow,
        _keep,
        (
            LifeAsk("kind", AskKind.ONE_OF, "What opens the door?", True, DOOR_KEY_KINDS, "door_key_kind"),
            LifeAsk("label", AskKind.LINE, "What is on its tag? Never a name or an address"),
            LifeAsk("kept_at", AskKind.LINE, "Where is it kept, or where is the key safe?"),
            LifeAsk(CODE, AskKind.SEALED, "The code of the key safe. It is sealed, and each look is written down"),
            LifeAsk("agreed", AskKind.LINE, "How did they agree that we have it?", True),
        ),
        is_here,
        book_only=True,
    ),
    LifeEvent(
        Verb.KEY_OUT,
        DoorKeyRow,
        _out,
        (
            LifeAsk(
                "to",
                AskKind.RECORD,
                "Who takes it? Empty: it is with us again",
                of=VolunteerRow.TABLE,
                column="held_by",
            ),
        ),
        lambda one: one.status == DoorKeyStatus.HELD and one.kind == DoorKeyKind.KEY,
    ),
    LifeEvent(
        Verb.KEY_BACK,
        DoorKeyRow,
        _back,
        (LifeAsk("on", AskKind.PAST_DAY, "On which day was it given back, or the code changed?", True),),
        lambda one: one.status in {DoorKeyStatus.HELD, DoorKeyStatus.LOST},
    ),
    LifeEvent(Verb.KEY_LOST, DoorKeyRow, _lost, (), lambda one: one.status == DoorKeyStatus.HELD),
)
