"""What we add to a row that comes in, from a form or a sheet: where it stands, whose area it is, what to look at."""

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
from community.tables.vocabulary import YesNo


def decided(
    form: Form, submission: Submission, *, channel: str, now: datetime, flags: Iterable[str] = ()
) -> dict[str, Value]:
    """The values of the columns that nobody is asked for; beside `submission.values` they make the row.

    `flags` are those that the way it came raised; `now` is the time it came.
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
    """The same for any row that says these values, whoever wrote them, as far as the table has the columns."""
    known: dict[str, Value] = {
        "status": status,
        "channel": channel,
        "flags": codes(flags),
        "signed_on": now.astimezone(LONDON).date().isoformat() if _signed(values) else None,
        **what_stands_there(table, place),
    }
    return {column: value for column, value in known.items() if column in TABLES[table].by_name}


def seen_in(table: str, values: Mapping[str, Value]) -> set[str]:
    """What a person should look at in a row that no form asked for: odd ways to reach them, words that mean danger."""
    free = [str(values[c.name]) for c in TABLES[table].columns if c.kind == "long_text" and values.get(c.name)]
    return {*contact_flags(values), *([Flag.CRISIS_WORDS] if signs_in(*free) else [])}


def _signed(values: Mapping[str, Value]) -> bool:
    """Whether the charter is signed with this: it says so, and so does somebody who may."""
    return values.get("signs_charter") == YesNo.YES == values.get("may_sign")
