"""What was told on the telephone can't be untold: who has to hear of it when an action is taken back."""

from collections.abc import Iterator
from dataclasses import dataclass

from community.book import Append, Reader, Row
from community.casework.sight import looking
from community.casework.user import Desk

GIVEN, AGREED, COMES = "given", "agreed", "comes"
WORDS = {
    GIVEN: "They were told whom it is for and how to reach them, and that was taken back. Ring and tell them",
    AGREED: "They said yes and know whom it is for, and that was taken back. Ring and tell them",
    COMES: "They were told who comes, and that was taken back. Ring and tell them",
}
"""By what somebody was told: the words of the line on Today. Nobody is named in them."""
TO_TELL = frozenset(WORDS.values())


@dataclass(frozen=True)
class Told:
    """Somebody who knows by telephone what an action said: what it was, of which match, and who."""

    what: str
    match_id: str
    who: str


def told_by(desk: Desk, action_id: str) -> list[Told]:
    """Whom an action told something that taking it back does not untell, as far as it is within sight."""
    with looking(desk) as sight:
        return [each for each in _told(sight.reader, action_id) if sight.keeps_record("matches", each.match_id)]


def lines_of(reader: Reader, action_id: str) -> list[Append]:
    """An open call to each of them: a line of Today that stays until somebody has told them."""
    return [
        Append(
            "contacts",
            {
                "about": each.match_id,
                "with_whom": each.who,
                "way": "telephone",
                "direction": "out",
                "outcome": "note",
                "words": WORDS[each.what],
                "status": "open",
            },
        )
        for each in _told(reader, action_id)
    ]


def _told(reader: Reader, action_id: str) -> Iterator[Told]:
    if action_id.startswith("undo-"):
        return  # what was taken back is so again: nobody has heard anything else
    changes = reader.changes(action=action_id, where=lambda c: [c.conflict.is_(None), c.table == "matches"])
    for change in changes:
        match = reader.get("matches", change["record_id"])
        need = reader.get("needs", match["need_id"]) if match else None
        if match is None or need is None:
            continue
        what = _what(change, match)
        who = need["resident_id"] if what == COMES else match["volunteer_id"]
        if what and who:
            yield Told(what, match["id"], who)


def _what(change: Row, match: Row) -> str | None:
    match change["field"], change["now"]:
        case "released_at", str():
            return GIVEN
        case "status", "accepted" if match["released_at"]:
            return AGREED
        case "status", "active":
            return COMES
    return None
