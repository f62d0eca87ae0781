"""Whether somebody who asks is known already: by telephone, or by name and postcode. Where unsure, a person says."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

from community.book import Row
from community.casework.sight import Sight, looking
from community.casework.user import Desk
from community.places import parse
from community.tables.canonical import instant


@dataclass(frozen=True)
class Candidate:
    """Somebody known who may be the same person. Of a resident of another hub, a coordinator is not told the name."""

    resident_id: str
    name: str | None = field(repr=False)
    sector: str | None
    hub: str | None
    same: tuple[str, ...]
    """What is the same: telephone, name, postcode."""


@dataclass(frozen=True)
class Candidates:
    """`sure` is the id of the one who must be the same person; else `candidates` are to be asked about."""

    sure: str | None
    candidates: tuple[Candidate, ...]


def who_is_it(desk: Desk, request_id: str) -> Candidates:
    """Whom the request may come from, among the residents known."""
    with looking(desk) as sight:
        return same_resident(sight, sight.get("help_requests", request_id))


def possible_doubles(desk: Desk, request_id: str) -> list[Row]:
    """Other requests that may say the same: open ones, or of the last fortnight, the latest first.

    The same resident, telephone number, or name and postcode.
    """
    since = instant(desk.clock() - timedelta(days=14))
    with looking(desk) as sight:
        request = sight.get("help_requests", request_id)
        asking = Told.of(request)
        others = sight.rows(
            "help_requests", lambda c: [c.id != request_id, (c.status != "closed") | (c.at >= since)], order="-at"
        )
    return [
        each
        for each in others
        if (request["resident_id"] is not None and each["resident_id"] == request["resident_id"])
        or asking.shares("telephone", each)
        or (asking.shares("name", each) and asking.shares("postcode", each))
    ]


def same_resident(sight: Sight, request: Row) -> Candidates:
    """Compare the request with every resident: one and the same when nothing told differs, else a question."""
    asking = Told.of(request)
    found: list[tuple[Row, tuple[str, ...], bool]] = []
    for known in sight.reader.rows("residents", columns=("id", "telephone", "name")):
        if not (asking.shares("telephone", known) or asking.shares("name", known)):
            continue
        row = sight.reader.get("residents", known["id"])
        same = tuple(what for what in _WHAT if row is not None and asking.shares(what, row))
        if row is not None and ("telephone" in same or {"name", "postcode"} <= set(same)):
            differs = any(asking[what] and _WHAT[what](row[what]) and what not in same for what in _WHAT)
            found.append((row, same, not differs and "name" in same))
    certain = [row["id"] for row, _, sure in found if sure]
    if len(found) == 1 and certain:
        return Candidates(certain[0], ())
    return Candidates(
        None,
        tuple(
            Candidate(r["id"], r["name"] if sight.sees(r) else None, r["sector"], r["hub"], same)
            for r, same, _ in found
        ),
    )


def _telephone(told: str | None) -> str | None:
    digits = re.sub(r"^(?:00)?44(?=0?\d{9,})0?", "0", re.sub(r"\D", "", told or ""))
    return digits if len(digits) > _SHORTEST else None


def _name(told: str | None) -> str | None:
    return " ".join(re.findall(r"\w+", (told or "").casefold())) or None


def _postcode(told: str | None) -> str | None:
    return parse(told).postcode


_SHORTEST = 6
_WHAT: dict[str, Callable[[str | None], str | None]] = {
    "telephone": _telephone,
    "name": _name,
    "postcode": _postcode,
}
"""What tells people apart, each brought to one form."""


class Told(dict[str, str | None]):
    """What a request or a resident's record tells of who it is, in one form."""

    @classmethod
    def of(cls, row: Row) -> "Told":
        """Telephone, name and postcode of this row, None where there is none that tells anything."""
        return cls({what: form(row[what]) for what, form in _WHAT.items()})

    def shares(self, what: str, row: Row) -> bool:
        """Whether the row tells the same: what is not told is never the same."""
        return self[what] is not None and self[what] == _WHAT[what](row[what])
