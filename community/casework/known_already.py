"""Whether a person in a record is known already: declined, left or paused before, or on the other side of help.

The page of the record says so and joins nothing: two rows stay two rows until a person decides.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from community.book import Row
from community.casework.people_lookup import Alike, alike, alike_each, near_each
from community.casework.user import WorkContext
from community.casework.visibility import Visibility, hidden, looking
from community.identity import PARTS, Fact, Part, known_by, people_in, same_organisation
from community.tables.row_types import ROW_TYPES, ColumnName, OrganisationRow
from community.wording import status_words

_ELSEWHERE: dict[Part, tuple[str, ...]] = {
    # Residents are compared with residents and requests when a request is joined to one: see `resident_identity`.
    "resident": ("volunteers", "organisations"),
    "referrer": ("volunteers", "organisations", "residents"),
    "volunteer": ("volunteers", "organisations", "residents"),
    "guardian": ("volunteers", "organisations", "residents"),
    "contact": ("organisations", "volunteers", "residents"),
    "emergency": ("organisations", "volunteers", "residents"),
}


@dataclass(frozen=True)
class KnownAs:
    """A record of somebody like the person asked about. Of another hub's, a coordinator sees hub and status only."""

    table: str
    id: str
    part: Part
    of: Part
    """Whom in the record they are like: the volunteer, or the guardian named beside them."""
    name: str | None = field(repr=False)
    status: str | None
    since: str
    """When the status last changed."""
    hub: str | None
    same: tuple[Fact, ...]
    near_name: bool
    in_sight: bool


def known_as(context: WorkContext, table: str, record_id: str) -> list[KnownAs]:
    """Records whose people may be those of this record, those with most in common first. Raises NotFound."""
    with looking(context) as visible:
        return known_elsewhere(visible, visible.get(ROW_TYPES[table], record_id))


def known_elsewhere(visible: Visibility, row: Row) -> list[KnownAs]:
    """Records whose people may be those of this row."""
    whole = visible.reader.get(row.table, row.id) or row
    found = [
        known
        for person in people_in(row.table, whole)
        if _shown(visible, row.table, person.part)
        for each in alike(visible.reader, person, _ELSEWHERE[person.part])
        if each.row.id != row.id and (known := _known(visible, each, person.part)) is not None
    ]
    if row.table == "organisations":
        found += _Signatories(visible).like(row, {known.id for known in found})
    return sorted(found, key=_most_in_common)


def known_twice(context: WorkContext, table: str, record_id: str) -> list[KnownAs]:
    """Other records of the same kind that may be this very person's, the likeliest first. Raises NotFound."""
    with looking(context) as visible:
        row = visible.get(ROW_TYPES[table], record_id)
        whole = visible.reader.get(row.table, row.id) or row
        of = PARTS[table][0].part
        found = [
            known
            for person in people_in(table, whole)
            if person.part == of and _shown(visible, table, of)
            for each in alike(visible.reader, person, [table])
            if each.row.id != row.id and each.part == of and (known := _known(visible, each, of)) is not None
        ]
        if table == OrganisationRow.TABLE:
            found += _Signatories(visible).like(row, {known.id for known in found})
    return sorted(found, key=_most_in_common)


def _most_in_common(known: KnownAs) -> tuple[bool, int, str, str]:
    return not known.near_name, -len(known.same), known.since, known.id


def may_have_come_before(visible: Visibility, rows: Sequence[Row]) -> set[str]:
    """The ids of the records that `came_before` compares with these rows, all of one table."""
    people = [person for row in rows for person in people_in(row.table, row)]
    near = near_each(visible.reader, people, rows[0].table) if rows else []
    return {one for each in near for one in each}


def came_before(visible: Visibility, rows: Sequence[Row]) -> dict[str, KnownAs]:
    """By row of these (all of one table), a record of that table with the same name in the same part.

    Its person was declined, left, rests or is there already. Rows of whom none is known are left out.
    """
    if not rows:
        return {}
    table, asked = rows[0].table, [(row.id, visible.reader.get(row.table, row.id) or row) for row in rows]
    shown = {part.part for part in PARTS[table] if _shown(visible, table, part.part)}
    people = [(one, person) for one, whole in asked for person in people_in(table, whole) if person.part in shown]
    others: dict[str, set[str]] = defaultdict(set)
    found: dict[str, list[KnownAs]] = defaultdict(list)
    for (one, person), like in zip(people, alike_each(visible.reader, [p for _, p in people], table), strict=True):
        others[one] |= {each.row.id for each in like}
        near = [each for each in like if each.row.id != one and each.likeness.near_name]
        if near:
            found[one] += filter(None, [_known(visible, min(near, key=_most_alike), person.part)])
    if table == OrganisationRow.TABLE:
        signed = _Signatories(visible)
        for row in rows:
            found[row.id] += signed.like(row, others[row.id])
    return {one: min(known, key=_most_in_common) for one, known in found.items() if known}


def _most_alike(each: Alike) -> tuple[int, str, str]:
    return -len(each.likeness.facts), each.row.changed_at, each.row.id


class _Signatories:
    """All organisations within sight, to find those of the same name or website, no matter who signed for them."""

    def __init__(self, visible: Visibility) -> None:
        self._visible = visible
        rows = visible.rows(OrganisationRow, order=None, columns=lambda c: (c.id, c.name, c.website))
        self._known = {row.id: known_by(row) for row in rows}

    def like(self, row: Row, found: Collection[str]) -> Iterator[KnownAs]:
        """Those like this one, without those `found` already."""
        mine = known_by(OrganisationRow.of(row))
        for other, its in self._known.items():
            if other != row.id and other not in found and same_organisation(mine, its):
                each = self._visible.get(OrganisationRow, other)
                yield KnownAs(
                    each.table, each.id, "contact", "contact", each.name, each.status, each.changed_at, None,
                    ("name",), near_name=True, in_sight=True,
                )  # fmt: skip


def _known(visible: Visibility, each: Alike, of: Part) -> KnownAs | None:
    row = each.row
    if not _shown(visible, row.table, each.part):
        return None
    seen = visible.sees(row)
    name = each.person.named if seen else None
    status = row.get(ColumnName.STATUS)
    facts = each.likeness.facts
    return KnownAs(
        row.table, row.id, each.part, of, name, status, row.changed_at, row.get(ColumnName.HUB),
        facts, near_name=each.likeness.near_name, in_sight=seen,
    )  # fmt: skip


def _shown(visible: Visibility, table: str, part: Part) -> bool:
    """Whether this role may read who stands in this part of the table at all."""
    closed = hidden(table, visible.user.role)
    return next(each.name not in closed for each in PARTS[table] if each.part == part)


def before_words(known: Mapping[str, KnownAs], row: Row) -> str:
    """Words that the same person or organisation may be in the book already, and how that ended."""
    before = known.get(row.id)
    return f" (perhaps known already: {status_words(before.table, before.status)})" if before else ""
