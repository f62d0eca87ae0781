"""How much each reason counts in this community's matching: kept in the book, so that every machine matches alike."""

from dataclasses import replace
from typing import get_args

from community.book import Action, Reader
from community.casework.casework_errors import NotNow
from community.casework.unit_of_work import UnitOfWork, do
from community.casework.user import WorkContext
from community.matching import DEFAULT, TERMS, MatchingError, Weights
from community.tables.ids import derive
from community.tables.row_types import WeightField, WeightRow, WeightValues
from community.tables.verbs import Verb

ROW = derive("G", "weights")
"""There is one row at most; without it, what the matching comes with counts."""
TOGETHER = 10_000
"""So many points there are to give."""


def weights_of(reader: Reader) -> Weights:
    """The weights in force now."""
    row = reader.get(WeightRow, ROW)
    if row is None:
        return DEFAULT
    told = {term: int(row[term]) for term in TERMS if row[term] is not None}
    # Weights that were saved before there was this reason stand as they are: it gets what they left over.
    left = TOGETHER - sum(told.values())
    return weights_from({"waiting": max(min(DEFAULT.waiting, left), 0)} | told)


def weigh(context: WorkContext, weights: Weights, reason: str | None = None, *, seen: Weights) -> Action:
    """Put these weights in force; `seen` are those that were in force when the person decided.

    Raises NotNow when somebody has changed them since, and when every weight would be nought.
    """
    refuse_nothing(weights)

    def work(unit: UnitOfWork) -> None:
        if weights_of(unit.reader) != seen:
            raise NotNow("Somebody changed the weights since you looked. Look again, then decide.")
        row = unit.reader.get(WeightRow, ROW)
        if row is None:
            unit.add(WeightRow, WeightValues(**{term: getattr(weights, term) for term in TERMS}), ROW)  # type: ignore[typeddict-item]
            return
        for term in get_args(WeightField):
            unit.set(row, term, getattr(weights, term))

    return do(context, Verb.WEIGH, work, reason)[0]


def refuse_nothing(weights: Weights) -> None:
    """Raise NotNow when every weight is nought: the matching would propose the first in a list."""
    if not any(getattr(weights, term) for term in TERMS):
        raise NotNow("At least one reason has to weigh something.")


def weights_from(points: dict[str, int]) -> Weights:
    """The weights with these points. Raises NotNow, in words, when they can't be used."""
    try:
        return replace(DEFAULT, **points)  # type: ignore[arg-type]
    except MatchingError as wrong:
        raise NotNow(str(wrong)) from None
