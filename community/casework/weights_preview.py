"""What other weights would change, before they are in force: the whole board matched both ways, side by side."""

from dataclasses import dataclass, field

from community.book import among
from community.casework.community_weights import weights_of
from community.casework.permissions import check_user_can
from community.casework.shortages import hubs_of_needs
from community.casework.user import WorkContext
from community.casework.visibility import looking
from community.casework.whole_board import whole_board
from community.matching import Measures, Weights, changed, measure
from community.tables.row_types import NeedRow, ResidentRow
from community.tables.verbs import Verb


@dataclass(frozen=True)
class Effect:
    """The board with the weights in force, and with those tried. Nothing is written.

    `changed`: how many proposals would be different. `gain` and `lose`: names of residents who would get somebody they
    know, or would no longer.
    """

    before: Measures
    after: Measures
    changed: int
    gain: tuple[str, ...] = field(repr=False)
    lose: tuple[str, ...] = field(repr=False)


def weights_now(context: WorkContext) -> Weights:
    """The weights in force now."""
    with context.book.reading() as reader:
        return weights_of(reader)


def effect_of_weights(context: WorkContext, weights: Weights) -> Effect:
    """What these weights would change on the board as it is now. Raises NotAllowed for all but the director."""
    check_user_can(context.user, Verb.WEIGH)
    whole, areas = whole_board(context, keep_seen=True), hubs_of_needs(context)
    # Of several boards that are equally good, another might be found. With the same weights nothing would be different.
    then = whole.found if weights == weights_now(context) else whole.found.weighed(weights)
    before, after = measure(whole.found, areas), measure(then, areas)
    return Effect(
        before,
        after,
        len(changed(whole.found, then)),
        _names(context, after.kept - before.kept),
        _names(context, before.kept - after.kept),
    )


def _names(context: WorkContext, need_ids: frozenset[str]) -> tuple[str, ...]:
    with looking(context) as visible:
        needs = visible.rows(NeedRow, lambda c: [among(c.id, need_ids)])
        who = {r.id: r for r in visible.rows(ResidentRow, lambda c: [among(c.id, {n.resident_id for n in needs})])}
    return tuple(sorted({who[n.resident_id].name or n.resident_id for n in needs if n.resident_id in who}))
