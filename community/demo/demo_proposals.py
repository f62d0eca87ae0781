"""This morning's proposals: the real matching, run on the town as it stands."""

from community.book import Book
from community.casework import MACHINE
from community.casework.board_frames import frames
from community.demo.demo_town import Town
from community.matching import propose
from community.tables.canonical import sentences
from community.tables.statuses import MatchStatus
from community.tables.verbs import Verb


def add_proposals(town: Town, book: Book) -> None:
    """Tell the ledger whom the matching proposes for every need in the book that somebody can meet."""
    with book.reading() as reader:
        board = frames(reader, town.settings, town.calendar.now, keep_seen=True)
    found = propose(board.volunteers, board.needs, weights=board.weights, pinned=board.pinned)
    columns = (found.matches[name].tolist() for name in ("need_id", "volunteer_id", "cost"))
    appends: list[tuple[str, str, dict[str, object]]] = []
    for need_id, volunteer_id, cost in sorted(zip(*columns, strict=True)):
        why = sentences(board.reasons(found.board, need_id, volunteer_id))
        values = {
            "need_id": need_id,
            "volunteer_id": volunteer_id,
            "status": MatchStatus.PROPOSED,
            "cost": cost,
            "why": why,
        }
        appends.append(("matches", town.ledger.id_of("matches", need_id, volunteer_id), values))
    if appends:
        town.ledger.act(Verb.PROPOSE, at=town.calendar.now, by=MACHINE, appends=appends)
