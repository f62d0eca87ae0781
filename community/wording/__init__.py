"""The words for codes, counts, days, times and distances, in one place that a second language can follow.

Each language is one file of words, and `english.toml` is the first. `Wording` lists the codes for which each of its
tables must have words; a file that lacks one is not read. Babel brings Unicode's knowledge (CLDR) of how a language
counts, lists and names its months. A noun has as many forms here as its language tells apart.

A second language is a catalogue in `catalogues/` of English words and its own, and `in_language(language("pl"))` is
around all that is said in it: the tables above are then its tables, and `say` its sentences. Callers ask for words at
the moment of showing them, so none keeps English ones; sentences that are kept in memory must be kept by language.
Elsewhere stand the names that a community chooses (kinds of help and hubs: in its settings), the questions and answers
(in the forms' definitions), and the meanings of columns and statuses (in the tables).
"""

from community.wording.catalogue import NoWords, from_words, read, speaking, wording
from community.wording.code_words import (
    as_labels,
    column_words,
    contact_words,
    dbs_words,
    first_lower,
    first_upper,
    flag_name,
    flag_words,
    language_words,
    spelled,
    spelled_all,
    status_words,
)
from community.wording.date_words import (
    clock_words,
    day_and_clock,
    day_short,
    day_words,
    moment_words,
    weekday_words,
    when_words,
)
from community.wording.number_words import ago, counted, figures, joined, km, noun, number, pounds, span, spoken
from community.wording.slot_words import any_of_slots, every_slot, slot_words, slots_by_day
from community.wording.translation import (
    Language,
    in_language,
    is_unsaid,
    language,
    language_here,
    language_of,
    languages,
    later,
    say,
    say_of_form,
    written_in,
)

__all__ = [
    "Language", "NoWords", "ago", "any_of_slots", "as_labels", "catalogue_words", "clock_words", "column_words",
    "contact_words", "counted", "day_and_clock", "day_short", "day_words", "dbs_words", "every_slot", "figures",
    "first_lower", "first_upper", "flag_name", "flag_words", "from_words", "in_language", "is_unsaid", "joined", "km",
    "language", "language_here", "language_of", "language_words", "languages", "later", "moment_words", "noun",
    "number", "pounds", "read", "say", "say_of_form", "slot_words", "slots_by_day", "span", "speaking", "spelled",
    "spelled_all", "spoken", "status_words", "weekday_words", "when_words", "wording", "written_in",
]  # fmt: skip
