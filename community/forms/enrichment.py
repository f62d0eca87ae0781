"""What we add to a row from a form or a sheet: its status, its hub, and its flags for a person to look at."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from community.forms.contact_details import contact_flags
from community.forms.crisis_words import signs_in
from community.forms.form_model import Form
from community.forms.validation import Submission
from community.places import Place, what_stands_there
from community.tables import TABLES
from community.tables.canonical import LONDON, Value, codes
from community.tables.flags import Flag
from community.tables.row_types import ColumnName
from community.tables.vocabulary import YesNo


def decided(
    form: Form, submission: Submission, *, channel: str, now: datetime, flags: Iterable[str] = ()
) -> dict[str, Value]:
    """The values of the columns that no question asks for; with `submission.values` they make the row.

    `flags` are those raised by the way the row came in; `now` is the time it came.
    """
    place, raised = submission.place or Place(), [*submission.flags, *flags]
    return enriched(form.table, submission.values, place, status=form.status, channel=channel, now=now, flags=raised)


def enriched(
    table: str,
    values: Mapping[str, Value],
    place: Place,
    *,
    status: str | None,
    channel: str,
    now: datetime,
    flags: Iterable[str],
) -> dict[str, Value]:
    """The columns added to any row with these values, whether from a form or not, where the table has them."""
    known: dict[str, Value] = {
        "status": status,
        "channel": channel,
        "flags": codes(flags),
        "stage": 1,  # of a complaint
        "signed_on": now.astimezone(LONDON).date().isoformat() if _signed(values) else None,
        **what_stands_there(table, place),
    }
    return {column: value for column, value in known.items() if column in TABLES[table].by_name}


def seen_in(table: str, values: Mapping[str, Value]) -> set[str]:
    """The flags of a row that came without a form: odd contact details, and words that may mean danger."""
    free = [str(values[c.name]) for c in TABLES[table].columns if c.kind == "long_text" and values.get(c.name)]
    return {*contact_flags(values), *([Flag.CRISIS_WORDS] if signs_in(*free) else [])}


def _signed(values: Mapping[str, Value]) -> bool:
    """Whether this signs the charter: it says so, and the person who says so may sign."""
    return values.get(ColumnName.SIGNS_CHARTER) == YesNo.YES == values.get(ColumnName.MAY_SIGN)
