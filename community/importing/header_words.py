"""The field that a column's header means, by the words of column_words.toml."""

from collections.abc import Mapping
from functools import lru_cache

from community.importing.column_words import LEAVE_OUT, folded, read_column_words

_SHORTEST = 3
"""A known header of fewer letters counts only by itself."""
_HARMLESS = {
    "name",
    "of",
    "the",
    "no",
    "number",
    "details",
    "full",
    "their",
    "your",
    "1",
    "first",
    "main",
    "primary",
    "and",
}
"""What may stand beside a known header about somebody else without making it mean something else."""
_AGREED = {"consent", "guardian_consent", "health_consent", "inducted_on", "over_18"}
_BESIDE_AGREED = {
    *("and", "be", "by", "completed", "confirmed", "contact", "contacted", "data", "date", "day", "details", "form"),
    *(
        "gdpr",
        "given",
        "hold",
        "in",
        "keep",
        "obtained",
        "of",
        "on",
        "policy",
        "privacy",
        "processing",
        "received",
        "recorded",
    ),
    *("signed", "store", "stored", "the", "their", "to", "volunteer", "volunteers", "we", "you", "your", "yes"),
}
"""What may stand in a header beside the words by which somebody may be asked. Whatever else does makes it another
question: `Photo consent`, `Consent withdrawn`, `Induction due`."""


@lru_cache(maxsize=4_096)
def field_of(kind: str, group: str, own: str) -> str | None:
    """The field of this kind of list that a header means, with the header above it; None where it is not known.

    A header about somebody else, such as `GP telephone`, means a field only where the list of words says so.
    """
    if why_never(group, own):
        return LEAVE_OUT
    known, both, alone = read_column_words().headers[kind], folded(f"{group} {own}"), folded(own)
    if both in known:
        return known[both]
    if not _about_others(both) and alone in known:
        return known[alone]
    return _within(known, both if _about_others(both) else alone) or _within(known, both)


def why_never(group: str, own: str) -> str | None:
    """Why a column of this header is never taken in; None where it may be."""
    for words in (folded(own), folded(f"{group} {own}")):
        for known, why in read_column_words().never.items():
            if words == known or (len(known) > _SHORTEST and f" {known} " in f" {words} "):
                return why
    return None


def is_about_others(header: str) -> bool:
    """Whether the header is about somebody else than the row."""
    return bool(_about_others(folded(header)))


def _about_others(words: str) -> set[str]:
    there = set(words.split())
    return {each for each in read_column_words().about_others if each in there or f"{each}s" in there}


def _within(known: Mapping[str, str], words: str) -> str | None:
    """The field of the longest known header all of whose words are in this one, and all that names somebody else."""
    there, others = set(words.split()), _about_others(words)
    fitting = [each for each in known if len(each) >= _SHORTEST and set(each.split()) <= there]
    if others:
        fitting = [each for each in fitting if others <= set(each.split()) and there - set(each.split()) <= _HARMLESS]
    best = max(fitting, key=lambda each: (len(each.split()), len(each)), default=None)
    if best is None or (known[best] in _AGREED and not there - set(best.split()) <= _BESIDE_AGREED):
        return None
    return known[best]
