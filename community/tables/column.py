"""What a column is: its kind, meaning, class, audience and keeping. A table is a letter and its columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from community.tables.roles import Role
from community.tables.statuses import AnyStatus

Kind = Literal["text", "long_text", "code", "codes", "date", "time", "integer", "number", "yes_no", "ref", "refs"]
Personal = Literal["no", "personal", "special"]
Origin = Literal["told", "decided"]
Part = Literal["resident", "referrer", "volunteer", "guardian", "contact", "emergency"]
"""As what a person stands in a row."""

ANY_TABLE = "any table"
"""What a reference leads to that may name a record of every kind."""


@dataclass(frozen=True)
class Keep:
    """How long a value is kept: so many months after an event, or for ever when nothing in it is about a person."""

    months: int | None
    after: str
    of: str | None = None
    """The table of the record that the event befalls; None for the row itself."""

    def __str__(self) -> str:
        if self.months == 0:
            return f"until {self.after}"
        return self.after if self.months is None else f"{self.months} months after {self.after}"


ALWAYS = Keep(None, "kept: it is about nobody")
AFTER_REQUEST = Keep(24, "the request was closed, or nobody came back to it", "help_requests")
AFTER_NEED = Keep(24, "the need was closed", "needs")
AFTER_LEAVING = Keep(12, "the volunteer left, or was last in touch", "volunteers")
AFTER_LAST_HELP = Keep(24, "the resident last asked or was helped", "residents")
AFTER_CHECK = Keep(6, "the check was recorded")
AFTER_CONCERN = Keep(72, "the concern was closed", "concerns")
AFTER_ENQUIRY = Keep(12, "the enquiry ended, or nobody came back to it", "enquiries")
AFTER_SESSION = Keep(24, "the session was held or cancelled, or last changed", "sessions")
AFTER_BOOKING = Keep(24, "the booking was over, or last changed", "bookings")
AFTER_MESSAGE = Keep(24, "the message went or was withdrawn, or last changed", "messages")
AFTER_CIRCULAR = Keep(24, "it was written, or last changed", "circulars")
AFTER_SUBSCRIPTION = Keep(1, "they left, or were asked and did not confirm", "subscribers")
AFTER_FEEDBACK = Keep(24, "it was withdrawn, or last changed; never while it is published", "feedback")
AFTER_COMPLAINT = Keep(24, "the complaint was closed", "complaints")
AFTER_SHIFT = Keep(24, "the turn was over, or last changed", "shifts")
AFTER_PAYMENT = Keep(24, "it was settled, or last changed", "payments")
AFTER_LOAN = Keep(12, "it came back or was lost", "loans")
AFTER_REFERRAL = Keep(24, "the referral was closed, or last changed", "referrals")
AFTER_KEY = Keep(3, "it was given back, or lost", "door_keys")
AFTER_ACCIDENT = Keep(36, "the accident was closed", "accidents")
AFTER_OUTREACH = Keep(0, "the day that its list says", "households")
UNLESS_REFUSED = Keep(0, "the day that its list says, unless they refused: then kept, so that nobody rings again", "households")
WHILE_IN_DIRECTORY = Keep(6, "the entry was withdrawn, or nobody decided about it", "services")
WHILE_OPEN = Keep(6, "the role was withdrawn, or nobody decided about it", "opportunities")
WHILE_LISTED = Keep(6, "the organisation withdrew, or nobody decided about it", "organisations")


@dataclass(frozen=True)
class Column:
    """One column. `personal`, `see` and `keep` must be given: None means undecided, and a test refuses it."""

    name: str
    kind: Kind
    means: str
    personal: Personal | None = None
    see: frozenset[Role] | None = None
    keep: Keep | None = None
    origin: Origin = "told"
    words: tuple[str, ...] | None = None
    """The vocabulary of a code or codes; None when a community's settings hold it. Words outside are kept and flagged."""
    refers_to: str | None = None
    """The table whose ids a `ref` or `refs` holds, or ANY_TABLE."""
    mentions: bool = False
    """A `ref` to a record that this row does not belong to: it stays when that one is erased, and forgets it."""
    released: bool = False
    """Told to the matched volunteer after their yes, once the resident knows who comes, and not before."""
    public: bool = False
    """Printed on the public site once the record is approved."""
    filled: bool = False
    """Written with every row and never emptied."""


class PersonColumns(NamedTuple):
    """The columns of a table that tell who one person is."""

    part: Part
    name: str
    telephone: str | None
    email: str | None = None
    postcode: str | None = None
    address: str | None = None


class InTouch(NamedTuple):
    """How a row shows that people were in touch with us: who (columns), and when (the latest of other columns)."""

    who: tuple[str, ...]
    when: tuple[str, ...]
    statuses: frozenset[AnyStatus] | None = None
    """The statuses in which it shows that; None: in all."""


@dataclass(frozen=True)
class Table:
    """One table of the book. `owner` and `about` are references that say, everywhere, whom a row belongs to."""

    name: str
    letter: str
    means: str
    columns: tuple[Column, ...]
    sheet: bool = True
    owner: str | None = None
    """The record that a row belongs to: people who see that record see the row. None for a record of its own."""
    about: tuple[str, ...] = ()
    """Whom a row is about; the first that is filled counts. Empty: the row itself is about somebody."""
    beside: tuple[str, str] | None = None
    """What is said after the name of whom it is about: a word, and the other record."""
    people: tuple[PersonColumns, ...] = ()
    """Who stands in a row by name; first, whose record it is."""
    in_touch: InTouch | None = None
    every_hub: bool = False
    """It belongs to no hub, and is seen from each."""
    stays: bool = False
    """When the person it names is erased, the row stays, without what is personal."""
    by_name: Mapping[str, Column] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the columns by name."""
        object.__setattr__(self, "by_name", {c.name: c for c in self.columns})

    def __getitem__(self, name: str) -> Column:
        return self.by_name[name]

    @property
    def belongs_to(self) -> tuple[Column, ...]:
        """The references to records that a row depends on: when one of those is erased, the row is erased too."""
        return tuple(c for c in self.columns if c.kind == "ref" and not c.mentions)

    def kept_with(self, keep: Keep) -> str:
        """The column that names the record whose event ends this keeping: `id` where that is the row itself."""
        if keep.of in (None, self.name):
            return "id"
        references = (self[name] for name in (*self.about, self.owner) if name is not None)
        return next((c.name for c in references if c.refers_to in (keep.of, ANY_TABLE)), "id")
