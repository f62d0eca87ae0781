"""What happens to a board, drawn by lot: who comes, changes and leaves, what is agreed, refused and called off."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from community.matching import BoardChange, Proposals, Weights, propose
from tests.matching.boards import asks, people
from tests.matching.random_boards import WEIGHTS, rows

Row = dict[str, Any]


@dataclass
class History:
    """A board as rows, which changes step by step. `fresh` rows are what others turn into."""

    seed: int
    volunteers: dict[str, Row] = field(default_factory=dict)
    needs: dict[str, Row] = field(default_factory=dict)
    pinned: set[tuple[str, str]] = field(default_factory=set)
    touched: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.draw = np.random.default_rng(self.seed)
        volunteers, needs = rows(self.seed)
        self.volunteers = {each["volunteer_id"]: each for each in volunteers}
        self.needs = {each["need_id"]: _complete(each) for each in needs}
        self.fresh = rows(self.seed + 1_000_000), rows(self.seed + 2_000_000)

    @property
    def weights(self) -> Weights:
        return WEIGHTS[self.seed % len(WEIGHTS)]

    def anew(self) -> Proposals:
        """The whole board, matched from all its rows."""
        frames = people(*self.volunteers.values()), asks(*self.needs.values())
        return propose(*frames, weights=self.weights, pinned=self.pinned)

    def step(self) -> BoardChange:
        """Let something happen, mostly one thing, and say what changed."""
        self.touched = set()
        for _ in range(int(self.draw.choice([1, 1, 1, 2, 5]))):
            happens = (
                *(self.volunteer_comes, self.volunteer_changes, self.has_other_room, self.has_other_room, self.moves),
                *(self.volunteer_leaves, self.need_comes, self.need_comes, self.need_changes, self.need_leaves),
                *(self.is_agreed, self.is_agreed, self.is_called_off, self.shuns, self.wants_other_help),
            )
            happens[int(self.draw.integers(len(happens)))]()
        return BoardChange(
            volunteers=people(*(row for one, row in self.volunteers.items() if one in self.touched)),
            needs=asks(*(row for one, row in self.needs.items() if one in self.touched)),
            gone_volunteers=frozenset(one for one in self.touched if one[0] == "V" and one not in self.volunteers),
            gone_needs=frozenset(one for one in self.touched if one[0] == "N" and one not in self.needs),
            pinned=frozenset(pair for pair in self.pinned if self.touched & set(pair)),
        )

    def volunteer_comes(self) -> None:
        source = self._some(self.fresh[int(self.draw.integers(2))][0])
        if source:
            one = f"V-{int(self.draw.integers(40)):02}"
            self.volunteers[one] = {**source, "volunteer_id": one}
            self.touched.add(one)

    def volunteer_changes(self) -> None:
        one, source = self._some(self.volunteers), self._some(self.fresh[0][0])
        if one and source:
            name = self._some([name for name in source if name != "volunteer_id"])
            self._turn(one, **{name: source[name]})

    def has_other_room(self) -> None:
        if one := self._some(self.volunteers):
            self._turn(one, capacity=int(self.draw.integers(0, 4)))

    def moves(self) -> None:
        far = float(self.draw.choice([500, 3_000, 900_000]))
        if one := self._some(self.volunteers):
            self._turn(one, easting=far, northing=far, max_distance_km=float(self.draw.choice([1.0, 30.0])))

    def shuns(self) -> None:
        if one := self._some(self.volunteers):
            self._turn(one, avoids={f"P-{int(self.draw.integers(6))}"} if self.draw.random() < 0.7 else set())

    def volunteer_leaves(self) -> None:
        if one := self._some(self.volunteers):
            del self.volunteers[one]
            self.touched.add(one)

    def need_comes(self) -> None:
        source = self._some(self.fresh[int(self.draw.integers(2))][1])
        if source:
            one = f"N-{int(self.draw.integers(30)):02}"
            self.needs[one] = _complete({**source, "need_id": one})
            self.touched.add(one)

    def need_changes(self) -> None:
        one, source = self._some(self.needs), self._some(self.fresh[1][1])
        if one and source:
            name = self._some([name for name in source if name not in {"need_id", "refused"}])
            self._turn(one, **{name: source[name]})

    def need_leaves(self) -> None:
        if one := self._some(self.needs):
            del self.needs[one]
            self.touched.add(one)

    def wants_other_help(self) -> None:
        """A kind of help, a training and a language that nobody spoke of before."""
        code = f"new {int(self.draw.integers(100))}"
        if one := self._some(self.needs):
            self._turn(one, task_type=code)
        if one := self._some(self.volunteers):
            self._turn(one, tasks={code, "a"}, languages={code, "en"}, training={code})

    def is_agreed(self) -> None:
        need, volunteer = self._some(self.needs), self._some(self.volunteers)
        if need and volunteer and (need, volunteer) not in self.pinned:
            self.pinned.add((need, volunteer))
            self._turn(need, people=self.needs[need]["people"] - 1)
            self._turn(volunteer, capacity=self.volunteers[volunteer]["capacity"] - 1)

    def is_called_off(self) -> None:
        """It came to nothing: the need remembers, and both are free again."""
        if pair := self._some(sorted(self.pinned)):
            need, volunteer = pair
            self.pinned.discard(pair)
            self.touched |= set(pair)
            if need in self.needs:
                refused = self.needs[need]["refused"] | {volunteer}
                self._turn(need, people=self.needs[need]["people"] + 1, refused=refused)
            if volunteer in self.volunteers:
                self._turn(volunteer, capacity=self.volunteers[volunteer]["capacity"] + 1, last_asked_days=0.0)

    def _turn(self, one: str, **values: Any) -> None:
        rows = self.volunteers if one[0] == "V" else self.needs
        rows[one] = {**rows[one], **values}
        self.touched.add(one)

    def _some(self, among: Any) -> Any:
        found = list(among)
        return found[int(self.draw.integers(len(found)))] if found else None


def _complete(need: Row) -> Row:
    return {"refused": set(), **need}
