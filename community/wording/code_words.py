"""Codes as people say them. Codes with a table of their own are looked up there: `wording().urgency[code]`."""

from collections.abc import Iterable

from babel import Locale

from community.tables.vocabulary import DBS_LEVELS, ContactWay
from community.wording.catalogue import Words, wording
from community.wording.number_words import joined
from community.wording.translation import language_of


def spelled(code: str | None) -> str:
    """A code without words of its own, spelled without its underscores: `food_hygiene` is `food hygiene`."""
    return (code or "").replace("_", " ")


def spelled_all(codes: Iterable[str]) -> str:
    """Several such codes: `food hygiene and moving and handling`."""
    return joined([spelled(code) for code in codes])


def status_words(table: str, status: str | None) -> str:
    """Where a record of this table stands: `no answer`."""
    return wording().status.get(table, {}).get(status or "") or spelled(status)


def dbs_words(level: int) -> str:
    """A DBS level, by its place among them: `enhanced with barred list`."""
    return wording().dbs_level[DBS_LEVELS[level]]


def contact_words(way: str | None) -> str:
    """The noun for a contact made this way: `call`, `letter`; a call where nobody wrote down how."""
    return wording().contact.get(way or "") or wording().contact[ContactWay.TELEPHONE]


def flag_words(flag: str) -> str:
    """A flag as a sentence for the person who looks at it."""
    if code := language_of(flag):
        name = Locale.parse(code).get_display_name(wording().locale)
        return wording().phrase["written_in"].format(language=name)
    return wording().flag.get(flag) or first_upper(spelled(flag))


def flag_name(flag: str) -> str:
    """A flag in few words: what stands before the colon of its sentence."""
    return flag_words(flag).partition(":")[0]


def column_words(name: str) -> str:
    """A column's name in a record's history: `Waits until`; for a community's own question, that question's name."""
    plain = name.removeprefix("extra.")
    return wording().column.get(name) or first_upper(spelled(plain))


def language_words(codes: Iterable[str]) -> str:
    """Spoken languages as they are written: `english` is `English`, `bsl` is `British Sign Language`."""
    names = wording().spoken_language
    return joined([names.get(code) or spelled(code).title() for code in codes])


def first_upper(text: str) -> str:
    """The text with its first letter as a capital, for the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def first_lower(text: str) -> str:
    """The text with its first letter small, for the middle of a sentence."""
    return text[:1].lower() + text[1:]


def as_labels(words: Words) -> dict[str, str]:
    """A table of words, each with a capital letter, for buttons and column headings."""
    return {code: first_upper(each) for code, each in words.items()}
