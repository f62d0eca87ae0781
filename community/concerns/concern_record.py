"""One concern as the lead, a deputy or the chair sees it: opened with the key, and never kept open anywhere."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from community.concerns.concern_receivers import Named
from community.concerns.encryption import Seal
from community.concerns.move_words import MovedWords
from community.tables import SEALED
from community.tables.canonical import moment
from community.tables.row_types import ColumnName, ConcernRow
from community.tables.vocabulary import ConcernRoute, ConcernStepKind

DIRECTOR = "director"
"""The answer to who may be the cause, where it is a complaint about the director and nobody was harmed."""
TOLD = tuple(name for name in SEALED if name not in {"named", "moved", "steps"})


@dataclass(frozen=True)
class ConcernStep:
    """Something that was done about a concern: when, by whom, what, and the answers given with it."""

    at: str
    by: str
    what: str
    told: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True)
class Concern:
    """One concern, opened."""

    id: str
    at: datetime
    route: str
    status: str
    told: Mapping[str, str] = field(repr=False)
    named: tuple[Named, ...] = field(repr=False)
    moved: tuple[MovedWords, ...] = field(repr=False)
    steps: tuple[ConcernStep, ...] = field(repr=False)

    @property
    def is_complaint(self) -> bool:
        """Whether it is a complaint about the director, answered as complaints are."""
        return self.told.get(ColumnName.HARM_BY) == DIRECTOR

    def step(self, what: ConcernStepKind) -> ConcernStep | None:
        """The first step of this kind; None if it was not taken."""
        return next((step for step in self.steps if step.what == what), None)

    @property
    def raised_by(self) -> str | None:
        """The name of the user who raised it; None when it came by the public form."""
        raised = self.step(ConcernStepKind.RAISED)
        return raised.by if raised else None


def opened(seal: Seal, row: ConcernRow) -> Concern:
    """The opened concern of this row of the book. Raises NoConcernsKey."""
    words = {name: seal.open(name, row[name]) for name in SEALED if row[name]}
    return Concern(
        row.id,
        moment(row.at),
        row.route or ConcernRoute.ADULTS,
        row.status,
        {name: words[name] for name in TOLD if name in words},
        named_in(words),
        tuple(MovedWords(**each) for each in json.loads(words.get(ColumnName.MOVED, "[]"))),
        tuple(ConcernStep(**each) for each in json.loads(words.get(ColumnName.STEPS, "[]"))),
    )


def named_in(words: Mapping[str, str]) -> tuple[Named, ...]:
    """Everybody whom a concern with these words names: those put down as named, and those told to the public form."""
    found = [Named(**each) for each in json.loads(words.get(ColumnName.NAMED) or "[]")]
    if words.get(ColumnName.HARM_BY) in {"runs_it", DIRECTOR}:
        found.append(Named("runs_it", words.get(ColumnName.HARM_BY_NAME)))
    elif words.get(ColumnName.HARM_BY_NAME):
        found.append(Named("other", words[ColumnName.HARM_BY_NAME]))
    if words.get(ColumnName.AT_RISK_NAME):
        found.append(Named("other", words[ColumnName.AT_RISK_NAME]))
    return tuple(dict.fromkeys(found))


def written(parts: Iterable[Named] | Sequence[MovedWords] | Sequence[ConcernStep]) -> str:
    """The text, ready for sealing, of parts of a concern."""
    return json.dumps([asdict(part) for part in parts], ensure_ascii=False, default=dict)
