"""The table of organisations that sign the charter, and the table of erasures."""

from functools import partial

from community.tables.column import ALWAYS, WHILE_LISTED, Column, PersonColumns, Table
from community.tables.roles import COORDINATORS, DIRECTOR, EVERYONE
from community.tables.vocabulary import LISTING, YES_NO

_contact = partial(Column, personal="personal", see=COORDINATORS, keep=WHILE_LISTED)

ORGANISATIONS = Table(
    "organisations",
    "O",
    "Organisations that signed the charter",
    (
        Column("name", "text", "Its name, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("website", "text", "Its website, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("what_we_do", "long_text", "What it does, in a sentence, as it is printed", "no", EVERYONE, ALWAYS, public=True),
        Column("commitments", "codes", "The charter's commitments it makes", "no", EVERYONE, ALWAYS, public=True),
        _contact("contact_name", "text", "Who signed for it"),
        _contact("contact_role", "text", "That person's role"),
        _contact("telephone", "text", "That person's telephone number"),
        _contact("email", "text", "That person's email address"),
        _contact("postcode", "text", "Its postcode"),
        _contact("signs_charter", "yes_no", "Who wrote says that it signs the charter: vision and mission", words=YES_NO),
        _contact("may_sign", "yes_no", "They may sign for the organisation", words=YES_NO),
        _contact("extra", "long_text", "Answers to questions that the community added"),
        Column("status", "code", "Where it stands", "no", EVERYONE, ALWAYS, origin="decided", words=LISTING, filled=True),
        Column("flags", "codes", "What a person should look at", "personal", COORDINATORS, WHILE_LISTED, origin="decided"),
        Column("signed_on", "date", "The day it signed", "no", EVERYONE, ALWAYS, origin="decided", public=True),
        Column("notes", "long_text", "What the hub wrote down", "personal", DIRECTOR, WHILE_LISTED, origin="decided"),
    ),
    people=(PersonColumns("contact", "contact_name", "telephone", "email", "postcode"),),
    every_hub=True,
    stays=True,
)

ERASURES = Table(
    "erasures",
    "Y",
    "What was erased: ids and keyed hashes, nothing else",
    (
        Column("table_name", "text", "The table", "no", DIRECTOR, ALWAYS, origin="decided", filled=True),
        Column("record_id", "text", "The id that is never taken in again; with columns after it, those were emptied up to the time that follows", "no", DIRECTOR, ALWAYS, origin="decided", filled=True),
        Column("key_hash", "text", "A keyed hash of the submission's key", "no", DIRECTOR, ALWAYS, origin="decided"),
    ),
)
