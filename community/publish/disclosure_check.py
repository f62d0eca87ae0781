"""What a reader can work out who knows the rule and solves everything that is published, exactly."""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

Bounds = Mapping[str, tuple[int, int]]
Sums = Sequence[tuple[str, Sequence[str]]]
"""(total, the parts that it is the sum of). A part may be a total itself, and a total may be split in two ways."""


class PublicReader:
    """Somebody with a published table: what each number can be by itself, and which add up to which."""

    def __init__(self, bounds: Bounds, sums: Sums) -> None:
        """Write the table down as equations."""
        self._model = cp_model.CpModel()
        self._unknown = {n: self._model.new_int_var(least, most, n) for n, (least, most) in sorted(bounds.items())}
        for total, parts in sums:
            self._model.add(self._unknown[total] == sum(self._unknown[part] for part in parts))
        self._solver = cp_model.CpSolver()
        self._solver.parameters.num_workers = 1

    def spread(self, name: str) -> int:
        """The difference between the most and the least that this count can be."""
        return self._furthest(name, 1) + self._furthest(name, -1)

    def _furthest(self, name: str, sign: int) -> int:
        self._model.maximize(sign * self._unknown[name])
        if self._solver.solve(self._model) != cp_model.OPTIMAL:
            raise RuntimeError("what is published can't be true")
        return sign * self._solver.value(self._unknown[name])
