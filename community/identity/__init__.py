"""Compares people by names, numbers, email addresses and places, to find who may be the same. People decide."""

from community.identity.certain_addresses import certain_email, certain_number_for_texts
from community.identity.email_addresses import email_addresses
from community.identity.home_addresses import can_be_written_to, house_numbers, is_untold, postcode_of
from community.identity.likeness import Fact, Likeness, likeness
from community.identity.organisation_names import KnownBy, known_by, same_organisation
from community.identity.people_in_rows import COLUMNS, PARTS, Person, people_in
from community.identity.people_index import Key, PeopleIndex, handles
from community.identity.personal_names import folded_words, given_name, personal_name, same_name
from community.identity.phone_numbers import PhoneNumber, phone_numbers, says_none
from community.identity.words_about import WordsAbout
from community.tables.column import Part

__all__ = [
    "COLUMNS",
    "PARTS",
    "Fact",
    "Key",
    "KnownBy",
    "Likeness",
    "Part",
    "PeopleIndex",
    "Person",
    "PhoneNumber",
    "WordsAbout",
    "can_be_written_to",
    "certain_email",
    "certain_number_for_texts",
    "email_addresses",
    "folded_words",
    "given_name",
    "handles",
    "house_numbers",
    "is_untold",
    "known_by",
    "likeness",
    "people_in",
    "personal_name",
    "phone_numbers",
    "postcode_of",
    "same_name",
    "same_organisation",
    "says_none",
]
