"""Compares people by names, numbers, email addresses and places, to find who may be the same. People decide.

`FindIndex` is loaded only when it is taken: it needs NumPy, which the intake and the sync start without.
"""

from typing import TYPE_CHECKING

from community.identity.certain_addresses import certain_email, certain_number_for_texts
from community.identity.email_addresses import email_addresses
from community.identity.find_query import Answer, Grade, Query, Rank, query
from community.identity.find_terms import FIND_COLUMNS, FOUND, Whose, terms_of, written_out
from community.identity.home_addresses import can_be_written_to, house_numbers, is_untold, postcode_of
from community.identity.likeness import Fact, Likeness, likeness
from community.identity.organisation_names import KnownBy, known_by, same_organisation
from community.identity.people_in_rows import COLUMNS, PARTS, Person, people_in
from community.identity.people_index import Key, PeopleIndex, handles
from community.identity.personal_names import folded_words, given_name, name_to_say, personal_name, same_name
from community.identity.phone_numbers import PhoneNumber, phone_numbers, says_none
from community.identity.words_about import WordsAbout
from community.late_door import late_door
from community.tables.column import Part

if TYPE_CHECKING:
    from community.identity.find_index import FindIndex
else:
    __getattr__ = late_door(__name__, __file__)

__all__ = [
    "COLUMNS", "FIND_COLUMNS", "FOUND", "PARTS", "Answer", "Fact", "FindIndex", "Grade", "Key", "KnownBy", "Likeness",
    "Part", "PeopleIndex", "Person", "PhoneNumber", "Query", "Rank", "Whose", "WordsAbout", "can_be_written_to",
    "certain_email", "certain_number_for_texts", "email_addresses", "folded_words", "given_name", "handles",
    "house_numbers", "is_untold", "known_by", "likeness", "name_to_say", "people_in", "personal_name", "phone_numbers",
    "postcode_of", "query", "same_name", "same_organisation", "says_none", "terms_of", "written_out",
]  # fmt: skip
