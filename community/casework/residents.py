"""Whether somebody who asks is known already: by telephone, or by name and postcode. Where unsure, a person says."""

import re
from dataclasses import dataclass, field

from community.book import Row
from community.casework.sight import Sight, looking
from community.casework.user import Desk
from community.places import parse


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


def same_resident(sight: Sight, request: Row) -> Candidates:
    """Compare the request with every resident: one and the same when nothing told differs, else a question."""
    asking = _Told.of(request)
    found: list[tuple[Row, tuple[str, ...], bool]] = []
    for row in sight.reader.rows("residents"):
        known = _Told.of(row)
        same = tuple(n for n in ("telephone", "name", "postcode") if asking.get(n) and asking.get(n) == known.get(n))
        if "telephone" in same or {"name", "postcode"} <= set(same):
            differs = any(asking.get(n) and known.get(n) and n not in same for n in ("telephone", "name", "postcode"))
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


class _Told(dict[str, str | None]):
    """What tells people apart, each in one form."""

    @classmethod
    def of(cls, row: Row) -> "_Told":
        digits = re.sub(r"\D", "", row["telephone"] or "")
        digits = re.sub(r"^(00)?44(?=\d{9,})0?", "0", digits)
        name = " ".join(re.findall(r"\w+", (row["name"] or "").casefold()))
        postcode = parse(row["postcode"]).postcode
        return cls(telephone=digits if len(digits) > 6 else None, name=name or None, postcode=postcode)
