"""The kinds of lists that can be brought in: the table that each becomes, and the fields that its columns may hold."""

from dataclasses import dataclass, field

from community.importing.column_words import LEAVE_OUT, NOTES

_BOTH = (LEAVE_OUT, NOTES, "list_number")
_NAME = ("name", "title", "forename", "middle", "surname")


@dataclass(frozen=True)
class ListKind:
    """One kind of list. `plain` are fields that are told as they stand; the others are made from what is read."""

    code: str
    table: str
    fields: tuple[str, ...]
    """Every field that a column may hold, in the order in which a person chooses among them."""
    joined: frozenset[str] = field(default=frozenset())
    """Fields that several columns may hold together."""
    special: frozenset[str] = field(default=frozenset())
    """Fields about health: what is in them may be kept only with the person's explicit consent."""


_JOINED = frozenset(
    {
        LEAVE_OUT, NOTES, "telephone", "email", "address", "tasks", "slots", "languages", "about", "access_needs",
        "hazards", "what_we_do", "what", "place", "public_telephone", "times", "training", "travel", "middle",
    }
)  # fmt: skip
DAYS_IN = frozenset(
    {"born_on", "inducted_on", "joined_on", "dbs_seen_on", "dbs_renew_on", "signed_on", "since", "next_check"}
)
"""Fields that hold dates."""
MADE_FROM: dict[str, frozenset[str]] = {
    "name": frozenset({"name", "forename", "middle", "surname", "title"}),
    "over_18": frozenset({"over_18", "born_on", "age"}),
    "postcode": frozenset({"postcode", "address", "place"}),
    "emergency_telephone": frozenset({"emergency_telephone", "emergency_name"}),
}
"""Columns of the book that are made from several fields, or others than their own."""

KINDS: dict[str, ListKind] = {
    kind.code: kind
    for kind in (
        ListKind(
            "volunteers",
            "volunteers",
            (
                *_NAME, "telephone", "email", "postcode", "address", "reach_by", "tasks", "slots", "how_many",
                "max_distance_km", "travel", "in_person", "languages", "over_18", "born_on", "age", "guardian_name",
                "guardian_telephone", "guardian_consent", "takes_care", "health_consent", "about", "consent", "status",
                "joined_on", "inducted_on", "training", "dbs_level", "dbs_number", "dbs_seen_on", "dbs_seen_by",
                "dbs_renew_on", "emergency_name", "emergency_telephone", "protected_address", *_BOTH,
            ),
            _JOINED,
            frozenset({"takes_care"}),
        ),
        ListKind(
            "residents",
            "residents",
            (
                *_NAME, "telephone", "email", "postcode", "address", "reach_by", "text_only", "languages",
                "access_needs", "hazards", "joined_on", "emergency_name", "emergency_telephone", "protected_address",
                *_BOTH,
            ),
            _JOINED,
            frozenset({"access_needs", "hazards"}),
        ),
        ListKind(
            "organisations",
            "organisations",
            (
                "name", "website", "what_we_do", "contact_name", "contact_role", "telephone", "email", "postcode",
                "signed_on", *_BOTH,
            ),
            _JOINED,
        ),
        ListKind(
            "services",
            "services",
            (
                "name", "kind", "what", "times", "cost", "access", "website", "public_telephone", "public_email",
                "place", "languages", "postcode", "organisation", "contact_name", "telephone", *_BOTH,
            ),
            _JOINED,
        ),
        ListKind("households", "households", (*_NAME, "telephone", "postcode", "address", LEAVE_OUT), _JOINED),
        ListKind(
            "pairs",
            "pairs",
            ("volunteer", "volunteer_telephone", "resident", "resident_telephone", "since", "next_check", *_BOTH),
            _JOINED,
        ),
    )
}  # fmt: skip
