"""Whom a record is about, by the names that whoever looks may read."""

from community.casework.casework_errors import NotFound
from community.casework.contact_log import table_of
from community.casework.visibility import Visibility


def named(visible: Visibility, record_id: str | None) -> str | None:
    """`Ada Asks`, or of a match `Vera Vole for Ada Asks`; None where nobody is named, or out of sight."""
    if record_id is None:
        return None
    try:
        row = visible.get(table_of(record_id), record_id)
    except NotFound:
        return None
    match row.table:
        case "needs":
            return named(visible, row["resident_id"])
        case "matches":
            return _two(named(visible, row["volunteer_id"]), named(visible, row["need_id"]), "for")
        case "pairs":
            return _two(named(visible, row["resident_id"]), named(visible, row["volunteer_id"]), "and")
        case "contacts":
            return named(visible, row["with_whom"]) or named(visible, row["about"])
        case "checks" | "visits":
            return named(visible, row["volunteer_id"])
        case "help_requests":
            asker: str | None = row["name"] or row["referrer_name"]
            return asker
    name: str | None = row.get("name")
    return name


def _two(one: str | None, other: str | None, between: str) -> str | None:
    return f"{one} {between} {other}" if one and other else one or other
