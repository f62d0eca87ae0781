"""The canonical form of each value: equal answers become equal text, wherever they come from."""

import json
import math
import re
import unicodedata
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from community.errors import UserFacingError
from community.tables.column import Column, Table
from community.tables.row import EXTRA

Value = str | int | float | None
LONDON = ZoneInfo("Europe/London")
"""Where times are shown, and where a day begins and ends; what is kept is UTC."""
_UNSTORABLE = re.compile("[\ud800-\udfff]")
LONGEST_SOUGHT = 200
"""Of what an index is made from, letters: PostgreSQL's takes no more than about 2,700 bytes, and no id is longer."""


class NotCanonical(UserFacingError):
    """A value that its column can't hold. The message names the column, never the value."""


def text(value: str) -> str | None:
    """The text in NFC, with `\\n` line ends and no outer white space; None when nothing is left.

    NUL and lone surrogates become U+FFFD, because no database stores them; everything else is kept as it came.
    """
    if not value.isascii():
        value = unicodedata.normalize("NFC", _UNSTORABLE.sub("\ufffd", value))
    return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd").strip() or None


def is_sought(column: Column | None) -> bool:
    """Whether rows are looked up by this column, which limits its values' length: ids, and codes that we decide."""
    return column is not None and (column.kind == "ref" or (column.kind == "code" and column.origin == "decided"))


def plain_name(value: str) -> str:
    """An id or a name of ours, unchanged. Raises NotCanonical when it is too long or not plain text."""
    if not 0 < len(value) <= LONGEST_SOUGHT or not value.isascii() or not value.isprintable():
        raise NotCanonical("An id or a name of a field can't be like this.")
    return value


def codes(words: Iterable[str]) -> str | None:
    """The words sorted, each once, joined by `; `. Words outside the vocabulary stay."""
    each = {t for w in words for part in w.split(";") if (t := text(part))}
    return "; ".join(sorted(each)) or None


def split(joined: str | None) -> list[str]:
    """The words of a joined list."""
    return [w for w in (joined or "").split("; ") if w]


def sentences(each: Iterable[str]) -> str | None:
    """Short sentences without full stops, joined as a column holds them."""
    return ". ".join(each) or None


def split_sentences(joined: str | None) -> tuple[str, ...]:
    """The sentences that `sentences` joined."""
    return tuple(joined.split(". ")) if joined else ()


def instant(moment: datetime) -> str:
    """The time in UTC to the millisecond: `2026-11-21T20:21:48.123Z`. Raises ValueError for a time without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment(instant_text: str) -> datetime:
    """The time that `instant` wrote."""
    return datetime.fromisoformat(instant_text)


def of(column: Column, value: object) -> Value:
    """The value in this column's canonical form. Raises NotCanonical if it has none."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return None
    try:
        found = _of(column, value)
        if isinstance(found, str) and len(found) > LONGEST_SOUGHT and is_sought(column):
            raise ValueError
        return found
    except (ValueError, TypeError, OverflowError):
        raise NotCanonical(f"{column.name} does not hold such a value (a {column.kind} is wanted)") from None


def _of(column: Column, value: object) -> Value:
    match column.kind:
        case "codes" | "refs":
            return codes([value] if isinstance(value, str) else (str(v) for v in value))  # type: ignore[attr-defined]
        case "integer":
            number = float(str(value).strip() or "nan")
            if math.isnan(number):
                return None
            if number != int(number) or abs(number) >= 2**53:
                raise ValueError
            return int(number)
        case "number":
            number = float(str(value).strip() or "nan")
            if math.isinf(number):
                raise ValueError
            return None if math.isnan(number) else number + 0.0
        case "time":
            stamp = value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip()) if str(value).strip() else None
            return None if stamp is None else instant(stamp)
        case "date":
            day = value.isoformat() if isinstance(value, date) and not isinstance(value, datetime) else str(value).strip()
            return date.fromisoformat(day).isoformat() if day else None
        case "yes_no" if isinstance(value, bool):
            return "yes" if value else "no"
        case _:
            return text(str(value))


_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y")


def typed_day(told: str) -> date | None:
    """The day, as browsers send it or as people here write it: `24/12/2026`, `24 December 2026`; None for other words."""
    for form in _DAYS:
        try:
            return datetime.strptime(told.strip(), form).date()  # noqa: DTZ007 (a day has no zone)
        except ValueError:
            continue
    return None


_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d{1,12})(\.\d{1,6})?", re.ASCII)


def typed_number(told: str) -> str | None:
    """The number as people here write it, in figures: `1,200` is `1200`; None for other words."""
    return told.strip().replace(",", "") if _NUMBER.fullmatch(told.strip()) else None


def as_text(value: Value) -> str | None:
    """The value as changes and sheets hold it."""
    if value is None or isinstance(value, str):
        return value
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def answer(value: object) -> str | None:
    """The canonical answer to a question that the community added: text, or the sorted codes of a list."""
    match value:
        case None:
            return None
        case bool():
            return "yes" if value else "no"
        case list() | tuple() | set() | frozenset():
            return codes(str(v) for v in value)
    return text(str(value))


def added(values: Mapping[str, object] | str | None) -> str | None:
    """A community's added answers as canonical JSON. Raises NotCanonical for text that holds no answers by name."""
    try:
        answers = dict(json.loads(values or "{}") if isinstance(values, str) else values or {})
    except (ValueError, TypeError, RecursionError):
        raise NotCanonical("extra does not hold such a value (answers by name are wanted)") from None
    kept = {k: t for name, v in sorted(answers.items()) if (k := text(str(name))) and (t := answer(v))}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None


def row(table: Table, values: Mapping[str, object]) -> dict[str, Value]:
    """Canonical values of every column of the table; `extra.NAME` fields are gathered. Raises NotCanonical."""
    told = {k.removeprefix("extra."): v for k, v in values.items() if k.startswith("extra.")}
    plain = {k: v for k, v in values.items() if not k.startswith("extra.")}
    unknown = plain.keys() - table.by_name.keys()
    if unknown or (told and "extra" not in table.by_name):
        raise NotCanonical(f"{table.name} has no column {sorted(unknown or told)[0]}")
    # Absent answers are skipped: most are absent, and rows come in by the thousand.
    found = {
        c.name: None if (value := plain.get(c.name)) is None else of(c, value) for c in table.columns if c.name != "extra"
    }
    if "extra" in table.by_name:
        base = json.loads(added(plain.get(EXTRA)) or "{}")  # type: ignore[arg-type]
        found[EXTRA] = added(base | told)
    return found
