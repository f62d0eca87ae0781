"""What we add to a submission when it comes in: where it stands, whose area it is, what a person should look at."""

from collections.abc import Iterable
from datetime import datetime

from community.forms.form_model import Form
from community.forms.validation import Submission
from community.places import Place
from community.settings.response_promise import LONDON
from community.tables import TABLES
from community.tables.canonical import Value, codes
from community.tables.vocabulary import YesNo


def decided(
    form: Form, submission: Submission, *, channel: str, now: datetime, flags: Iterable[str] = ()
) -> dict[str, Value]:
    """The values of the columns that nobody is asked for; beside `submission.values` they make the row.

    `flags` are those that the way it came raised; `now` is the time it came.
    """
    place = submission.place or Place()
    known: dict[str, Value] = {
        "status": form.status,
        "channel": channel,
        "flags": codes([*submission.flags, *flags]),
        "hub": place.hub,
        "easting": place.easting,
        "northing": place.northing,
        "sector": place.sector,
        "signed_on": now.astimezone(LONDON).date().isoformat() if _signed(submission) else None,
    }
    return {column: value for column, value in known.items() if column in TABLES[form.table].by_name}


def _signed(submission: Submission) -> bool:
    """Whether the charter is signed with this: it says so, and so does somebody who may."""
    return submission.values.get("signs_charter") == YesNo.YES == submission.values.get("may_sign")
